import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { mentionIds } from '#lib/prose/prose.ts'
import { contentOf, workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { findNames, getHouse, listAcceptedKeys } from './desk-queries.ts'
import { createNameCheck, houseNames, nameKey } from './names.ts'
import { doubtsOf, type PlacedDoubt } from './report.ts'

/** A job looks through so many reviews and then makes way for others. */
const batch = 20
/** A report that has not moved for so long has lost its job, and may be begun again. */
const standsStill = 2 * 60_000

/**
 * Begins to look through the archive: every review that is not retracted, as it stands at the desk. What the last look found goes, what
 * this one finds is there as soon as it is found. Refused: not allowed. One that is under way is not begun again.
 */
export async function startNameReport(editor: Editor): Promise<{ ok: true } | { ok: false; code: 'not-allowed' }> {
  if (!can(editor, 'name.accept')) return { ok: false, code: 'not-allowed' }
  return db().$transaction(async tx => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.names'))::text`
    const last = await tx.nameReport.findFirst({ orderBy: { startedAt: 'desc' } })
    if (last && !last.finishedAt && !hasStopped(last.movedAt)) return { ok: true }
    await tx.nameReport.deleteMany()
    const total = await tx.review.count({ where: { retractedAt: null, trashedAt: null } })
    const { id } = await tx.nameReport.create({ data: { total }, select: { id: true } })
    await queue(tx, id)
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'name.report', subject: id } })
    return { ok: true }
  })
}

/** Whether a report that is not finished has lost its job. */
export function hasStopped(movedAt: Date): boolean {
  return movedAt.getTime() < Date.now() - standsStill
}

const payloadSchema = z.object({ reportId: z.uuid() })

/** The job: looks through the next reviews of a report, and asks for another job when there are more. */
export async function checkArchiveNames(payload: unknown): Promise<void> {
  const { reportId } = payloadSchema.parse(payload)
  const report = await db().nameReport.findUnique({ where: { id: reportId } })
  // A newer report has taken its place.
  if (!report || report.finishedAt) return
  const reviews = await db().review.findMany({
    where: { retractedAt: null, trashedAt: null, ...(report.afterId && { id: { gt: report.afterId } }) },
    include: workingCopyInclude,
    orderBy: { id: 'asc' },
    take: batch,
  })
  const found = await checkNames(reviews.map(review => contentOf(review)))
  const rows = reviews.flatMap(({ id, version }, index) =>
    (found[index] ?? []).map((doubt, position) => ({
      ...doubt,
      key: nameKey(doubt.text),
      position,
      reportId,
      reviewId: id,
      version,
    })),
  )
  const isLast = reviews.length < batch
  await db().$transaction(async tx => {
    const { count } = await tx.nameReport.updateMany({
      where: { id: reportId, afterId: report.afterId },
      data: {
        movedAt: new Date(),
        checked: { increment: reviews.length },
        afterId: reviews.at(-1)?.id ?? report.afterId,
        ...(isLast && { finishedAt: new Date() }),
      },
    })
    // The same job a second time: the first has written it all.
    if (count === 0) return
    await tx.nameDoubt.createMany({ data: rows, skipDuplicates: true })
    if (!isLast) await queue(tx, reportId)
  })
}

/** What is doubted in each of these reviews, with all names of the house. */
export async function checkNames(contents: ReturnType<typeof contentOf>[]): Promise<PlacedDoubt[][]> {
  const sources = contents.map(({ workId, body }) => ({ workId, mentionIds: mentionIds(body) }))
  const [names, house, accepted] = await Promise.all([findNames(sources), getHouse(), listAcceptedKeys()])
  const places = houseNames(house.names)
  const acceptedKeys = new Set(accepted)
  return contents.map((content, index) => {
    const check = createNameCheck({
      known: names[index]?.known ?? [],
      house: places,
      isWord: key => house.words.has(key),
      isOtherName: key => house.otherNames.has(key),
      isAccepted: key => acceptedKeys.has(key),
    })
    return doubtsOf(content, check)
  })
}

async function queue(tx: Prisma.TransactionClient, reportId: string): Promise<void> {
  const payload = JSON.stringify({ reportId })
  await tx.$executeRaw`SELECT graphile_worker.add_job('check-names', ${payload}::json, max_attempts => 5)`
}
