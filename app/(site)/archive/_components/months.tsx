import hidden from '#components/review/visually-hidden.module.css'
import { archivePath } from '#lib/addresses/addresses.ts'
import { monthName, shortMonthName } from '#lib/archive/archive.ts'
import type { ArchiveYear } from '#lib/archive/published.ts'
import styles from './archive.module.css'

const all = Array.from({ length: 12 }, (_, index) => index + 1)

/** The twelve months of a year: those with something in them lead to it, and say how much. */
export function Months({
  year: { year, months },
  language,
  current,
}: {
  year: ArchiveYear
  language: string
  current?: number
}) {
  const counts = new Map(months.map(({ month, count }) => [month, count]))
  return (
    <ul className={styles.calendar}>
      {all.map(month => {
        const count = counts.get(month)
        return count === undefined ? (
          <li key={month} className={styles.empty} aria-hidden="true">
            {shortMonthName(month, language)}
          </li>
        ) : (
          <li key={month}>
            <a href={archivePath(year, month)} aria-current={month === current ? 'page' : undefined}>
              {shortMonthName(month, language)} <span>{count}</span>
              <span className={hidden.hidden}>
                {' '}
                {count === 1 ? 'review' : 'reviews'}, {monthName(month, language)} {year}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
