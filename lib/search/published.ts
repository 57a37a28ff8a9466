import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import { reviewsPerPage } from '#lib/reviews/reviews.ts'
import { sortTitle } from '#lib/works/works.ts'
import { chooseFacets, countsWithin, type FacetCount, narrowing, toFacets } from './published-facets.ts'
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
const weighable = 60

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

/** What the search finds, and the counts within it, in one statement: the words are looked up once, however many reviews have them. */
async function findReviews(terms: SearchTerms, chosen: Chosen, sort: SearchSort, asked: number) {
  const queries = await toQueries(terms)
  const { total, page, ids, counts } = await pageOf(queries, terms, chosen, sort, asked)
  const facets = await toFacets(chosen, counts)
  const facetTotal = facets.kind.reduce((sum, { count }) => sum + count, 0)
  return { facets, facetTotal, total, page, reviews: await toFound(ids, terms, queries.stems) }
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

interface FoundPage {
  total: number
  page: number
  /** Publications, in order. */
  ids: string[]
  counts: FacetCount[]
}

async function pageOf(
  queries: Queries,
  terms: SearchTerms,
  chosen: Chosen,
  sort: SearchSort,
  asked: number,
): Promise<FoundPage> {
  const { exact, names, heading, text, excluded } = queries
  const typed = [...terms.words, ...terms.phrases].join(' ')
  const [row] = await db().$queryRaw<{ total: number; ids: string[]; counts: FacetCount[] }[]>`
    WITH page AS MATERIALIZED (
      SELECT * FROM search_page(${exact}::tsquery, ${names}::tsquery, ${heading}::tsquery, ${text}::tsquery, ${excluded}::text[]::tsquery[],
        ${narrowing(chosen)}::integer[], ARRAY[search_fold(${typed}), search_fold(${sortTitle(typed)})], ${sort}, ${asked}::integer,
        ${reviewsPerPage}::integer, ${weighable}::integer)
    )
    SELECT total, ids::text[] AS ids,
      (SELECT coalesce(json_agg(c), '[]') FROM (${countsWithin(chosen, Prisma.sql`(SELECT hits FROM page)`)}) AS c) AS counts
    FROM page`
  const { total = 0, ids = [], counts = [] } = row ?? {}
  // A page past the end is the last one, as in every listing.
  return { total, page: Math.min(asked, Math.max(1, Math.ceil(total / reviewsPerPage))), ids, counts }
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
