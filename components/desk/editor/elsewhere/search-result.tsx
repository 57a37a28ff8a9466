'use client'
import { crumbs, type MarkedRating } from '#lib/elsewhere/elsewhere.ts'
import type { ReviewHead } from '#lib/markup/head.ts'
import { figure } from '#lib/ratings/ratings.ts'
import { useEditorDesk } from '../editor-context.tsx'
import styles from './search-result.module.css'

const names = { desktop: 'On a desktop', phone: 'On a phone' }

/** One result as an engine sets it: in its widths and its type, so that what is cut is cut where it would be. */
export function SearchResult({
  device,
  head,
  slug,
  rated,
}: {
  device: keyof typeof names
  head: ReviewHead
  slug: string
  rated: MarkedRating | null
}) {
  const { choices } = useEditorDesk()
  return (
    <figure className={styles.figure}>
      <figcaption>{names[device]}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the panel scrolls, with the keyboard too */}
      <section className={styles.window} tabIndex={0} aria-label={`The search result, ${names[device].toLowerCase()}`}>
        <div className={styles.result} data-device={device} dir="auto">
          <p className={styles.site}>
            <img src="/icon.png" alt="" />
            <span>
              {choices.publicationName}
              <span className={styles.crumbs}>{crumbs(choices.siteUrl, slug).join(' › ')}</span>
            </span>
          </p>
          <p className={styles.title}>{head.documentTitle}</p>
          <p className={styles.text}>{head.description || 'Nothing to describe the page with yet.'}</p>
          {rated && (
            <p className={styles.rated}>
              <Stars share={Math.min(1, Math.max(0, rated.value / rated.best))} /> Rating: {figure(rated.value)}/
              {figure(rated.best)}
              {rated.author && ` · Review by ${rated.author}`}
            </p>
          )}
        </div>
      </section>
    </figure>
  )
}

function Stars({ share }: { share: number }) {
  return (
    <span aria-hidden="true" className={styles.stars}>
      ★★★★★<span style={{ inlineSize: `${share * 100}%` }}>★★★★★</span>
    </span>
  )
}
