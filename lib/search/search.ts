import type { ReviewCard } from '#lib/reviews/reviews.ts'
import type { WorkKind } from '#lib/works/works.ts'

/** Orders of a listing of reviews. */
export const reviewSorts = ['newest', 'oldest', 'best', 'title'] as const
export type ReviewSort = (typeof reviewSorts)[number]
export type SearchSort = 'relevance' | ReviewSort

/** At least so many of a hundred, or not scored. */
export const ratingBands = ['100', '80', '60', '40', 'none'] as const
export type RatingBand = (typeof ratingBands)[number]

/** What a listing is narrowed by, in the order in which pages offer it. */
export const facetNames = [
  'kind',
  'genre',
  'decade',
  'year',
  'country',
  'rating',
  'section',
  'critic',
  'topic',
] as const
export type FacetName = (typeof facetNames)[number]

/** What a listing is narrowed by; all optional, together they narrow further. */
export interface ReviewFilter {
  kind?: WorkKind | undefined
  genre?: string | undefined
  /** Of the work's release, as its first year: 1980. */
  decade?: number | undefined
  year?: number | undefined
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined
  rating?: RatingBand | undefined
  /** Slugs, as `genre` is. */
  section?: string | undefined
  critic?: string | undefined
  topic?: string | undefined
}

/** One value of a facet with how many reviews choosing it would leave. `value` is what an address says. */
export interface FacetValue {
  value: string
  label: string
  count: number
}
export type Facets = Record<FacetName, FacetValue[]>

/** What was typed, read. Words and phrases are wanted, all of them; what is excluded must be absent. */
export interface SearchTerms {
  words: string[]
  phrases: string[]
  excluded: string[]
}

/** Something that is called nearly what was typed. `count` is of reviews, or of works for a person or a series. */
export interface NameHit {
  noun: 'work' | 'person' | 'critic' | 'topic' | 'section' | 'series'
  name: string
  path: string
  kind: WorkKind | null
  year: number | null
  count: number
}

/** A run of text, and whether it is what was looked for. */
export interface Run {
  text: string
  isHit: boolean
}

export interface FoundReview {
  review: ReviewCard
  /** The headline and a stretch of the text around what was found: never of a spoiler. */
  headline: Run[]
  snippet: Run[]
}

/** Longer than anybody types; the page cache refuses longer ones. */
export const longestQuery = 200
const mostTerms = 12

/**
 * Reads what somebody typed: `her "out of five" -cats`. Anything can be typed: what means nothing is left out, what is too long is cut.
 * Words come back folded.
 */
export function readTerms(typed: string): SearchTerms {
  const text = typed.slice(0, longestQuery).normalize('NFC')
  const terms: SearchTerms = { words: [], phrases: [], excluded: [] }
  // A quotation mark that is never closed quotes nothing.
  for (const [, minus, quoted, bare = ''] of text.matchAll(/(?<![^\s"])(-?)(?:["“„”«]([^"“„”«»]*)["“”»]|(\S+))/gu)) {
    const words = foldWords(quoted ?? bare)
    if (words.length === 0) continue
    if (minus) terms.excluded.push(words.join(' '))
    else if (quoted !== undefined && words.length > 1) terms.phrases.push(words.join(' '))
    else terms.words.push(...words)
  }
  const few = (list: string[]) => [...new Set(list)].slice(0, mostTerms)
  return { words: few(terms.words), phrases: few(terms.phrases), excluded: few(terms.excluded) }
}

/** Whether there is anything to look for. */
export function isWanted({ words, phrases }: SearchTerms): boolean {
  return words.length + phrases.length > 0
}

const ligatures: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' }

/** A word as the index has it: lower-case, without accents and apostrophes. The database's search_fold does the same. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘ʼ\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[ßæœøłđðþ]/g, letter => ligatures[letter] ?? letter)
}

/** The words of a text, folded. */
export function foldWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
