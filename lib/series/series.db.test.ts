import { expect, test } from 'vitest'
import { resolveAddress } from '#lib/addresses/published.ts'
import { listPeopleIndex, listWorksIndex } from '#lib/addresses/published-index.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import { readDemo } from '#prisma/demo/demo-files.ts'
import { writeSeries, writeWorks } from '#prisma/demo/load-works.ts'
import { makeEditor, makeReview, makeWork, readReview, unique } from '#prisma/factories.ts'
import { saveSeries } from './commands.ts'
import { getDeskSeries } from './desk-queries.ts'
import { getSeriesPage, listSeriesIndex, listSeriesOf } from './published.ts'
import type { SeriesContent } from './series-schema.ts'

await testDatabase()
const editor = await makeEditor()

const content = (change: Partial<SeriesContent> = {}): SeriesContent => ({
  name: 'Earthsea',
  kind: 'series',
  slug: unique('earthsea'),
  note: '',
  workIds: [],
  ...change,
})

async function made(change: Partial<SeriesContent>) {
  const outcome = await saveSeries(editor, { id: null, version: null, content: content(change) })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome
}

test('a series has a page while one of its works is reviewed, in order, without the others', async () => {
  const [first, second, third] = [await makeWork(), await makeWork(), await makeWork()]
  const slug = unique('earthsea')
  const series = await made({ slug, workIds: [third.id, first.id, second.id] })
  expect(await resolveAddress(`/series/${slug}`)).toBeNull()
  const reviews = []
  for (const { id } of [first, third]) {
    const review = await makeReview(editor, { workId: id })
    await publishReview(editor, review)
    reviews.push(review)
  }
  expect(await resolveAddress(`/series/${slug}`)).toMatchObject({ state: 'live' })
  const page = await getSeriesPage(slug)
  expect(page?.works.map(work => work.id)).toEqual([third.id, first.id])
  expect(page?.total).toBe(3)
  expect(await listSeriesOf(first.id)).toMatchObject([{ name: 'Earthsea', path: `/series/${slug}` }])
  expect(await listSeriesIndex()).toContainEqual(expect.objectContaining({ id: series.id, works: 2 }))
  const related = (await getPublishedReview(reviews[0]?.content.slug ?? ''))?.related
  expect(related?.[0]).toMatchObject({ reason: 'Also in the Earthsea series', review: { work: { id: third.id } } })
  const next = unique('earthsea')
  const moved = await saveSeries(editor, {
    id: series.id,
    version: series.version,
    content: content({ slug: next, workIds: [third.id, first.id] }),
  })
  expect(moved).toMatchObject({ ok: true, version: 2 })
  expect(await resolveAddress(`/series/${slug}`)).toEqual({ state: 'moved', target: `/series/${next}` })
  for (const { id } of reviews) await retractReview(editor, { id, version: (await readReview(id)).version })
  expect(await resolveAddress(`/series/${next}`)).toMatchObject({ state: 'gone' })
})

test('is refused for those who may not, when stale, for a taken address and a work that is gone', async () => {
  const series = await made({})
  const stored = await getDeskSeries(editor, series.id)
  const critic = await makeEditor('critic', { isCritic: true })
  const again = { id: series.id, version: 1, content: content() }
  expect(await saveSeries(critic, again)).toEqual({ ok: false, code: 'not-allowed' })
  expect(await saveSeries(editor, { ...again, version: 9 })).toEqual({ ok: false, code: 'stale', version: 1 })
  const nobody = '00000000-0000-7000-8000-000000000000'
  expect(await saveSeries(editor, { ...again, id: nobody })).toEqual({ ok: false, code: 'not-found' })
  expect(await saveSeries(editor, { ...again, content: content({ workIds: [nobody] }) })).toMatchObject({
    field: 'workIds',
  })
  const taken = { id: null, version: null, content: content({ slug: stored?.content.slug }) }
  expect(await saveSeries(editor, taken)).toMatchObject({ field: 'slug' })
})

test('related reviews give the strongest reason once, makers first', async () => {
  const work = await makeWork({ title: 'One' })
  const other = await makeWork({ title: 'Two' })
  await db().credit.updateMany({ where: { workId: other.id }, data: { personId: work.person.id } })
  await db().credit.create({ data: { workId: other.id, personId: work.person.id, role: 'writer', position: 2 } })
  const review = await makeReview(editor, { workId: work.id })
  await publishReview(editor, review)
  await publishReview(editor, await makeReview(editor, { workId: other.id }))
  const related = (await getPublishedReview(review.content.slug))?.related ?? []
  expect(related.filter(entry => entry.review.work.id === other.id)).toHaveLength(1)
  expect(related[0]).toMatchObject({ reason: 'Also directed by Spike Jonze', review: { work: { id: other.id } } })
})

test('the lists of all works and all people are in the order of the alphabet, with their letters', async () => {
  const work = await makeWork({ title: 'Zebra Crossing', director: 'Élan Vital' })
  await db().person.update({ where: { id: work.person.id }, data: { sortName: 'Élan' } })
  await publishReview(editor, await makeReview(editor, { workId: work.id }))
  const works = await listWorksIndex(1, 'film')
  expect(works.entries.at(-1)).toMatchObject({ name: 'Zebra Crossing', detail: 'Film, 2013' })
  expect(works.letters.at(-1)).toEqual({ letter: 'Z', page: 1 })
  expect(works.total).toBe(works.entries.length)
  expect((await listPeopleIndex(99)).letters.map(({ letter }) => letter)).toContain('E')
})

test('the demo’s series are of its own works, and its other names of its own people', async () => {
  const demo = readDemo()
  await db().$transaction(
    async tx => {
      await writeWorks(tx, demo.works)
      await writeSeries(tx, demo.publication)
    },
    { timeout: 60_000 },
  )
  expect(
    await db().workSeries.count({ where: { slug: { in: demo.publication.series.map(({ slug }) => slug) } } }),
  ).toBe(2)
}, 90_000)
