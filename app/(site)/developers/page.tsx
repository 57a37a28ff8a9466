import type { Metadata } from 'next'
import { PageMarkup } from '#app/(site)/_components/page-markup.tsx'
import { CacheTags } from '#components/site/cache-tags.tsx'
import { Block, PageHead } from '#components/site/listing.tsx'
import { listExamples } from '#lib/api/published-examples.ts'
import { readReference } from '#lib/api/reference.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { pageMetadata } from '#lib/markup/metadata.ts'
import { Contents } from './_components/contents.tsx'
import styles from './_components/developers.module.css'
import { Endpoints } from './_components/endpoints.tsx'
import { Manners } from './_components/manners.tsx'
import { OtherDoors } from './_components/other-doors.tsx'
import { Problems } from './_components/problems.tsx'
import { Shapes } from './_components/shapes.tsx'

const tags: CacheTag[] = ['reviews', 'works', 'people', 'critics', 'lists', 'topics', 'series', 'scoring', 'home']

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata({
    title: 'For developers',
    description:
      'Reviews, works, people, critics, lists and scales as JSON, without a key: every endpoint, with its parameters and an answer to try.',
    path: '/developers',
  })
}

export default async function DevelopersPage() {
  const { endpoints, shapes } = readReference()
  const { examples, reviewIds } = await listExamples()
  const first = examples.get('getReview')
  return (
    <>
      <CacheTags tags={[...tags, ...reviewIds.map((id): CacheTag => `review:${id}`)]} />
      <PageMarkup trail={[{ name: 'For developers', path: '/developers' }]} />
      <PageHead title="For developers">
        <p>
          Everything that is published here, as data. You need no key and no account: ask, and it is yours to read. All
          of it is also{' '}
          <a href="/api/v1/openapi.json" rel="nofollow">
            one OpenAPI document
          </a>
          .
        </p>
      </PageHead>
      <Contents endpoints={endpoints} />
      <Manners first={first} />
      <Endpoints endpoints={endpoints} examples={examples} />
      <Block title="What is answered" id="shapes">
        <p className={styles.prose}>
          Every member is always there, and null or empty where there is nothing to say. More may come; take no notice
          of what you do not know.
        </p>
        <Shapes shapes={shapes} />
      </Block>
      <Problems />
      <OtherDoors />
    </>
  )
}
