import type { SeriesLink } from '#lib/series/series.ts'
import styles from './part-of.module.css'

/** "Part of Earthsea": the series and franchises of a work that have a page. */
export function PartOf({ series }: { series: SeriesLink[] }) {
  if (series.length === 0) return null
  return (
    <p className={styles.partOf}>
      <span>Part of</span>{' '}
      {series.map(({ id, name, path }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={path}>
            <bdi>{name}</bdi>
          </a>
        </span>
      ))}
    </p>
  )
}
