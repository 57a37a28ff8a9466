import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { getListPage } from '#lib/lists/published.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { listPublicationIds } from '#lib/search/published-listing.ts'
import type { ReviewFilter } from '#lib/search/search.ts'
import { zonedIso } from '#lib/settings/dates.ts'
import { getSettings } from '#lib/settings/published.ts'
import { workKinds } from '#lib/works/works.ts'
import { line } from './elements.ts'
import { listEntry, reviewEntry } from './entries.ts'
import type { Feed } from './feed.ts'
import { feedPath, feedsPath, ratingsInFeedsId } from './feeds.ts'
import { listFeedReviews } from './published-reviews.ts'
import type { FeedSubject } from './published-subjects.ts'

/** A subscriber who looks in once a fortnight has missed nothing; the rest is on further pages. */
export const entriesPerFeed = 30

/** One page of a feed, newest first, with what it depends on; null past the last page. */
export async function getFeed(subject: FeedSubject, page = 1): Promise<{ feed: Feed; tags: CacheTag[] } | null> {
  const { ids, total } = await publicationIds(subject, { offset: (page - 1) * entriesPerFeed, size: entriesPerFeed })
  const pages = Math.max(1, Math.ceil(total / entriesPerFeed))
  if (page > pages) return null
  const [settings, reviews, list] = await Promise.all([
    getSettings(),
    listFeedReviews(ids),
    subject.of.scope === 'lists' && page === 1 ? getListPage(subject.of.slug) : null,
  ])
  const site = { siteUrl: env().SITE_URL, settings }
  const entries = [...(list ? [listEntry(list, site)] : []), ...reviews.map(review => reviewEntry(review, site))]
  const { siteUrl } = site
  const isWhole = subject.of.scope === 'all'
  const feed: Feed = {
    of: subject.of,
    id: subject.id ? `urn:uuid:${subject.id}` : siteUrl + feedPath(subject.of, 'atom'),
    title: line(isWhole ? settings.name : `${subject.name} · ${settings.name}`),
    description: line(subject.description),
    pageUrl: siteUrl + subject.path,
    language: settings.language,
    updatedAt: latest(entries.map(entry => entry.updatedAt)) ?? zonedIso(subject.changedAt, settings.timeZone),
    publication: { name: line(settings.name), url: `${siteUrl}/`, iconUrl: `${siteUrl}/icon.png` },
    hub: settings.webSubHub,
    namespace: `${siteUrl}${feedsPath}#${ratingsInFeedsId}`,
    ...{ page, pages, entries },
  }
  const shown = [...reviews, ...(list?.entries.map(entry => entry.review) ?? [])]
  return { feed, tags: [...feedTags(subject), ...reviewTags(shown)] }
}

/** The newest reviews of a feed as cards, for the page on which a person reads what it is. */
export async function listFeedCards(subject: FeedSubject, most = 12): Promise<ReviewCard[]> {
  const { ids } = await publicationIds(subject, { offset: 0, size: most })
  const cards = await listCardsByPublication(ids)
  return ids.flatMap(id => cards.get(id) ?? [])
}

/** Which reviews belong to a feed changes with these. */
export function feedTags({ of: { scope }, id }: Pick<FeedSubject, 'of' | 'id'>): CacheTag[] {
  if (scope === 'sections') return [`section:${id}`]
  if (scope === 'critics') return [`critic:${id}`]
  if (scope === 'topics') return [`topic:${id}`]
  // 'lists' too: a first review of one of its works.
  return scope === 'lists' ? [`list:${id}`, 'lists'] : ['reviews']
}

function reviewTags(reviews: ReviewCard[]): CacheTag[] {
  return [...new Set(reviews.flatMap(({ id, work }): CacheTag[] => [`review:${id}`, `work:${work.id}`]))]
}

function publicationIds({ of, id }: FeedSubject, window: { offset: number; size: number }) {
  return of.scope === 'lists' && id ? ofList(id, window) : listPublicationIds(filterOf(of), window)
}

function filterOf({ scope, slug }: FeedSubject['of']): ReviewFilter {
  if (scope === 'sections') return { section: slug }
  if (scope === 'critics') return { critic: slug }
  if (scope === 'topics') return { topic: slug }
  const kind = workKinds.find(known => known === slug)
  return kind ? { kind } : {}
}

/** All reviews of the works of a list, newest first: whoever follows the list wants to hear of a second thought too. */
async function ofList(listId: string, { offset, size }: { offset: number; size: number }) {
  const rows = await db().$queryRaw<{ id: string; total: number }[]>`
    SELECT p.id::text, count(*) OVER ()::int AS total FROM list_entry e
    JOIN publication p ON p.work_id = e.work_id AND p.is_current AND p.translation_of_id IS NULL
    WHERE e.list_id = ${listId}::uuid ORDER BY p.published_at DESC, p.id DESC OFFSET ${offset} LIMIT ${size}`
  return { ids: rows.map(row => row.id), total: rows[0]?.total ?? (offset === 0 ? 0 : offset) }
}

/** The latest of instants that are written with offsets, which differ in winter and summer. */
function latest(dates: string[]): string | undefined {
  return dates.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1)
}
