import { expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeCritic, makeEditor, makeReview, makeSection, makeTopic, makeWork, prose } from '#prisma/factories.ts'
import { settleSearch } from './commands-settle.ts'
import { search } from './published.ts'
import { browseReviews, listReviews } from './published-listing.ts'

const { pool } = await testDatabase()
const editor = await makeEditor('owner')

async function publish(content: Parameters<typeof makeReview>[1] = {}) {
  const review = await makeReview(editor, content)
  const outcome = await publishReview(editor, { id: review.id, version: review.version })
  if (!outcome.ok) throw new Error(outcome.code)
  return review
}

const find = async (typed: string) => {
  const page = await search(typed, {}, 'relevance', 1)
  return {
    names: page?.names.map(({ name }) => name) ?? [],
    reviews: page?.reviews.map(({ review }) => review.id) ?? [],
  }
}

test('a review is found from its publication until it is retracted, and so are its work and its people', async () => {
  const work = await makeWork({ title: 'Quillfeather', director: 'Wilhelmina Ostrander' })
  expect(await find('quillfeather')).toEqual({ names: [], reviews: [] })
  const review = await publish({ workId: work.id, body: prose('It has a zeppelin in it.') })
  expect(await find('quillfeather')).toEqual({ names: ['Quillfeather'], reviews: [review.id] })
  expect(await find('ostrander')).toEqual({ names: ['Wilhelmina Ostrander'], reviews: [review.id] })
  expect((await find('zeppelin')).reviews).toEqual([review.id])
  const live = await db().publication.findFirstOrThrow({ where: { reviewId: review.id } })
  expect(live.isCurrent).toBe(true)
  const { version } = await db().review.findUniqueOrThrow({ where: { id: review.id } })
  expect((await retractReview(editor, { id: review.id, version })).ok).toBe(true)
  for (const typed of ['quillfeather', 'ostrander', 'zeppelin'])
    expect(await find(typed)).toEqual({ names: [], reviews: [] })
  const { rows } = await pool.query(`SELECT word FROM search_word WHERE word IN ('quillfeather', 'ostrander')`)
  expect(rows).toEqual([])
})

test('a draft, and words of it that were never published, are found by nobody', async () => {
  const work = await makeWork({ title: 'Underhand' })
  await makeReview(editor, { workId: work.id })
  expect(await find('underhand')).toEqual({ names: [], reviews: [] })
})

test('names are followed: a work, a person, an alias, a character, a critic, a topic', async () => {
  const critic = await makeCritic({ name: 'Petronella Vance' })
  const topic = await makeTopic({ name: 'Lighthouses' })
  // A name without a page is not offered.
  await db().address.createMany({
    data: [
      { path: `/critics/${critic.slug}`, state: 'live', kind: 'critic', subjectId: critic.id },
      { path: `/topics/${topic.slug}`, state: 'live', kind: 'topic', subjectId: topic.id },
    ],
  })
  const work = await makeWork({ title: 'Brambleside', director: 'Ottoline Crake' })
  const review = await publish({ workId: work.id, criticIds: [critic.id], topicIds: [topic.id] })
  await db().work.update({ where: { id: work.id }, data: { title: 'Thornside', originalTitle: 'Côté épine' } })
  await db().person.update({ where: { id: work.person.id }, data: { name: 'Ottoline Drake', aliases: ['Otto D'] } })
  await db().critic.update({ where: { id: critic.id }, data: { name: 'Petronella Grand' } })
  await db().topic.update({ where: { id: topic.id }, data: { name: 'Beacons' } })
  const credit = await db().credit.findFirstOrThrow({ where: { workId: work.id } })
  await db().credit.update({ where: { id: credit.id }, data: { role: 'actor', character: 'Captain Spindrift' } })
  expect(await find('brambleside')).toEqual({ names: [], reviews: [] })
  expect((await find('crake')).reviews).toEqual([])
  expect(await find('thornside')).toEqual({ names: ['Thornside'], reviews: [review.id] })
  expect(await find('cote epine')).toEqual({ names: ['Thornside'], reviews: [review.id] })
  expect(await find('otto d')).toEqual({ names: ['Ottoline Drake'], reviews: [review.id] })
  expect((await find('spindrift')).reviews).toEqual([review.id])
  expect(await find('petronella grand')).toEqual({ names: ['Petronella Grand'], reviews: [review.id] })
  expect((await find('beacons')).names).toEqual(['Beacons'])
})

test('a merge moves what is found: credits of one person to another, a review from work to work', async () => {
  const one = await makeWork({ title: 'Gallowglass', director: 'Hesper Lune' })
  const other = await makeWork({ title: 'Candlewick', director: 'Hespera Lune' })
  const review = await publish({ workId: one.id })
  await db().credit.updateMany({ where: { personId: one.person.id }, data: { personId: other.person.id } })
  expect((await find('hesper lune')).names).not.toContain('Hesper Lune')
  expect(await find('hespera')).toMatchObject({ reviews: [review.id] })
  await db().publication.updateMany({ where: { reviewId: review.id }, data: { workId: other.id } })
  expect((await find('gallowglass')).reviews).toEqual([])
  expect((await find('candlewick')).reviews).toEqual([review.id])
})

test('facets count exactly, also after changes', async () => {
  const [section, topic] = [await makeSection(), await makeTopic()]
  const book = await makeWork({
    kind: 'book',
    title: 'A Book of Tides',
    genres: ['Sea stories'],
    country: 'IS',
    releaseYear: 1987,
  })
  const game = await makeWork({
    kind: 'game',
    title: 'A Game of Tides',
    genres: ['Sea stories'],
    country: 'JP',
    releaseYear: 1991,
  })
  for (const work of [book, book, game]) await publish({ workId: work.id, sectionId: section.id, topicIds: [topic.id] })
  const counts = async (filter: Parameters<typeof listReviews>[0]) => {
    const { list, facets } = await browseReviews({ topic: topic.slug, ...filter }, 'newest', 1)
    const of = (name: 'kind' | 'genre' | 'decade' | 'country' | 'rating') =>
      Object.fromEntries(facets[name].map(({ value, count }) => [value, count]))
    return {
      total: list.total,
      kind: of('kind'),
      genre: of('genre'),
      decade: of('decade'),
      country: of('country'),
      rating: of('rating'),
    }
  }
  expect(await counts({})).toEqual({
    total: 3,
    kind: { book: 2, game: 1 },
    genre: { 'sea-stories': 3 },
    decade: { 1990: 1, 1980: 2 },
    country: { IS: 2, JP: 1 },
    rating: { none: 3 },
  })
  expect(await counts({ kind: 'book' })).toMatchObject({ total: 2, kind: { book: 2, game: 1 }, country: { IS: 2 } })
  expect(await counts({ kind: 'book', country: 'JP' })).toMatchObject({
    total: 0,
    kind: { game: 1 },
    country: { IS: 2 },
  })
  expect(await counts({ kind: 'film' })).toMatchObject({ total: 0, kind: { book: 2, game: 1 }, country: {} })
  expect(await counts({ genre: 'no-such' })).toMatchObject({ total: 0, genre: { 'sea-stories': 3 }, kind: {} })
  await db().work.update({ where: { id: book.id }, data: { country: 'JP' } })
  expect(await counts({})).toMatchObject({ country: { JP: 3 } })
})

test('pages are the same from either end, in every order', async () => {
  const topic = await makeTopic()
  for (let index = 0; index < 27; index++) {
    const work = await makeWork({ title: `Numbered ${String(index).padStart(2, '0')}` })
    await publish({ workId: work.id, topicIds: [topic.id] })
  }
  for (const sort of ['newest', 'oldest', 'best', 'title'] as const) {
    const pages = await Promise.all([1, 2, 3, 99].map(page => listReviews({ topic: topic.slug }, sort, page)))
    const ids = pages.slice(0, 3).flatMap(page => page.reviews.map(({ id }) => id))
    expect(new Set(ids).size, sort).toBe(27)
    expect(pages[3]).toEqual(pages[2])
    expect(pages[0]).toMatchObject({ total: 27, pages: 3 })
  }
  const byTitle = await listReviews({ topic: topic.slug }, 'title', 3)
  expect(byTitle.reviews.map(({ work }) => work.title)).toEqual(['Numbered 24', 'Numbered 25', 'Numbered 26'])
})

test('another language is read again by the worker, and stems accordingly', async () => {
  const work = await makeWork({ title: 'Die Häuser' })
  const review = await publish({ workId: work.id, body: prose('Er erzählte von den Kindern am Fluss.') })
  expect((await find('kinder')).reviews).toEqual([])
  await db().setting.upsert({
    where: { key: 'language' },
    create: { key: 'language', value: 'de-AT' },
    update: { value: 'de-AT' },
  })
  await settleSearch()
  expect((await find('kinder')).reviews).toEqual([review.id])
  await db().setting.update({ where: { key: 'language' }, data: { value: 'tlh' } })
  await settleSearch()
  expect((await find('kindern')).reviews).toEqual([review.id])
})

test('what stands in the tables is what a fresh index would be', async () => {
  const { rows } = await pool.query<{ documents: number; bits: number; words: number; stale: number }>(`SELECT
    (SELECT count(*) FROM search_document d FULL JOIN (SELECT review_id FROM publication WHERE is_current) p USING (review_id)
      WHERE d.publication_id IS NULL OR p.review_id IS NULL)::int AS documents,
    (SELECT count(*) FROM (SELECT f AS facet_id, count(*) AS n FROM search_document, unnest(facets) f GROUP BY 1) a
      FULL JOIN (SELECT facet_id, sum(bit_count(bits)) AS n FROM search_facet_bits GROUP BY 1 HAVING sum(bit_count(bits)) > 0) b USING (facet_id)
      WHERE a.n IS DISTINCT FROM b.n)::int AS bits,
    (SELECT count(*) FROM (SELECT word, count(*) AS uses FROM search_text, unnest(tsvector_to_array(ts_filter(names, '{a,b}'))) word GROUP BY 1) a
      FULL JOIN search_word b USING (word) WHERE a.uses IS DISTINCT FROM b.uses)::int AS words,
    (SELECT count(*) FROM search_stale)::int AS stale`)
  expect(rows[0]).toEqual({ documents: 0, bits: 0, words: 0, stale: 0 })
})
