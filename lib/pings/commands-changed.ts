import type { Prisma } from '#lib/db/generated/client.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { feedFormats, feedOf, feedPath } from '#lib/feeds/feeds.ts'

// What a content event changed for others: read in the transaction of the event, in which alone it can be told which addresses and
// publications it wrote (their `xmin` is its number).

type Tx = Prisma.TransactionClient

export interface Change {
  kind: string
  tags: readonly CacheTag[]
}

/** Pages that show what the event is about, or lead to it. People are not among them: a film credits a hundred, and says no more of each. */
const nounsTold = ['review', 'work', 'section', 'critic', 'topic', 'list', 'series'] as const

/**
 * Paths of the pages that changed: those that are live, and every address that this transaction made, moved or ended, of whomever.
 * The home page when it changed; of listings and the archive, search engines learn from the sitemaps.
 */
export async function listChangedPages(tx: Tx, { kind, tags }: Change): Promise<string[]> {
  const told = idsOf(tags, kind.startsWith('person.') ? [...nounsTold, 'person'] : nounsTold)
  const all = [...told, ...idsOf(tags, ['person'])]
  if (all.length === 0) return []
  const rows = await tx.$queryRaw<{ path: string }[]>`
    SELECT path FROM address WHERE subject_id = ANY (${all}::uuid[])
      AND (state = 'live' AND subject_id = ANY (${told}::uuid[]) OR xmin = pg_current_xact_id()::xid)
    ORDER BY path`
  return [...(tags.includes('home') ? ['/'] : []), ...rows.map(row => row.path)]
}

/**
 * Paths of the feeds that changed, in every format: of everything, and of the kind, section, critics and topics that a review has or had,
 * of the lists with its work, and of lists that changed themselves. Those that have moved are told of under both addresses: whoever
 * subscribed to the old one is led to the new.
 */
export async function listChangedFeeds(tx: Tx, { tags }: Change): Promise<string[]> {
  const reviewIds = idsOf(tags, ['review'])
  const listIds = idsOf(tags, ['list'])
  if (reviewIds.length + listIds.length === 0) return []
  // Translations are in no feed.
  const rows = await tx.$queryRaw<{ path: string }[]>`
    WITH changed AS (
      SELECT p.id, p.work_id, p.section_id FROM publication p
      WHERE p.review_id = ANY (${reviewIds}::uuid[]) AND p.translation_of_id IS NULL
        AND (p.is_current OR p.xmin = pg_current_xact_id()::xid)
    ), subjects AS (
      SELECT section_id AS id FROM changed
      UNION SELECT critic_id FROM publication_critic WHERE publication_id IN (SELECT id FROM changed)
      UNION SELECT topic_id FROM publication_topic WHERE publication_id IN (SELECT id FROM changed)
      UNION SELECT list_id FROM list_entry WHERE work_id IN (SELECT work_id FROM changed)
      UNION SELECT unnest(${listIds}::uuid[])
    )
    SELECT '/all' AS path FROM changed
    UNION SELECT '/kinds/' || w.kind FROM changed JOIN work w ON w.id = changed.work_id
    UNION SELECT a.path FROM address a JOIN subjects ON subjects.id = a.subject_id
      WHERE a.kind IN ('section', 'critic', 'topic', 'list')
        AND (a.state = 'live' OR a.state = 'moved' AND a.xmin = pg_current_xact_id()::xid)
    ORDER BY path`
  return rows.flatMap(({ path }) => {
    const of = feedOf(path.slice(1).split('/'))
    return of ? feedFormats.map(format => feedPath(of, format)) : []
  })
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The ids that an event names of these nouns. */
export function idsOf(tags: readonly string[], nouns: readonly string[]): string[] {
  const ids = tags.flatMap(tag => {
    const [noun = '', id = ''] = tag.split(':')
    return nouns.includes(noun) && uuid.test(id) ? [id] : []
  })
  return [...new Set(ids)]
}
