import type { CriticPage } from '#lib/critics/published.ts'
import styles from './critics.module.css'

const fifths = ['Lowest fifth', 'Second', 'Middle', 'Fourth', 'Top fifth'] as const

/** How a critic's scores are spread over the scale: a table, whose cells are also drawn. */
export function ScoreSpread({ critic }: { critic: CriticPage }) {
  if (critic.averageScore === null) return null
  const most = Math.max(...critic.spread)
  return (
    <div className={styles.spread}>
      <table>
        <caption>How generous is that? {critic.averageScore} of 100 on average, all scales taken together.</caption>
        <tbody>
          {fifths.map((label, index) => {
            const count = critic.spread[index] ?? 0
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  <div className={styles.bar}>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(count / most) * 100} height="10" fill="currentColor" />
                    </svg>
                    <span>{count}</span>
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
