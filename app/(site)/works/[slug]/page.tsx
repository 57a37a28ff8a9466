import type { Metadata } from 'next'
import { Credits } from '#components/review/credits.tsx'
import { JsonLd } from '#components/review/json-ld.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Grid, PageHead } from '#components/site/listing.tsx'
import { PartOf } from '#components/site/part-of.tsx'
import { WorkFacts } from '#components/site/work-facts.tsx'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { breadcrumbMarkup, workPageMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { listSeriesOf } from '#lib/series/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import { sameAs } from '#lib/works/external-ids.ts'
import { getWorkPage, type WorkPage as Work } from '#lib/works/published.ts'
import { kindName } from '#lib/works/works.ts'
import { FurtherFacts } from './_components/further-facts.tsx'
import { Opinions } from './_components/opinions.tsx'
import { RatingHistory } from './_components/rating-history.tsx'
import styles from './_components/work.module.css'
import { WorkPicture } from './_components/work-picture.tsx'

export async function generateMetadata({ params }: PageProps<'/works/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const work = await getWorkPage(slug)
  if (!work) return {}
  const year = work.released.year ? ` (${work.released.year})` : ''
  return pageMetadata({
    title: `${work.fullTitle}${year}: ${work.reviews.length === 1 ? 'our review' : 'our reviews'}`,
    description: work.summary || `What we have said about ${work.fullTitle}.`,
    path: `/works/${slug}`,
    picture: work.reviews[0]?.picture ?? work.picture,
  })
}

export default async function WorkPage({ params }: PageProps<'/works/[slug]'>) {
  const { slug } = await params
  const [work, settings] = await Promise.all([getWorkPage(slug), getSettings()])
  if (!work) return null
  const series = await listSeriesOf(work.id)
  const sameAsThis = sameAs(work.kind, work.externalIds)
  const year = work.released.year
  // Its parts are spoken of by themselves.
  const own = work.reviews.filter(review => review.work.id === work.id)
  const picture = work.picture ?? work.reviews[0]?.picture
  const ref = { id: work.id, kind: work.kind, title: work.fullTitle, year, path: `/works/${slug}` }
  const trail = [
    { name: settings.name, path: '/' },
    { name: work.fullTitle, path: `/works/${slug}` },
  ]
  return (
    <>
      <CacheTags tags={[...tagsOf(work), ...series.map(({ id }): CacheTag => `series:${id}`)]} reviews={work.reviews} />
      <JsonLd
        graph={[
          breadcrumbMarkup(env().SITE_URL, trail),
          ...workPageMarkup(env().SITE_URL, { work: ref, credits: work.credits, sameAs: sameAsThis }),
        ]}
      />
      <PageHead
        kicker={
          work.parent?.path ? (
            <a href={work.parent.path}>
              <bdi>{work.parent.title}</bdi>
            </a>
          ) : (
            kindName(work.kind)
          )
        }
        title={<bdi>{work.fullTitle}</bdi>}
        beside={picture && <WorkPicture picture={picture} isOwn={picture === work.picture} />}
      >
        <p>{work.summary}</p>
      </PageHead>
      <div className={styles.work}>
        <div className={styles.said}>
          <RatingHistory reviews={own} place={settings} />
          <Opinions reviews={own} />
          <Block title={work.reviews.length === 1 ? 'What we said' : 'What we have said'} id="reviews">
            <Grid reviews={work.reviews} place={settings} shape="row" />
          </Block>
          {work.parts.length > 0 && <Parts parts={work.parts} />}
        </div>
        <section className={styles.facts} aria-labelledby="facts">
          <h2 id="facts">The facts</h2>
          <WorkFacts facts={work} language={settings.language} />
          <Credits lines={work.credits} />
          <FurtherFacts work={work} language={settings.language} />
          <PartOf series={series} />
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
          <li key={part.id}>
            {part.path ? (
              <a href={part.path}>
                <bdi>{part.title}</bdi>
              </a>
            ) : (
              part.title
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

function tagsOf(work: Work): CacheTag[] {
  return [
    `work:${work.id}`,
    ...work.series.map((series): CacheTag => `series:${series.id}`),
    ...work.parts.map((part): CacheTag => `work:${part.id}`),
    ...work.credits.flatMap(line => line.people.map((person): CacheTag => `person:${person.id}`)),
  ]
}
