import hidden from '#components/review/visually-hidden.module.css'
import type { Taste } from '#lib/critics/published-taste.ts'
import { tenthLabel, tenths } from '#lib/critics/taste.ts'
import styles from './taste.module.css'

/** How a critic's scores are spread over the scale: drawn as columns, and for screen readers a table. */
export function TasteColumns({ taste }: { taste: Taste }) {
  if (taste.averageScore === null) return null
  const most = Math.max(...taste.spread)
  const caption = `${taste.averageScore} of 100 on average, over ${taste.scored === 1 ? 'one score' : `${taste.scored} scores`}`
  return (
    <figure className={styles.spread}>
      <figcaption aria-hidden="true">
        <span className={styles.question}>How generous is that?</span> {caption}, all scales taken together.
      </figcaption>
      <div className={styles.columns} aria-hidden="true">
        {tenths.map(tenth => {
          const count = taste.spread[tenth] ?? 0
          const height = (count / most) * 100
          return (
            <div key={tenth}>
              <span className={styles.many}>{count > 0 && count}</span>
              <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                <rect width="10" height={height} y={100 - height} fill="currentColor" />
              </svg>
              <span className={styles.tick}>{tenth * 10}</span>
            </div>
          )
        })}
      </div>
      {/* A box around it: a table is never narrower than its words. */}
      <div className={hidden.hidden}>
        <table>
          <caption>Scores by tenths of the scale: {caption}</caption>
          <thead>
            <tr>
              <th scope="col">Of 100</th>
              <th scope="col">Reviews</th>
            </tr>
          </thead>
          <tbody>
            {tenths.map(tenth => (
              <tr key={tenth}>
                <th scope="row">{tenthLabel(tenth)}</th>
                <td>{taste.spread[tenth] ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
