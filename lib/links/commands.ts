import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { askedAddress, isOutside, listLinks } from './desk-queries.ts'
import type { CheckedLink } from './links.ts'

/** What was found out holds for so many days; when somebody asks again, for so many seconds. */
const freshDays = 7
const againSeconds = 20

/**
 * Has the outside links of a review checked by the worker: those that are not known, or not any more, and with `again` all that were not
 * looked at just now. Returns the links as they stand; null when the review is not theirs to read. Says nothing to the review itself: a
 * link that is broken keeps nobody from publishing.
 */
export async function checkLinks(
  editor: Editor,
  { reviewId, again }: { reviewId: string; again: boolean },
): Promise<CheckedLink[] | null> {
  const links = await listLinks(editor, reviewId)
  if (!links) return null
  const addresses = [
    ...new Set(
      links
        .map(({ href }) => href)
        .filter(isOutside)
        .map(askedAddress),
    ),
  ]
  if (addresses.length === 0) return links
  await db().$transaction(async tx => {
    await tx.$executeRaw`
      INSERT INTO link_check (address) SELECT DISTINCT unnest(${addresses}::text[]) ORDER BY 1
      ON CONFLICT (address) DO UPDATE SET requested_at = now(), state = CASE
        WHEN link_check.checked_at < now() - make_interval(secs => ${againSeconds}::int) AND ${again}::boolean THEN 'waiting'
        WHEN link_check.checked_at < now() - make_interval(days => ${freshDays}::int) THEN 'waiting'
        ELSE link_check.state END`
    await wakeChecker(tx)
  })
  return listLinks(editor, reviewId)
}

/** Adds the job that checks what waits; one is enough for all that wait. */
export async function wakeChecker(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.add_job('check-links', '{}'::json, job_key => 'check-links', max_attempts => 5)`
}
