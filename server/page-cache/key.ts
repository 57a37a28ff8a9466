import { decode } from '../malformed.ts'

/** Who answers a path. Everything that is not the rest is a page of readers, and kept. */
export type Room = 'page' | 'stream' | 'desk' | 'api' | 'media' | 'next' | 'health'

/** The room of a canonical path. */
export function roomOf(path: string): Room {
  const first = path.slice(1, path.indexOf('/', 1) < 0 ? undefined : path.indexOf('/', 1))
  return ROOMS.get(first) ?? 'page'
}

const ROOMS = new Map<string, Room>([
  ['desk', 'desk'],
  // A preview shows a draft to whoever holds its link: never kept.
  ['preview', 'desk'],
  ['api', 'api'],
  ['media', 'media'],
  // All of them together would push the pages out of memory.
  ['sitemaps', 'stream'],
  ['_next', 'next'],
  ['live', 'health'],
  ['ready', 'health'],
])

export type PageKey = {
  /** The canonical path and query: what the entry is kept under and what is asked of Next. */
  key: string
  /** Any visitor can make up such a page (a search, a combination of filters), so it may not displace the others. */
  isPassing: boolean
}

// A query key that a page does not know must neither make an entry of its own nor reach Next. The first rule that fits
// counts; keys are named in the order in which they stand in the canonical address.
const LISTING = [
  'country',
  'critic',
  'decade',
  'genre',
  'kind',
  'page',
  'q',
  'rating',
  'section',
  'sort',
  'topic',
  'year',
]
const KNOWN_KEYS: { paths: RegExp; keys: string[] }[] = [
  // A feed goes on further back (RFC 5005).
  { paths: /^\/feeds\/.+\.(?:xml|atom|json)$/, keys: ['page'] },
  // One thing, of which nothing can be asked.
  { paths: /^\/reviews\/[^/]+$|^\/(?:about|scoring)$|\.[a-z]+$|^\/(?:embed|feeds)(?:\/|$)|^\/developers$/, keys: [] },
  { paths: /^\/oembed$/, keys: ['format', 'maxheight', 'maxwidth', 'url'] },
  // Long, and nothing else to ask.
  { paths: /^\/lists(?:\/[^/]+)?$|^\/archive(?:\/[^/]+)*$|^\/(?:corrections|people)(?:\/[^/]+)?$/, keys: ['page'] },
  { paths: /^/, keys: LISTING },
]
/** Whether a query asks for the first page by its number: that page has an address without it. */
export function asksFirstPage(query: string): boolean {
  return FIRST_PAGE.test(query)
}

/** The query without that. */
export function withoutFirstPage(query: string): string {
  return query
    .split('&')
    .filter(pair => !FIRST_PAGE.test(pair))
    .join('&')
}

const FIRST_PAGE = /(?:^|&)page=0*1(?=&|$)/

/** Listings hardly have more pages than this; beyond it somebody is counting. */
const PAGE_NUMBER = /^[1-9]\d{0,3}$/
const LONGEST_VALUE = 200

/** The key of a page; null where a value that would matter is malformed. */
export function pageKey(path: string, query: string): PageKey | null {
  const known = KNOWN_KEYS.find(({ paths }) => paths.test(path))?.keys ?? []
  if (query === '' || known.length === 0) return { key: path, isPassing: false }
  const asked = new Map<string, string>()
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    if (name === null || !known.includes(name) || asked.has(name)) continue
    const value = readValue(equals < 0 ? '' : pair.slice(equals + 1))
    if (value === null) return null
    asked.set(name, value)
  }
  const kept = known.filter(name => isSaying(name, asked.get(name)))
  if (kept.length === 0) return { key: path, isPassing: false }
  const search = kept.map(name => `${name}=${encodeURIComponent(asked.get(name) ?? '')}`).join('&')
  return {
    key: `${path}?${search}`,
    isPassing: kept.length > 1 || !PAGE_NUMBER.test(asked.get('page') ?? ''),
  }
}

/** A plain GET form also sends what was left empty, and the first page is the page itself. */
function isSaying(name: string, value = ''): boolean {
  return value !== '' && !(name === 'page' && value === '1')
}

function readValue(written: string): string | null {
  const text = decode(written.replaceAll('+', ' '))?.trim().normalize('NFC')
  if (text === undefined || text.length > LONGEST_VALUE) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  return /[\x00-\x1f\x7f]/.test(text) ? null : text
}
