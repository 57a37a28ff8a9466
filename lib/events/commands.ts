import type { Prisma } from '#lib/db/generated/client.ts'
import { queuePings } from '#lib/pings/commands.ts'
import { type CacheTag, pageCacheKey } from './events.ts'

/**
 * Appends to the list of what changed for readers, in the transaction that changes it, and asks for those to be told who are told of
 * changes. At the end of that transaction: what is told is what was written before. Returns the event's id. With `quiet`, pages are made
 * anew and nobody is told: readers see the same as before.
 */
export async function appendContentEvent(
  tx: Prisma.TransactionClient,
  event: { kind: string; tags: CacheTag[]; purge?: boolean; quiet?: boolean },
): Promise<bigint> {
  const { id } = await tx.contentEvent.create({
    data: { kind: event.kind, tags: [...new Set(event.tags)], purge: event.purge ?? false },
    select: { id: true },
  })
  if (!event.quiet) await queuePings(tx, id, event)
  return id
}

interface PageCacheHandle {
  caughtUp(eventId: bigint): Promise<void>
}

/**
 * Waits, after the commit, until this process's page cache has acted on the event, so that whoever published sees it at the next
 * look. Without a page cache in this process (development, scripts) there is nothing to wait for; other instances hear by NOTIFY.
 */
export async function pagesCaughtUp(eventId: bigint): Promise<void> {
  const handle: unknown = Reflect.get(globalThis, pageCacheKey)
  if (isHandle(handle)) await handle.caughtUp(eventId)
}

function isHandle(value: unknown): value is PageCacheHandle {
  return typeof value === 'object' && value !== null && 'caughtUp' in value
}
