import { ThemeLink } from '#app/(site)/_components/theme-head.tsx'
import { AboutTheWork } from '#app/(site)/reviews/[slug]/_components/about-the-work.tsx'
import { ReviewArticle } from '#components/review/article.tsx'
import frame from '#components/site/frame.module.css'
import { openPreview } from '#lib/previews/desk-queries.ts'
import { fullMoment } from '#lib/settings/moments.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getWorkFacts } from '#lib/works/published-facts.ts'
import styles from './preview.module.css'

/** A review before readers have it, for whoever was given the link: with their name on it. proxy.ts answers 410 for a link that has ended. */
export default async function OutsidePreviewPage({ params }: PageProps<'/preview/[secret]'>) {
  const { secret } = await params
  const [open, settings] = await Promise.all([openPreview(secret), getSettings()])
  if (!open) return <Ended name={settings.name} />
  const { review, name, embargoUntil } = open
  const facts = await getWorkFacts(review.work.id)
  return (
    <>
      <ThemeLink settings={settings} />
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
      <main className={frame.main}>
        <ReviewArticle
          review={review}
          place={settings}
          aside={<AboutTheWork review={review} facts={facts} place={settings} />}
        />
      </main>
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
