import { type FeedOf, feedFormatNames, feedFormats, feedPath } from '#lib/feeds/feeds.ts'
import styles from './feeds.module.css'

/** The three addresses of a feed, written out: one click marks the whole of one, to be copied. */
export function FeedAddresses({ of, siteUrl }: { of: FeedOf; siteUrl: string }) {
  return (
    <dl className={styles.addresses}>
      {feedFormats.map(format => (
        <div key={format}>
          <dt>{feedFormatNames[format]}</dt>
          <dd>
            <code>{siteUrl + feedPath(of, format)}</code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
