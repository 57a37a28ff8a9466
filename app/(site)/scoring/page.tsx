import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getScoring, type Scoring } from '#lib/ratings/published-scoring.ts'
import { getSettings } from '#lib/settings/published.ts'
import { Examples } from './_components/examples.tsx'
import { InOneOrder } from './_components/in-one-order.tsx'
import { ScaleBlock } from './_components/scale-block.tsx'
import styles from './_components/scoring.module.css'

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'How we score',
    description: 'Our scales, what each score on them means in a sentence, and reviews that show it.',
    path: '/scoring',
  })
}

/** The scoring policy, made of the scales that are in use and the reviews that were scored on them. */
export default async function ScoringPage() {
  const [scoring, settings] = await Promise.all([getScoring(), getSettings()])
  const { scales, unscored, zero } = scoring
  return (
    <>
      <CacheTags tags={['scoring', 'reviews']} reviews={shown(scoring)} />
      <PageMarkup trail={[{ name: 'How we score', path: '/scoring' }]} />
      <PageHead title="How we score">
        <p>
          Every score comes with words. These are the scales that we score on, and what we mean by each part of them.
        </p>
      </PageHead>
      {scales.map(scale => (
        <ScaleBlock key={scale.key} scale={scale} place={settings} />
      ))}
      <Block title="Nothing, and nought" id="zero">
        <div className={styles.pair}>
          <div>
            <RatingMark rating={null} size="article" />
            <p className={styles.prose}>
              Where a number would be an impertinence, or a beginning cannot be told from a whole, we give none.{' '}
              <em>Not scored</em> is no verdict, good or bad: it stands in no average and at no place in an order.
              {unscored.live > 0 &&
                ` ${unscored.live === 1 ? 'One review is' : `${unscored.live} reviews are`} not scored.`}
            </p>
            <Examples reviews={unscored.examples} language={settings.language} />
          </div>
          {zero && (
            <div>
              <RatingMark rating={zero.rating} size="article" language={settings.language} />
              <p className={styles.prose}>
                Zero is a score. Somebody sat through it, looked for something to count, and reports that there was
                nothing. It counts in every average, and it counts as nothing.
              </p>
              <Examples reviews={[zero]} language={settings.language} />
            </div>
          )}
        </div>
      </Block>
      <InOneOrder scales={scales} language={settings.language} />
      <Block title="What never changes" id="unchanged">
        <div className={styles.prose}>
          <p>
            A score stays on the scale that it was given on, in the words that it was given in. When we change a scale,
            what was scored before is not counted over. When we change our minds we write again, and both reviews stay
            and point at each other.
          </p>
          <p>
            Several critics may disagree about one work. Their scores stand side by side, and are never mixed with
            anybody else’s.
          </p>
        </div>
      </Block>
    </>
  )
}

function shown({ scales, unscored, zero }: Scoring) {
  const versions = scales.flatMap(scale => [scale.present, ...scale.older])
  return [
    ...versions.flatMap(version => [...version.reviews, ...version.bands.flatMap(band => band.examples)]),
    ...unscored.examples,
    ...(zero ? [zero] : []),
  ]
}
