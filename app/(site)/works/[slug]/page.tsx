import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { Credits } from '#components/review/credits.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, Grid, PageHead } from '#components/site/listing.tsx'
import { PartOf } from '#components/site/part-of.tsx'
import { WorkFacts } from '#components/site/work-facts.tsx'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { fittingTitle } from '#lib/markup/fit.ts'
import { workPageMarkup } from '#lib/markup/markup.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { listSeriesOf } from '#lib/series/published.ts'
import { getSettings } from '#lib/settings/published.ts'
import { sameAs } from '#lib/works/external-ids.ts'
import { getWorkPage, type WorkPage as Work } from '#lib/works/published.ts'
import { creditsSentence, kindName } from '#lib/works/works.ts'
import { FurtherFacts } from './_components/further-facts.tsx'
import { Opinions } from './_components/opinions.tsx'
import { RatingHistory } from './_components/rating-history.tsx'
import styles from './_components/work.module.css'
import { WorkPicture } from './_components/work-picture.tsx'

export async function generateMetadata({ params }: PageProps<'/works/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const work = await getWorkPage(slug)
  if (!work) return {}
  return pageMetadata({
    title: workTitle(work),
    description: work.summary || `What we have said about ${work.fullTitle}. ${creditsSentence(work.credits)}`,
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
  const { parent } = work
  const ref = {
    id: work.id,
    kind: work.kind,
    title: work.fullTitle,
    year,
    path: `/works/${slug}`,
    ...(parent && { partOf: { kind: parent.kind, title: parent.title } }),
  }
  return (
    <>
      <CacheTags tags={[...tagsOf(work), ...series.map(({ id }): CacheTag => `series:${id}`)]} reviews={work.reviews} />
      <PageMarkup
        graph={workPageMarkup(env().SITE_URL, { work: ref, credits: work.credits, sameAs: sameAsThis })}
        trail={[
          { name: 'Works', path: '/works' },
          { name: work.fullTitle, path: `/works/${slug}` },
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
          <Opinions place={settings} reviews={own} />
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

/** "Her (2013 film): our review": what it is, so that a book and its film are told apart. */
function workTitle({ fullTitle, kind, released, reviews }: Work): string {
  const facts = [released.year, kindName(kind).toLowerCase()].filter(Boolean).join(' ')
  const named = `${fullTitle} (${facts})`
  return fittingTitle([`${named}: ${reviews.length === 1 ? 'our review' : 'our reviews'}`, named, fullTitle])
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
