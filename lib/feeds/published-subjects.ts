import { db } from '#lib/db/client.ts'
import { getSettings } from '#lib/settings/published.ts'
import { kindName, workKinds } from '#lib/works/works.ts'
import type { FeedOf } from './feeds.ts'

/** What a feed is about. */
export interface FeedSubject {
  of: FeedOf
  /** Of the row; null for the whole publication and for a kind of work. */
  id: string | null
  name: string
  description: string
  /** The page that the feed follows. */
  path: string
  /** When that page last changed, in ISO 8601. */
  changedAt: string
}

/** Whether there is a feed at an address of that form: as with pages, what has moved is one hop away, and what has ended says so. */
export type FoundFeed =
  | { state: 'live'; subject: FeedSubject }
  | { state: 'moved'; of: FeedOf }
  | { state: 'gone' }
  | { state: 'unknown' }

/** What the feed with this address is about. Sections, critics, topics and lists are looked up as their pages are. */
export async function findFeed(of: FeedOf): Promise<FoundFeed> {
  if (of.scope === 'all') return whole(of)
  if (of.scope === 'kinds') return kind(of)
  const address = await db().address.findUnique({ where: { path: `/${of.scope}/${of.slug}` } })
  if (!address) return { state: 'unknown' }
  if (address.state === 'moved') return moved(address.target ?? '')
  const row = address.state === 'live' && address.subjectId ? await rowOf(of.scope, address.subjectId) : null
  if (!row) return { state: 'gone' }
  const changedAt = (address.shownAt ?? address.changedAt).toISOString()
  return { state: 'live', subject: { ...row, of, path: address.path, changedAt } }
}

const targets = /^\/(sections|critics|topics|lists)\/([a-z0-9-]+)$/

function moved(target: string): FoundFeed {
  const [, folder, slug = ''] = targets.exec(target) ?? []
  const scope = (['sections', 'critics', 'topics', 'lists'] as const).find(known => known === folder)
  return scope ? { state: 'moved', of: { scope, slug } } : { state: 'gone' }
}

async function whole(of: FeedOf): Promise<FoundFeed> {
  const { name, tagline, description } = await getSettings()
  return {
    state: 'live',
    subject: {
      of,
      id: null,
      name,
      description: description || tagline,
      path: '/',
      changedAt: await listingChangedAt(),
    },
  }
}

async function kind(of: FeedOf): Promise<FoundFeed> {
  const kind = workKinds.find(known => known === of.slug)
  if (!kind) return { state: 'unknown' }
  const name = kindName(kind, 2)
  const description = `Reviews of ${name.toLowerCase()}, newest first.`
  const path = `/reviews?kind=${kind}`
  return { state: 'live', subject: { of, id: null, name, description, path, changedAt: await listingChangedAt() } }
}

/** When the listing of all reviews last changed. */
async function listingChangedAt(): Promise<string> {
  const address = await db().address.findUnique({ where: { path: '/reviews' } })
  return (address?.shownAt ?? address?.changedAt ?? new Date(0)).toISOString()
}

async function rowOf(scope: Exclude<FeedOf['scope'], 'all' | 'kinds'>, id: string) {
  const one = { where: { id } }
  if (scope === 'sections') {
    const row = await db().section.findUnique(one)
    return row && { id, name: row.name, description: row.description || `Every review in ${row.name}, newest first.` }
  }
  if (scope === 'topics') {
    const row = await db().topic.findUnique(one)
    return row && { id, name: row.name, description: row.description || `Every review on ${row.name}, newest first.` }
  }
  if (scope === 'critics') {
    const row = await db().critic.findUnique(one)
    return row && { id, name: row.name, description: `Every review by ${row.name}, newest first.` }
  }
  const row = await db().list.findFirst({ where: { id, publishedAt: { not: null } } })
  return row && { id, name: row.title, description: row.standfirst || 'Our reviews of the works in this list.' }
}
