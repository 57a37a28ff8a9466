import { PreviewArticle } from '#app/(preview)/_components/preview-article.tsx'
import frame from '#components/site/frame.module.css'
import { openPreview } from '#lib/previews/desk-queries.ts'
import { fullMoment } from '#lib/settings/moments.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './preview.module.css'

/** A review before readers have it, for whoever was given the link: with their name on it. proxy.ts answers 410 for a link that has ended. */
export default async function OutsidePreviewPage({ params }: PageProps<'/preview/[secret]'>) {
  const { secret } = await params
  const [open, settings] = await Promise.all([openPreview(secret), getSettings()])
  if (!open) return <Ended name={settings.name} />
  const { review, name, embargoUntil } = open
  return (
    <>
      <header className={styles.notice}>
        <p role="note">
          Not published. Made for <strong>{name}</strong> by {settings.name}: please do not quote it or pass it on.
          {embargoUntil && <> Under embargo until {fullMoment(embargoUntil, settings, settings.timeZone)}.</>}
        </p>
      </header>
      <div className={styles.watermark} aria-hidden="true">
        {marks.map(mark => (
          <span key={mark} data-name={name} />
        ))}
      </div>
      <PreviewArticle review={review} settings={settings} />
    </>
  )
}

const marks = Array.from({ length: 24 }, (_, mark) => mark)

function Ended({ name }: { name: string }) {
  return (
    <main className={frame.main}>
      <div className={styles.ended}>
        <h1>This link has ended</h1>
        <p>It led to a review that {name} has not published yet. Ask whoever gave it to you for another.</p>
      </div>
    </main>
  )
}
