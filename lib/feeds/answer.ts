import { env } from '#lib/env.ts'
import { getSettings } from '#lib/settings/published.ts'
import { atomOf } from './atom.ts'
import type { Feed } from './feed.ts'
import { type FeedFormat, feedAt, feedPath, feedsPath, feedTypes } from './feeds.ts'
import { jsonFeedOf } from './json-feed.ts'
import { feedLinks } from './links.ts'
import { getFeed } from './published.ts'
import { findFeed } from './published-subjects.ts'
import { rssOf } from './rss.ts'

const writers: Record<FeedFormat, (feed: Feed) => string> = { xml: rssOf, atom: atomOf, json: jsonFeedOf }

/** Of every answer here: a person who opens the address gets a page instead, see server/http.ts, and any other site may read a feed. */
const common = { Vary: 'Sec-Fetch-Dest', 'X-Robots-Tag': 'noindex', 'Access-Control-Allow-Origin': '*' }

/** Answers for an address below /feeds: the feed, or as a page would: 308 where it is now, 410 when it has ended, 404 for none. */
export async function answerFeed(parts: string[], page: number): Promise<Response> {
  const asked = feedAt(parts)
  const { hasFeeds } = await getSettings()
  if (asked && !hasFeeds) return refusal(410, 'This publication no longer has feeds.', '')
  if (!asked) return refusal(404, 'There is no such feed.')
  const { format, ...of } = asked
  const found = await findFeed(of)
  if (found.state === 'moved')
    return new Response(null, { status: 308, headers: { ...common, Location: feedPath(found.of, format) } })
  if (found.state === 'gone') return refusal(410, 'This feed has ended: what it followed is no longer published.')
  const made = found.state === 'live' ? await getFeed(found.subject, page) : null
  if (found.state !== 'live' || !made) return refusal(404, 'There is no such feed.')
  const { feed, tags } = made
  return new Response(writers[format](feed), {
    headers: {
      ...common,
      'Content-Type': `${feedTypes[format]}; charset=utf-8`,
      'Content-Language': feed.language,
      'Last-Modified': lastModified(feed, found.subject.changedAt),
      Link: linkHeader(feed, format),
      'X-Cache-Tags': tags.join(' '),
    },
  })
}

function refusal(status: number, sentence: string, more = ` All feeds: ${env().SITE_URL}${feedsPath}`): Response {
  const body = `${sentence}${more}\n`
  return new Response(body, { status, headers: { ...common, 'Content-Type': 'text/plain; charset=utf-8' } })
}

/** Later than every entry when something was taken back, which changes the page that the feed follows and no entry. */
function lastModified({ updatedAt }: Feed, changedAt: string): string {
  return new Date(Math.max(Date.parse(updatedAt), Date.parse(changedAt))).toUTCString()
}

/** The hub and the feed's own address also where a hub's subscriber looks first (WebSub section 4). */
function linkHeader(feed: Feed, format: FeedFormat): string {
  return feedLinks(feed, format)
    .filter(({ rel }) => rel === 'self' || rel === 'hub')
    .map(({ rel, href }) => `<${href}>; rel="${rel}"`)
    .join(', ')
}
