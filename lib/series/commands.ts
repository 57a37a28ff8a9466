import { isFreeSlug, syncSeriesAddresses } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { keepBaseline, keepRecord } from '#lib/history/commands-records.ts'
import type { Why } from '#lib/history/records.ts'
import { log } from '#lib/log.ts'
import { sortTitle } from '#lib/works/works.ts'
import type { SeriesContent, SeriesEdit } from './series-schema.ts'

type Tx = Prisma.TransactionClient

export type SavedSeries = { ok: true; id: string; version: number; eventId: bigint }
export type SaveSeriesRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' }
  | { ok: false; code: 'stale'; version: number }
  | { ok: false; code: 'invalid'; field: keyof SeriesContent; problem: string }

/**
 * Makes a series, or saves one whole over the version that it was made from. It has a page while one of its works has a live review; a
 * new address moves the old one. Refused: not allowed, not found, stale, an address that is another's, a work that is not there.
 */
export async function saveSeries(
  editor: Editor,
  input: SeriesEdit,
  why?: Why,
): Promise<SavedSeries | SaveSeriesRefusal> {
  const outcome = await db().$transaction(tx => save(tx, editor, input, why))
  if (outcome.ok) {
    log().info({ event: 'series.save', series: outcome.id, user: editor.id }, 'series saved')
    await pagesCaughtUp(outcome.eventId)
  }
  return outcome
}

async function save(
  tx: Tx,
  editor: Editor,
  input: SeriesEdit,
  why: Why = { reason: input.id ? 'saved' : 'created' },
): Promise<SavedSeries | SaveSeriesRefusal> {
  if (!can(editor, 'work.edit')) return { ok: false, code: 'not-allowed' }
  const { id, version, content } = input
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.series'))::text`
  const stored = id && (await tx.workSeries.findUnique({ where: { id, trashedAt: null }, include: { entries: true } }))
  if (id && !stored) return { ok: false, code: 'not-found' }
  if (stored && stored.version !== version) return { ok: false, code: 'stale', version: stored.version }
  const problem = await problemOf(tx, id, content)
  if (problem) return problem
  if (id) await keepBaseline(tx, 'series', id)
  const { workIds, name, ...plain } = content
  const data = { ...plain, name, sortName: sortTitle(name) }
  const saved = id
    ? await tx.workSeries.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
    : await tx.workSeries.create({ data })
  await tx.seriesEntry.deleteMany({ where: { seriesId: saved.id } })
  await tx.seriesEntry.createMany({
    data: workIds.map((workId, index) => ({ seriesId: saved.id, workId, position: index + 1 })),
  })
  await keepRecord(tx, editor, 'series', saved.id, why)
  await syncSeriesAddresses(tx, [saved.id])
  await tx.auditEntry.create({
    data: { actorId: editor.id, action: id ? 'series.edit' : 'series.create', subject: saved.id },
  })
  const before = stored ? stored.entries.map(entry => entry.workId) : []
  const eventId = await appendContentEvent(tx, {
    kind: 'series.save',
    tags: await tagsOf(tx, saved.id, [...new Set([...before, ...workIds])]),
  })
  return { ok: true, id: saved.id, version: saved.version, eventId }
}

/** Work pages and reviews say what they are a part of. */
async function tagsOf(tx: Tx, id: string, workIds: string[]): Promise<CacheTag[]> {
  const reviews = await tx.publication.findMany({
    where: { isCurrent: true, OR: [{ workId: { in: workIds } }, { work: { parentId: { in: workIds } } }] },
    select: { reviewId: true },
  })
  return [
    'series',
    `series:${id}`,
    ...workIds.map((workId): CacheTag => `work:${workId}`),
    ...reviews.map(({ reviewId }): CacheTag => `review:${reviewId}`),
  ]
}

async function problemOf(
  tx: Tx,
  id: string | null,
  { slug, workIds }: SeriesContent,
): Promise<SaveSeriesRefusal | null> {
  if (!(await isFreeSlug(tx, 'series', slug, id ?? undefined)))
    return invalid('slug', 'This address belongs or belonged to another series. Choose another one.')
  const there = await tx.work.count({ where: { id: { in: workIds }, mergedIntoId: null, trashedAt: null } })
  return there < workIds.length
    ? invalid('workIds', 'One of the works does not exist any more. Take it away and choose again.')
    : null
}

function invalid(field: keyof SeriesContent, problem: string): SaveSeriesRefusal {
  return { ok: false, code: 'invalid', field, problem }
}
