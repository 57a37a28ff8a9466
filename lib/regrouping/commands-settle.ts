import { syncPersonAddresses, syncWorkAddresses } from '#lib/addresses/commands.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { CacheTag } from '#lib/events/events.ts'
import type { RegroupingNoun } from './regrouping.ts'
import type { Changes } from './regrouping-schema.ts'

// What every regrouping and its undoing need around the rows: locks before, addresses and the tags of an event after.

type Tx = Prisma.TransactionClient

/** More pages than this are dropped faster all together. */
const mostTags = 400

/** Waits for whoever regroups, edits or publishes any of these now; they then wait for us. */
export async function holdRecords(tx: Tx, noun: RegroupingNoun, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.regroup'))::text`
  if (noun === 'work') {
    // Reviews before works, as publishing holds them: a snapshot that is being written must not be left behind.
    await tx.$queryRaw`SELECT id::text FROM review WHERE work_id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
    await tx.$queryRaw`SELECT id::text FROM work WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  } else await tx.$queryRaw`SELECT id::text FROM person WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
}

/** The addresses that these rows have or had. */
export async function addressesOf(tx: Tx, subjectIds: string[]) {
  return tx.address.findMany({
    where: { subjectId: { in: [...new Set(subjectIds)] } },
    select: { path: true, state: true, target: true },
    orderBy: { path: 'asc' },
  })
}

/** Everything that may get a page, or lose it, when what hangs on these is moved. */
export async function pagesOf(tx: Tx, noun: RegroupingNoun, ids: string[]): Promise<string[]> {
  if (noun === 'person') return ids
  const mine = { where: { workId: { in: ids } } }
  const credits = await tx.credit.findMany({ ...mine, select: { personId: true }, distinct: ['personId'] })
  const entries = await tx.seriesEntry.findMany({ ...mine, select: { seriesId: true } })
  return [...ids, ...credits.map(row => row.personId), ...entries.map(row => row.seriesId)]
}

/** Counts the versions, gives every record the page that it should have, and says which pages show anything of it. */
export async function settle(
  tx: Tx,
  noun: RegroupingNoun,
  ids: string[],
  changes: Changes,
): Promise<{ tags: CacheTag[]; purge: boolean }> {
  const personIds = peopleIn(noun, ids, changes)
  if (noun === 'work') {
    await tx.work.updateMany({ where: { id: { in: ids } }, data: { version: { increment: 1 } } })
    await syncWorkAddresses(tx, ids)
  } else await tx.person.updateMany({ where: { id: { in: ids } }, data: { version: { increment: 1 } } })
  await syncPersonAddresses(tx, personIds)
  const workIds = noun === 'work' ? ids : [...new Set(changes.credits.flatMap(idsOfWork))]
  const parts = await tx.work.findMany({
    where: { OR: [{ parentId: { in: workIds } }, { parent: { parentId: { in: workIds } } }] },
    select: { id: true },
  })
  const shown = [...workIds, ...parts.map(part => part.id)]
  const reviews = await tx.publication.findMany({
    where: { isCurrent: true, workId: { in: shown } },
    select: { reviewId: true },
    take: mostTags + 1,
  })
  const tags: CacheTag[] = [
    'works',
    'people',
    'series',
    'lists',
    'top',
    ...shown.map((id): CacheTag => `work:${id}`),
    ...personIds.map((id): CacheTag => `person:${id}`),
    ...reviews.map(({ reviewId }): CacheTag => `review:${reviewId}`),
    ...changes.listEntries.flatMap(({ before, after }): CacheTag[] => tagOf('list', before?.listId ?? after?.listId)),
    ...changes.seriesEntries.flatMap(({ before, after }) => tagOf('series', before?.seriesId ?? after?.seriesId)),
  ]
  if (tags.length <= mostTags) return { tags, purge: false }
  // Whoever tells others of changes still learns whose address has moved.
  return { tags: ['works', 'people', ...ids.map((id): CacheTag => `${noun}:${id}`)], purge: true }
}

/** Everybody whose page may begin or end with it. */
function peopleIn(noun: RegroupingNoun, ids: string[], changes: Changes): string[] {
  const credited = changes.credits.flatMap(({ before, after }) => [before?.personId, after?.personId])
  return [...new Set([...(noun === 'person' ? ids : []), ...credited.flatMap(id => id ?? [])])]
}

function idsOfWork({ before, after }: Changes['credits'][number]): string[] {
  return [before?.workId, after?.workId].flatMap(id => id ?? [])
}

function tagOf(noun: 'list' | 'series', id: string | undefined): CacheTag[] {
  return id === undefined ? [] : [`${noun}:${id}`]
}
