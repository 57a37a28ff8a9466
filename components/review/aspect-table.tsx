import type { TextLanguage } from '#lib/languages/languages.ts'
import type { RatingScale } from '#lib/ratings/ratings.ts'
import { aspectFigure, aspectShare, weightedText } from '#lib/reviews/aspects.ts'
import type { Aspect } from '#lib/reviews/details.ts'
import styles from './aspect-table.module.css'

interface AspectTableProps {
  aspects: Aspect[]
  scale: RatingScale
  /** How figures are written. */
  language: string
  /** What the names of the aspects are in, where it is not the page's language. */
  written: Partial<TextLanguage>
}

/** Sides of the work with their values, drawn and in figures, and what they come to by weight, which is not the score. */
export function AspectTable({ aspects, scale, language, written }: AspectTableProps) {
  const isWeighted = aspects.some(({ weight }) => weight !== aspects[0]?.weight)
  return (
    <div className={styles.aspects}>
      <table>
        <caption>
          By aspect
          {scale.kind === 'numeric' && scale.min >= 0 && (
            <span>, out of {aspectFigure(scale.max, scale, language)}</span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">Aspect</th>
            <th scope="col">Value</th>
            {isWeighted && <th scope="col">Counts</th>}
          </tr>
        </thead>
        <tbody>
          {aspects.map(({ name, weight, value }) => (
            <tr key={name}>
              <th scope="row" {...written}>
                {name}
              </th>
              <td>
                <span className={styles.measure}>
                  <span className={styles.value}>{aspectFigure(value, scale, language)}</span>
                  <Bar share={aspectShare(value, scale)} />
                </span>
              </td>
              {isWeighted && <td className={styles.weight}>{weight === 1 ? 'once' : `${weight} times`}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {isWeighted ? 'Weighted, they come to' : 'Together they come to'} {weightedText(aspects, scale, language)}. The
        score is the critic’s own.
      </p>
    </div>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.off} width="100" height="6" />
      <rect className={styles.on} width={Math.round(share * 1000) / 10} height="6" />
    </svg>
  )
}
