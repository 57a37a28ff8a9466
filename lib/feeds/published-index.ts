import { listTopicsIndex } from '#lib/addresses/published-index.ts'
import { listCritics } from '#lib/critics/published.ts'
import { db } from '#lib/db/client.ts'
import { listLists } from '#lib/lists/published.ts'
import { listSections } from '#lib/sections/published.ts'
import { kindName, workKinds } from '#lib/works/works.ts'
import type { FeedOf, FeedScope } from './feeds.ts'

export interface FeedGroup {
  scope: Exclude<FeedScope, 'all'>
  title: string
  feeds: { of: FeedOf; name: string }[]
}

/** Lists beyond these have feeds too: each says so in the head of its page. */
const mostLists = 50

/** The feeds that there are beside that of everything, by what they follow; groups with nothing in them are left out. */
export async function listFeeds(): Promise<FeedGroup[]> {
  const [sections, kinds, critics, topics, lists] = await Promise.all([
    listSections(),
    listReviewedKinds(),
    listCritics(),
    listTopicsIndex(),
    listLists(mostLists),
  ])
  const groups: FeedGroup[] = [
    group('sections', 'By section', sections),
    {
      scope: 'kinds',
      title: 'By kind of work',
      feeds: kinds.map(kind => ({ of: { scope: 'kinds', slug: kind }, name: kindName(kind, 2) })),
    },
    group('critics', 'By critic', critics),
    group('topics', 'By topic', topics),
    group(
      'lists',
      'By list',
      lists.map(({ title, path }) => ({ name: title, path })),
    ),
  ]
  return groups.filter(({ feeds }) => feeds.length > 0)
}

function group(scope: FeedGroup['scope'], title: string, pages: { name: string; path: string }[]): FeedGroup {
  const feeds = pages.map(({ name, path }) => ({ of: { scope, slug: path.slice(scope.length + 2) }, name }))
  return { scope, title, feeds }
}

/** Kinds of which a review is live, in the order in which they are always named. Counted by the search's bitmaps. */
async function listReviewedKinds() {
  const rows = await db().$queryRaw<{ kind: string }[]>`
    SELECT substr(f.key, 6) AS kind FROM search_facet f JOIN search_facet_bits b ON b.facet_id = f.id
    WHERE f.key LIKE 'kind:%' GROUP BY f.key HAVING sum(bit_count(b.bits)) > 0`
  const reviewed = new Set(rows.map(({ kind }) => kind))
  return workKinds.filter(kind => reviewed.has(kind))
}
