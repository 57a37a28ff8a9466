import type { Metadata } from 'next'
import { Credits } from '#components/review/credits.tsx'
import { Image } from '#components/review/figure.tsx'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Grid, PageHead } from '#components/site/listing.tsx'
import { WorkFacts } from '#components/site/work-facts.tsx'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { breadcrumbMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getWorkPage, type WorkPage as Work } from '#lib/works/published.ts'
import { kindName } from '#lib/works/works.ts'
import { RatingHistory } from './_components/rating-history.tsx'
import styles from './_components/work.module.css'

export async function generateMetadata({ params }: PageProps<'/works/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const work = await getWorkPage(slug)
  if (!work) return {}
  const year = work.released.year ? ` (${work.released.year})` : ''
  return pageMetadata({
    title: `${work.fullTitle}${year}: ${work.reviews.length === 1 ? 'our review' : 'our reviews'}`,
    description: work.summary || `What we have said about ${work.fullTitle}.`,
    path: `/works/${slug}`,
    picture: work.reviews[0]?.picture,
  })
}

export default async function WorkPage({ params }: PageProps<'/works/[slug]'>) {
  const { slug } = await params
  const [work, settings] = await Promise.all([getWorkPage(slug), getSettings()])
  if (!work) return null
  const picture = work.reviews[0]?.picture
  const trail = [
    { name: settings.name, path: '/' },
    { name: work.fullTitle, path: `/works/${slug}` },
  ]
  return (
    <>
      <CacheTags tags={tagsOf(work)} reviews={work.reviews} />
      <JsonLd graph={[breadcrumbMarkup(env().SITE_URL, trail)]} />
      <PageHead
        kicker={work.parent?.path ? <a href={work.parent.path}>{work.parent.title}</a> : kindName(work.kind)}
        title={work.fullTitle}
        beside={picture && <Image picture={picture} sizes="(min-width: 52rem) 22rem, 90vw" isLead isDecoration />}
      >
        <p>{work.summary}</p>
      </PageHead>
      <div className={styles.work}>
        <div className={styles.said}>
          <RatingHistory reviews={work.reviews} place={settings} />
          <Block title={work.reviews.length === 1 ? 'What we said' : 'What we have said'} id="reviews">
            <Grid reviews={work.reviews} place={settings} shape="row" />
          </Block>
          {work.parts.length > 0 && <Parts parts={work.parts} />}
        </div>
        <section className={styles.facts} aria-labelledby="facts">
          <h2 id="facts">The facts</h2>
          <WorkFacts facts={work} language={settings.language} />
          <Credits lines={work.credits} />
        </section>
      </div>
    </>
  )
}

function Parts({ parts }: { parts: Work['parts'] }) {
  return (
    <Block title="Its parts" id="parts">
      <ul className={styles.parts}>
        {parts.map(part => (
          <li key={part.id}>{part.path ? <a href={part.path}>{part.title}</a> : part.title}</li>
        ))}
      </ul>
    </Block>
  )
}

function tagsOf(work: Work): CacheTag[] {
  return [
    `work:${work.id}`,
    ...work.parts.map((part): CacheTag => `work:${part.id}`),
    ...work.credits.flatMap(line => line.people.map((person): CacheTag => `person:${person.id}`)),
  ]
}
