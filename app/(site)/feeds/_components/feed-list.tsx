import hidden from '#components/review/visually-hidden.module.css'
import { type FeedOf, feedFormatNames, feedFormats, feedPath } from '#lib/feeds/feeds.ts'
import styles from './feeds.module.css'

/** Feeds by name, each with the way to its three forms. */
export function FeedList({ feeds }: { feeds: { of: FeedOf; name: string }[] }) {
  return (
    <ul className={styles.feeds}>
      {feeds.map(({ of, name }) => (
        <li key={of.slug}>
          <span className={styles.name}>
            <bdi>{name}</bdi>
          </span>
          <span className={styles.formats}>
            {feedFormats.map(format => (
              <a key={format} href={feedPath(of, format)}>
                {feedFormatNames[format]}
                <span className={hidden.hidden}> of {name}</span>
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
