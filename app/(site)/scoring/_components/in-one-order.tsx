import { Block } from '#components/site/listing.tsx'
import type { ScoringScale } from '#lib/ratings/published-scoring.ts'
import { figure, projection, valuesOnScale } from '#lib/ratings/ratings.ts'
import { valueName } from '#lib/ratings/scales.ts'
import styles from './scoring.module.css'

/** How scores of different scales are set in one order, in plain words and with the numbers. */
export function InOneOrder({ scales, language }: { scales: ScoringScale[]; language: string }) {
  return (
    <Block title="How scores are put in one order" id="order">
      <div className={styles.prose}>
        <p>
          Lists such as the best of a year hold scores of several scales. To set them in one order, each counts as a
          number from 0 to 100, which decides only where it stands: what a review says is the score that its critic
          gave, and that is what is shown.
        </p>
      </div>
      <dl className={styles.order}>
        {scales.map(scale => (
          <div key={scale.key}>
            <dt>{scale.name}</dt>
            <dd>{countsText(scale, language)}</dd>
          </div>
        ))}
      </dl>
    </Block>
  )
}

function countsText({ present: { scale, projection: points } }: ScoringScale, language: string): string {
  const counts = (value: number) => figure(projection({ scale, unit: null, value }, points), language)
  const name = (value: number) => valueName(scale, value, language)
  if (scale.kind !== 'numeric')
    return `${valuesOnScale(scale)
      .toReversed()
      .map((value, index) => `${name(value)} counts as ${counts(value)}`.replace(index === 0 ? '' : ' counts as', ''))
      .join(', ')}.`
  if (points.length === 0)
    return `Evenly, from ${name(scale.min)}, which counts as 0, to ${name(scale.max)}, which counts as 100.`
  const stops = points.map(([value]) => `${name(value)} counts as ${counts(value)}`)
  return `${stops.join(', ')}; the scores between lie evenly between.`
}
