import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import { reviewsPerPage } from '#lib/reviews/reviews.ts'
import { sortTitle } from '#lib/works/works.ts'
import { chooseFacets, listFacets } from './published-facets.ts'
import { listNameHits, respell } from './published-names.ts'
import {
  type Facets,
  type FoundReview,
  isWanted,
  type NameHit,
  type ReviewFilter,
  readTerms,
  type SearchSort,
  type SearchTerms,
} from './search.ts'
import { finder, mark, snippet } from './snippet.ts'

export interface SearchPage {
  /** Works, people and the like by name; on the first page only. */
  names: NameHit[]
  reviews: FoundReview[]
  total: number
  page: number
  pages: number
  facets: Facets
  /** What the words were probably meant as. With `isCorrected` the reviews are what that finds, because the words as typed find none. */
  instead: string | null
  isCorrected: boolean
}

/** So many can be weighed word for word; of more, each tier is in order of date. */
const weighable = 300

/**
 * What the live reviews, works and people have of what was typed, or null when nothing was. Reviews come in tiers: words of the
 * work's or a person's name, names that begin so, headline or verdict, prose. Spoilers are in no index.
 */
export const search = cache(
  async (typed: string, filter: ReviewFilter, sort: SearchSort, page: number): Promise<SearchPage | null> => {
    const terms = readTerms(typed)
    if (!isWanted(terms)) return null
    const [spellings, chosen] = await Promise.all([respell(terms.words), chooseFacets(filter)])
    const corrected = spellings.corrected && { ...terms, words: spellings.corrected }
    const [names, asTyped] = await Promise.all([
      page === 1 ? listNameHits(terms, spellings.groups) : [],
      findReviews(terms, chosen, sort, page),
    ])
    const isCorrected = asTyped.facetTotal === 0 && corrected !== null
    const found = isCorrected ? await findReviews(corrected, chosen, sort, page) : asTyped
    return {
      names,
      ...found,
      pages: Math.max(1, Math.ceil(found.total / reviewsPerPage)),
      instead: corrected && written(corrected),
      isCorrected,
    }
  },
)

/** Names for what has been typed so far, for a list that opens under the field. */
export async function suggest(typed: string): Promise<NameHit[]> {
  const terms = readTerms(typed)
  if (!isWanted(terms)) return []
  const { groups } = await respell(terms.words)
  return listNameHits(terms, groups, 7)
}

type Chosen = Awaited<ReturnType<typeof chooseFacets>>
interface Queries {
  exact: string | null
  names: string | null
  heading: string | null
  text: string | null
  excluded: string[]
  stems: string[]
}

async function findReviews(terms: SearchTerms, chosen: Chosen, sort: SearchSort, asked: number) {
  const queries = await toQueries(terms)
  const matching = match(queries)
  const facets = await listFacets(chosen, matching)
  const facetTotal = facets.kind.reduce((sum, { count }) => sum + count, 0)
  const isHopeless = chosen.some(({ id }) => id === null)
  const { total, page, rows } = isHopeless
    ? { total: 0, page: 1, rows: [] }
    : await rowsOf(queries, matching, terms, chosen, sort, asked)
  return { facets, facetTotal, total, page, reviews: await toFound(rows, terms, queries.stems) }
}

/** The queries as PostgreSQL writes them: sent back as constants, they let it plan by how common the words are. */
async function toQueries(terms: SearchTerms): Promise<Queries> {
  const { words, phrases, excluded } = terms
  const [row] = await db().$queryRaw<Queries[]>`
    SELECT search_query('exact', ${words}, ${phrases})::text AS exact, search_query('names', ${words}, ${phrases})::text AS names,
      search_query('heading', ${words}, ${phrases})::text AS heading, search_query('text', ${words}, ${phrases})::text AS text,
      ARRAY(SELECT q::text FROM unnest(${excluded}::text[]) e, search_query('text', '{}', ARRAY[e]) q WHERE q IS NOT NULL) AS excluded,
      ARRAY(SELECT unnest(tsvector_to_array(to_tsvector(search_language(), search_fold(w))))
        FROM unnest(${[...words, ...phrases]}::text[]) w) AS stems`
  return row ?? { exact: null, names: null, heading: null, text: null, excluded: [], stems: [] }
}

/** The numbers of the reviews that have what is wanted and nothing that is excluded. */
function match({ names, heading, text, excluded }: Queries): Prisma.Sql {
  const without = excluded.map(
    query => Prisma.sql` AND number NOT IN (SELECT search_numbers(NULL, NULL, ${query}::tsquery))`,
  )
  return Prisma.sql`SELECT number FROM search_numbers(${names}::tsquery, ${heading}::tsquery, ${text}::tsquery) AS number
    WHERE true ${without.length > 0 ? Prisma.join(without, '') : Prisma.empty}`
}

const orders: Record<SearchSort, Prisma.Sql> = {
  relevance: Prisma.sql`tier, rank DESC, published_at DESC, review_id DESC`,
  newest: Prisma.sql`published_at DESC, review_id DESC`,
  oldest: Prisma.sql`published_at, review_id`,
  best: Prisma.sql`score DESC, published_at DESC, review_id DESC`,
  title: Prisma.sql`sort_title, review_id`,
}

async function rowsOf(
  queries: Queries,
  matching: Prisma.Sql,
  terms: SearchTerms,
  chosen: Chosen,
  sort: SearchSort,
  asked: number,
): Promise<{ total: number; page: number; rows: string[] }> {
  const ids = chosen.flatMap(({ name, id }) => (name === 'all' || id === null ? [] : [id]))
  const narrowed = ids.length > 0 ? Prisma.sql`WHERE d.facets @> ${ids}::integer[]` : Prisma.empty
  const typed = [...terms.words, ...terms.phrases].join(' ')
  const offset = (asked - 1) * reviewsPerPage
  const tiers =
    sort === 'relevance'
      ? Prisma.sql`CASE WHEN d.number IN (SELECT search_numbers(${queries.exact}::tsquery, NULL, NULL))
            THEN CASE WHEN d.sort_title IN (search_fold(${typed}), search_fold(${sortTitle(typed)})) THEN 0 ELSE 1 END
          WHEN d.number IN (SELECT search_numbers(${queries.names}::tsquery, NULL, NULL)) THEN 2
          WHEN d.number IN (SELECT search_numbers(NULL, ${queries.heading}::tsquery, NULL)) THEN 3 ELSE 4 END`
      : Prisma.sql`0`
  const rows = await db().$queryRaw<{ total: number; publicationId: string | null }[]>`
    WITH fitting AS MATERIALIZED (
      SELECT d.number, d.publication_id, d.review_id, d.published_at, d.score, d.sort_title, ${tiers} AS tier
      FROM (${matching}) m JOIN search_document d USING (number) ${narrowed}
    ), counted AS (SELECT count(*)::integer AS total FROM fitting)
    SELECT counted.total, page.publication_id::text AS "publicationId" FROM counted LEFT JOIN LATERAL (
      SELECT fitting.*, CASE WHEN ${sort} = 'relevance' AND counted.total <= ${weighable} THEN (
        SELECT ts_rank('{0.05,0.4,0.7,1}', d.everything, coalesce(${queries.heading}::tsquery, ${queries.names}::tsquery))
        FROM search_document d WHERE d.number = fitting.number) ELSE 0 END AS rank
      FROM fitting ORDER BY ${orders[sort]} OFFSET ${offset} LIMIT ${reviewsPerPage}
    ) AS page ON true`
  const total = rows[0]?.total ?? 0
  const last = Math.max(1, Math.ceil(total / reviewsPerPage))
  // A page past the end is the last one, as in every listing.
  if (asked > last) return rowsOf(queries, matching, terms, chosen, sort, last)
  return { total, page: asked, rows: rows.flatMap(row => row.publicationId ?? []) }
}

async function toFound(ids: string[], terms: SearchTerms, stems: string[]): Promise<FoundReview[]> {
  const [cards, texts] = await Promise.all([
    listCardsByPublication(ids),
    db().publication.findMany({ where: { id: { in: ids } }, select: { id: true, plainText: true } }),
  ])
  const plain = new Map(texts.map(({ id, plainText }) => [id, plainText]))
  const isHit = finder(terms, stems)
  return ids.flatMap(id => {
    const review = cards.get(id)
    if (!review) return []
    const inLead = [review.verdict, review.standfirst].find(text => mark(text, isHit).some(run => run.isHit))
    return {
      review,
      headline: mark(review.title, isHit),
      snippet: inLead ? mark(inLead, isHit) : snippet(plain.get(id) ?? '', isHit, review.verdict || review.standfirst),
    }
  })
}

function written({ words, phrases, excluded }: SearchTerms): string {
  const quoted = (text: string) => (text.includes(' ') ? `"${text}"` : text)
  return [...words, ...phrases.map(quoted), ...excluded.map(text => `-${quoted(text)}`)].join(' ')
}
