import type { Feed } from './feed.ts'
import { type FeedFormat, type FeedOf, feedPath, feedTypes } from './feeds.ts'

export interface FeedLink {
  rel: 'self' | 'hub' | 'first' | 'previous' | 'next' | 'last'
  href: string
  type?: string
}

/**
 * Where the feed is, and where its other pages and its hub are: exactly one `self`, which is what a subscriber of the hub asks for
 * (WebSub section 4); pages as in RFC 5005 section 3.
 */
export function feedLinks({ of, publication, hub, page, pages }: Feed, format: FeedFormat): FeedLink[] {
  const type = feedTypes[format]
  const to = (rel: FeedLink['rel'], number: number): FeedLink => ({
    rel,
    href: new URL(feedPagePath(of, format, number), publication.url).href,
    type,
  })
  return [
    to('self', page),
    ...(hub === '' ? [] : [{ rel: 'hub' as const, href: hub }]),
    ...(pages > 1 ? [to('first', 1), to('last', pages)] : []),
    ...(page > 1 ? [to('previous', page - 1)] : []),
    ...(page < pages ? [to('next', page + 1)] : []),
  ]
}

/** "/feeds/all.xml?page=2" */
export function feedPagePath(of: FeedOf, format: FeedFormat, page: number): string {
  return page > 1 ? `${feedPath(of, format)}?page=${page}` : feedPath(of, format)
}
