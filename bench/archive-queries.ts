import type pg from 'pg'
import { answerQuestion } from '#lib/api/answer.ts'
import { getArchivePage, listArchive } from '#lib/archive/published.ts'
import { getCriticPage, listCritics } from '#lib/critics/published.ts'
import { getPersonPage } from '#lib/people/published.ts'
import { getScoring } from '#lib/ratings/published-scoring.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import { getHome } from '#lib/reviews/published-home.ts'
import { search, suggest } from '#lib/search/published.ts'
import { chooseFacets, listFacets } from '#lib/search/published-facets.ts'
import { listReviews } from '#lib/search/published-listing.ts'
import type { ReviewFilter } from '#lib/search/search.ts'
import { getSectionPage, getTopicPage } from '#lib/sections/published.ts'
import { getTopPage } from '#lib/top/published.ts'
import { getWorkPage } from '#lib/works/published.ts'

/** A page of readers: what it asks for each of some questions, and how many milliseconds that may take at 100,000 reviews. */
export interface PublicQuery {
  name: string
  limit: number
  questions: string[]
  ask: (question: string) => Promise<unknown>
}

const filters: ReviewFilter[] = [
  {},
  { kind: 'film' },
  { kind: 'book', decade: 2010 },
  { rating: '60' },
  { genre: 'drama', country: 'US' },
  { section: 'section-1', rating: '80' },
  { critic: 'critic-1' },
  { topic: 'topic-1', kind: 'film' },
  { year: 2024 },
  { kind: 'podcast', country: 'TH' },
]

/** Every page that has a query, with questions from the busiest to the quietest of its kind. */
export async function publicQueries(pool: pg.Pool, size: number): Promise<PublicQuery[]> {
  const list = async (sql: string) => (await pool.query<{ q: string }>(sql)).rows.map(row => row.q)
  const busyAndQuiet = (from: string, order: string) =>
    list(
      `(SELECT slug AS q FROM ${from} ORDER BY ${order} DESC LIMIT 5) UNION ALL (SELECT slug FROM ${from} ORDER BY md5(slug) LIMIT 15)`,
    )
  const people = await busyAndQuiet(
    `(SELECT person.slug, count(*) AS n FROM person JOIN credit ON person_id = person.id GROUP BY person.slug) p`,
    'n',
  )
  const works = await busyAndQuiet(
    `(SELECT work.slug, count(*) AS n FROM work JOIN publication ON work_id = work.id GROUP BY work.slug) w`,
    'n',
  )
  const reviews = await list(`SELECT slug AS q FROM publication ORDER BY md5(slug) LIMIT 20`)
  const titles = await list(`SELECT title AS q FROM work ORDER BY md5(slug) LIMIT 8`)
  const names = await list(`SELECT name AS q FROM person ORDER BY md5(slug) LIMIT 8`)
  const word = (rank: number) => list(`SELECT word AS q FROM bench_words WHERE rank = ${rank}`)
  // The first ranks are what a language's stop list leaves out: English has 127 of them. The next stands in four reviews of ten.
  const words = (await Promise.all([128, 200, 400, 1000, 2000, 6000, 15_000].map(word))).flat()
  const typed = [
    ...titles,
    ...names,
    ...names.slice(0, 4).map(name => name.split(' ').reverse().join(' ')),
    ...names.slice(0, 4).map(name => name.slice(0, -2)),
    ...names.slice(4).map(name => `${name.slice(0, 3)}${name.slice(4)}`),
    ...words,
    `${words[2]} ${words[4]}`,
    `"${words[0]} ${words[3]}"`,
    `${words[3]} -${words[4]}`,
  ]
  const page = (number: number) => Math.min(number, Math.ceil(size / 12))
  const byFilter = (ask: (filter: ReviewFilter) => Promise<unknown>) => ({
    questions: filters.map(filter => JSON.stringify(filter)),
    ask: (question: string) => ask(JSON.parse(question)),
  })
  const repeated = (ask: () => Promise<unknown>) => ({
    questions: Array.from({ length: 10 }, (_, i) => String(i)),
    ask,
  })
  return [
    { name: 'Home', limit: 30, ...repeated(getHome) },
    { name: 'Listing, page 1, ten filters', limit: 30, ...byFilter(filter => listReviews(filter, 'newest', 1)) },
    {
      name: 'Listing, page 500, ten filters',
      limit: 30,
      ...byFilter(filter => listReviews(filter, 'newest', page(500))),
    },
    {
      name: 'Listing by rating, page 500, ten filters',
      limit: 30,
      ...byFilter(filter => listReviews(filter, 'best', page(500))),
    },
    {
      name: 'Listing by title, page 500, ten filters',
      limit: 30,
      ...byFilter(filter => listReviews(filter, 'title', page(500))),
    },
    { name: 'Listing, last page', limit: 30, ...repeated(() => listReviews({}, 'newest', 9_999)) },
    { name: 'Facets, ten filters', limit: 100, ...byFilter(async filter => listFacets(await chooseFacets(filter))) },
    {
      name: 'API, reviews before 2010, ten filters',
      limit: 30,
      ...byFilter(filter =>
        answerQuestion(
          `/reviews?${new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])), to: '2010-01-01' })}`,
        ),
      ),
    },
    { name: 'Search', limit: 50, questions: typed, ask: question => search(question, {}, 'relevance', 1) },
    {
      name: 'Search, narrowed, newest, page 3',
      limit: 50,
      questions: typed,
      ask: question => search(question, { kind: 'film' }, 'newest', 3),
    },
    { name: 'Suggestions', limit: 50, questions: typed.map(text => text.slice(0, 6)), ask: suggest },
    { name: 'Review, with what is related', limit: 30, questions: reviews, ask: slug => getPublishedReview(slug) },
    { name: 'Work', limit: 30, questions: works, ask: slug => getWorkPage(slug) },
    { name: 'Person', limit: 30, questions: people, ask: slug => getPersonPage(slug) },
    {
      name: 'Critic',
      limit: 30,
      questions: ['critic-1', 'critic-2', 'critic-30', 'critic-60'],
      ask: slug => getCriticPage(slug),
    },
    { name: 'Critics', limit: 30, ...repeated(() => listCritics()) },
    {
      name: 'Section, page 500',
      limit: 30,
      questions: ['section-1', 'section-4', 'section-8'],
      ask: slug => getSectionPage(slug, page(500)),
    },
    { name: 'Topic', limit: 30, questions: ['topic-1', 'topic-20', 'topic-30'], ask: slug => getTopicPage(slug) },
    { name: 'Archive', limit: 30, ...repeated(listArchive) },
    {
      name: 'Year of the archive, page 40',
      limit: 30,
      questions: ['1995', '2010', '2024'],
      ask: year => getArchivePage(Number(year), null, 40),
    },
    { name: 'Top rated', limit: 30, ...repeated(() => getTopPage({}, 1)) },
    { name: 'How we score', limit: 30, ...repeated(getScoring) },
  ]
}
