import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { log } from '#lib/log.ts'
import { purgePicture } from '#lib/media/commands-trash.ts'
import { holdersOf } from './commands-holders.ts'
import { holdRow, markRow } from './commands-rows.ts'
import { type Holder, keptDays, type TrashKind } from './trash.ts'

type Tx = Prisma.TransactionClient

/**
 * The nightly job: deletes what has been in the trash for thirty days by the database's clock, in the order in which it came there. What
 * has come to be needed meanwhile is taken out again; what only something else in the trash needs waits for that.
 */
export async function emptyTrash(): Promise<void> {
  const due = await db().$queryRaw<{ kind: TrashKind; id: string }[]>`
    SELECT kind, id::text FROM (
      SELECT 'review' AS kind, id, trashed_at FROM review UNION ALL SELECT 'list', id, trashed_at FROM list
      UNION ALL SELECT 'media', id, trashed_at FROM media UNION ALL SELECT 'work', id, trashed_at FROM work
      UNION ALL SELECT 'person', id, trashed_at FROM person UNION ALL SELECT 'series', id, trashed_at FROM work_series
    ) trash WHERE trashed_at < now() - make_interval(days => ${keptDays}) ORDER BY trashed_at, id LIMIT 1000`
  for (const { kind, id } of due) await purge(kind, id)
}

async function purge(kind: TrashKind, id: string): Promise<void> {
  try {
    await db().$transaction(async tx => {
      const row = await holdRow(tx, kind, id)
      if (!row?.trashedAt) return
      const isNeeded = kind === 'media' ? await isPictureUsed(tx, id) : (await holdersOf(tx, kind, id)).length > 0
      if (isNeeded) await markRow(tx, kind, id, { trashedAt: null, trashedById: null })
      else await deleteRow(tx, kind, id)
      await tx.auditEntry.create({ data: { action: `${kind}.${isNeeded ? 'put-back' : 'purge'}`, subject: id } })
    })
  } catch (error) {
    if (!isReference(error)) throw error
    log().info({ event: 'trash.waits', kind, id }, 'something else in the trash needs it')
  }
}

/** Deletes a row with all that is its own. What still refers to it makes this throw, and undoes the transaction. */
export async function deleteRow(tx: Tx, kind: TrashKind, id: string): Promise<void> {
  switch (kind) {
    case 'review':
      await tx.deliveredReview.deleteMany({ where: { reviewId: id } })
      await tx.publication.deleteMany({ where: { reviewId: id } })
      await tx.review.delete({ where: { id } })
      return
    case 'media':
      return purgePicture(tx, id)
    case 'list':
      await tx.list.delete({ where: { id } })
      break
    case 'work':
      await tx.work.deleteMany({ where: { mergedIntoId: id } })
      await tx.work.delete({ where: { id } })
      break
    case 'person':
      await tx.person.deleteMany({ where: { mergedIntoId: id } })
      await tx.person.delete({ where: { id } })
      break
    case 'series':
      await tx.workSeries.delete({ where: { id } })
  }
  await tx.recordRevision.deleteMany({ where: { kind, recordId: id } })
}

/** Of a delete that the database refused; a surprise is thrown on. */
export function refusalOfDelete(error: unknown): { ok: false; code: 'held'; holders: Holder[] } {
  if (!isReference(error)) throw error
  return { ok: false, code: 'held', holders: [] }
}

function isReference(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && (error.code === 'P2003' || error.code === 'P2014')
}

async function isPictureUsed(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ used: boolean }[]>`
    SELECT EXISTS (SELECT FROM review WHERE trashed_at IS NULL AND (image_id = ${id}::uuid OR pictures @> jsonb_build_array(${id}::text)))
      OR EXISTS (SELECT FROM publication WHERE image_id = ${id}::uuid OR pictures @> jsonb_build_array(${id}::text))
      OR EXISTS (SELECT FROM work WHERE image_id = ${id}::uuid AND trashed_at IS NULL)
      OR EXISTS (SELECT FROM glyph WHERE media_id = ${id}::uuid) AS used`
  return row?.used ?? false
}
