import type { ReactNode } from 'react'
import styles from './taste.module.css'

interface TasteBarsProps {
  caption: string
  /** What a row is, and what its number counts. */
  heads: [row: string, number: string]
  rows: { key: string; name: ReactNode; count: number }[]
}

/** How often something occurs: a table, whose numbers are also drawn as bars. */
export function TasteBars({ caption, heads, rows }: TasteBarsProps) {
  if (rows.length === 0) return null
  const most = Math.max(...rows.map(row => row.count))
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, count }) => (
          <tr key={key}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            <td>
              <div className={styles.bar}>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(count / most) * 100} height="10" fill="currentColor" />
                </svg>
                <span>{count}</span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
