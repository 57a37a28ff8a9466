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

/** "/feeds/all.xml", "/feeds/sections/film.atom" */
export function feedPath({ scope, slug }: FeedOf, format: FeedFormat): string {
  return scope === 'all' ? `/feeds/all.${format}` : `/feeds/${scope}/${slug}.${format}`
}
