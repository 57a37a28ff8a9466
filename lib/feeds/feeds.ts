// Where feeds are, and what they are called.

export const feedScopes = ['all', 'sections', 'critics', 'topics', 'kinds', 'lists'] as const
export type FeedScope = (typeof feedScopes)[number]

/** What a feed follows: everything, or one section, critic, topic, kind of work or list. */
export interface FeedOf {
  scope: FeedScope
  /** Empty for everything. */
  slug: string
}

/** By the ending of the address: RSS 2.0, Atom 1.0 (RFC 4287), JSON Feed 1.1. */
export const feedFormats = ['xml', 'atom', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

export const feedTypes: Record<FeedFormat, string> = {
  xml: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** As people call them. */
export const feedFormatNames: Record<FeedFormat, string> = { xml: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** Where all feeds are listed, and where on that page the extension is described that carries ratings as data. */
export const feedsPath = '/feeds'
export const ratingsInFeedsId = 'ratings-in-feeds'

/** "/feeds/all.xml", "/feeds/sections/film.atom" */
export function feedPath({ scope, slug }: FeedOf, format: FeedFormat): string {
  return scope === 'all' ? `/feeds/all.${format}` : `/feeds/${scope}/${slug}.${format}`
}

/** What an address below `/feeds` names, by its parts: `['sections', 'film.atom']`. Null for what is no address of a feed. */
export function feedAt(parts: readonly string[]): (FeedOf & { format: FeedFormat }) | null {
  const [, stem, ending] = /^([a-z0-9-]{1,120})\.([a-z]{3,4})$/.exec(parts.at(-1) ?? '') ?? []
  const format = feedFormats.find(known => known === ending)
  const of = stem === undefined ? null : feedOf([...parts.slice(0, -1), stem])
  return format && of ? { ...of, format } : null
}

/** The same without the ending: `['sections', 'film']`, `['all']`. */
export function feedOf(parts: readonly string[]): FeedOf | null {
  const [first, slug = '', ...rest] = parts
  const scope = feedScopes.find(known => known === first)
  if (!scope || rest.length > 0 || (scope === 'all') !== (slug === '')) return null
  return { scope, slug }
}

const ending = /\.(?:xml|atom|json)$/

/** Where a person reads what the feed at a path is: "/feeds/read/sections/film". Null for what is no feed. */
export function readablePath(path: string): string | null {
  return path.startsWith('/feeds/') && ending.test(path)
    ? path.replace('/feeds/', '/feeds/read/').replace(ending, '')
    : null
}
