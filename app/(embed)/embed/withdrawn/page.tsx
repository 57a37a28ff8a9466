import styles from '#app/(embed)/_components/card.module.css'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { getSettings } from '#lib/settings/published.ts'

/** In the frame of a review that is no longer there (410) or never was (404); proxy.ts sends nobody else here. */
export default async function WithdrawnCard() {
  const { name } = await getSettings()
  return (
    <main className={styles.card}>
      {/* Next passes over a page's own metadata when it answers 404, and says noindex by itself. */}
      <title>{`Not here · ${name}`}</title>
      <CacheTags tags={['embed']} />
      <p className={styles.about}>{name}</p>
      <h1 className={styles.title}>There is no review here now</h1>
      <p className={styles.verdict}>It has been withdrawn, or was never published.</p>
      <p className={styles.by}>
        <a href="/" target="_top">
          What {name} has reviewed
        </a>
      </p>
    </main>
  )
}
