import type { Metadata } from 'next'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Emblem } from '#components/site/emblem.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { listCritics } from '#lib/critics/published.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { listScoreExamples } from '#lib/reviews/published-examples.ts'
import { getSettings } from '#lib/settings/published.ts'
import styles from './_components/about.module.css'

export async function generateMetadata(): Promise<Metadata> {
  const settings = await getSettings()
  return pageMetadata({
    title: `About ${settings.name}`,
    description: `What ${settings.name} is, who writes it, and what our scores mean.`,
    path: '/about',
  })
}

export default async function AboutPage() {
  const [settings, critics, examples] = await Promise.all([getSettings(), listCritics(), listScoreExamples()])
  return (
    <>
      <CacheTags tags={['reviews', 'critics']} reviews={examples} />
      <PageHead title={`About ${settings.name}`}>
        <p>{settings.description || settings.tagline}</p>
      </PageHead>
      <div className={styles.prose}>
        <p>
          A number is the shortest thing that a critic can say, and the easiest to misread. So here a number always
          comes with words: what was counted, out of how many, and a sentence that it stands for. The words came first.
        </p>
      </div>
      <Block title="How we score" id="scores">
        <div className={styles.prose}>
          <p>
            The middle of a scale is a work that does what it set out to do. The top is not perfection but need: we
            would go out in the rain for it. Zero is a score, and means it. Where a number would be an impertinence we
            say <em>Not scored</em>, which is not zero.
          </p>
          <p>
            An old score stays on the scale that it was given on. When we change our minds we write again, and both
            reviews stay and point at each other.
          </p>
        </div>
        <ul className={styles.examples}>
          {examples.map(review => (
            <li key={review.id}>
              <RatingMark rating={review.rating} size="article" />
              <p>
                <a href={review.path}>
                  <cite>{review.work.title}</cite>
                </a>
              </p>
            </li>
          ))}
        </ul>
      </Block>
      <Block title="Who writes" id="critics" more={{ path: '/critics', label: 'All critics' }}>
        <ul className={styles.names}>
          {critics.map(critic => (
            <li key={critic.id}>
              <Emblem name={critic.name} />
              <p>
                <a href={critic.path}>{critic.name}</a>
                {critic.title && <span>{critic.title}</span>}
              </p>
            </li>
          ))}
        </ul>
      </Block>
      <Block title="What this page does not do" id="privacy">
        <div className={styles.prose}>
          <p>
            It sets no cookie, counts nobody, and asks no other company for anything. It works without JavaScript, on
            paper, and in your reader’s own type.
          </p>
          <p>
            Headlines are set in Fraunces, text in Newsreader, and the rest in Instrument Sans; all three are free
            fonts, served from here.
          </p>
        </div>
      </Block>
    </>
  )
}
