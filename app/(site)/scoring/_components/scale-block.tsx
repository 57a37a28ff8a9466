import type { Place } from '#components/review/byline.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { Block } from '#components/site/listing.tsx'
import type { ScoringBand, ScoringScale, ScoringVersion } from '#lib/ratings/published-scoring.ts'
import { figure } from '#lib/ratings/ratings.ts'
import { valueName } from '#lib/ratings/scales.ts'
import { Examples } from './examples.tsx'
import styles from './scoring.module.css'

/** One scale: what it is for, what its scores mean, and how it used to be. */
export function ScaleBlock({ scale, place }: { scale: ScoringScale; place: Place }) {
  const { present, older, sections } = scale
  return (
    <Block title={scale.name} id={`scale-${scale.key}`}>
      <div className={styles.about}>
        {scale.note && <p className={styles.note}>{scale.note}</p>}
        <p>
          {rangeText(present, place.language)}{' '}
          {sections.length > 0 && !scale.isRetired && (
            <>
              What we score on in{' '}
              {sections.map((section, index) => (
                <span key={section.id}>
                  {index > 0 && (index === sections.length - 1 ? ' and ' : ', ')}
                  <a href={section.path}>{section.name}</a>
                </span>
              ))}
              .{' '}
            </>
          )}
          {scale.isRetired && 'We no longer score on it. '}
          {countText(present.live, older.length > 0)}
        </p>
      </div>
      <Bands version={present} language={place.language} />
      {older.map(version => (
        <Older key={version.scale.version} version={version} place={place} />
      ))}
    </Block>
  )
}

function Bands({ version, language }: { version: ScoringVersion; language: string }) {
  if (version.bands.length === 0) return null
  return (
    <ul className={styles.bands}>
      {version.bands.map(band => (
        <Band key={band.from} band={band} version={version} language={language} />
      ))}
    </ul>
  )
}

interface BandProps {
  band: ScoringBand
  version: ScoringVersion
  language: string
}

function Band({ band, version: { scale, unit }, language }: BandProps) {
  return (
    <li>
      <div className={styles.marks}>
        <RatingMark rating={{ scale, unit, value: band.from }} size="card" language={language} />
        {band.to !== band.from && (
          <>
            <span className={styles.to}>to</span>
            <RatingMark rating={{ scale, unit, value: band.to }} size="card" language={language} />
          </>
        )}
      </div>
      <div className={styles.meaning}>
        <p>{band.sentence}</p>
        <Examples reviews={band.examples} language={language} />
      </div>
    </li>
  )
}

function Older({ version, place }: { version: ScoringVersion; place: Place }) {
  const until = new Intl.DateTimeFormat(place.language, {
    timeZone: place.timeZone,
    month: 'long',
    year: 'numeric',
  }).format(new Date(version.until ?? 0))
  const more = version.live - version.reviews.length
  return (
    <div className={styles.older}>
      <h3>Until {until}</h3>
      <p>
        {rangeText(version, place.language)}{' '}
        {version.live === 1 ? 'One live review keeps' : `${version.live} live reviews keep`} the score that it gave.
      </p>
      <Bands
        version={{ ...version, bands: version.bands.map(band => ({ ...band, examples: [] })) }}
        language={place.language}
      />
      <Examples reviews={version.reviews} language={place.language} />
      {more > 0 && <p>And {more} more.</p>}
    </div>
  )
}

/** "From 0 to 5 stars, in steps of 0.5." */
function rangeText({ scale, unit }: ScoringVersion, language: string): string {
  const [worst, best] = [valueName(scale, scale.min, language), valueName(scale, scale.max, language)]
  if (scale.kind === 'verdict') return `${scale.labels.toReversed().join(', or ')}.`
  if (scale.kind === 'letter') return `From ${worst} up to ${best}.`
  const steps = scale.step === 1 ? 'in whole numbers' : `in steps of ${figure(scale.step, language)}`
  return `From ${worst} to ${best}${unit ? ` ${unit.plural}` : ''}, ${steps}.`
}

function countText(live: number, hasOlder: boolean): string {
  const so = hasOlder ? 'as it is now' : 'so far'
  if (live === 0) return `No review has been scored on it ${so}.`
  return `${live === 1 ? 'One live review has' : `${live} live reviews have`} been scored on it ${so}.`
}
