import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { loadForCommand, type Refusal } from '#lib/reviews/commands.ts'
import type { PublishRefusal } from '#lib/reviews/commands-publish.ts'
import { missingIn } from '#lib/reviews/commands-publishable.ts'
import { shortestReason } from '#lib/reviews/reviews.ts'
import { ownedBy, type WorkingCopy } from '#lib/reviews/working-copy.ts'
import { readSettings } from '#lib/settings/published.ts'
import { meantBy, movedWall, type ScheduledVerb, verbOf } from './schedule.ts'

// Planning what is to be done with a review at a moment, and what may not be done before one.

type Tx = Prisma.TransactionClient

/** `when`: the time cannot be; `embargo`: it is before the embargo is over. */
export type TimingRefusal =
  | Exclude<PublishRefusal, { code: 'embargo' }>
  | { ok: false; code: 'when' | 'embargo'; problem: string }
export type Scheduled = { ok: true; at: string }

/** Why it was not planned, in a sentence or two. */
export function timingProblem(refusal: TimingRefusal): string {
  if ('problem' in refusal) return refusal.problem
  if (refusal.code === 'incomplete')
    return `Something is still missing. ${refusal.missing.map(({ problem }) => problem).join(' ')}`
  return refusal.code === 'not-allowed'
    ? 'Your role does not allow this. Ask an editor.'
    : 'This review does not exist any more, or is not yours to see.'
}

const furthest = 5 * 366 * 86_400_000

/**
 * Has a review published, or retracted, at a time on the clocks of the editor's zone; in place of the time that was set before. What is published
 * then is its newest saved text. Refused: what could not be published now (but for the moment), a time that is over or more than five years away,
 * one before the embargo is over.
 */
export async function scheduleReview(
  editor: Editor,
  input: { id: string; what: ScheduledVerb; wall: string },
): Promise<Scheduled | TimingRefusal> {
  return transact(async (tx): Promise<Scheduled | TimingRefusal> => {
    const loaded = await loadForCommand(tx, editor, verbOf[input.what], { id: input.id })
    if (!loaded.ok) return loaded
    return setTime(tx, editor, loaded.review, { ...input, zone: await zoneOf(tx, editor) })
  })
}

export type MovedTime = { ok: true; title: string; from: string }

/**
 * Moves what is to come to another day of the publication's, at the same time on the clocks on which it was chosen. `from` is the day that it stood
 * on: moving it there takes this back. Refused as scheduling is, and when nothing is to come any more.
 */
export async function moveSchedule(
  editor: Editor,
  { id, what, day }: { id: string; what: ScheduledVerb; day: string },
): Promise<MovedTime | TimingRefusal> {
  return transact(async (tx): Promise<MovedTime | TimingRefusal> => {
    const loaded = await loadForCommand(tx, editor, verbOf[what], { id })
    if (!loaded.ok) return loaded
    const { review } = loaded
    const waiting = await tx.schedule.findFirst({ where: { reviewId: id, verb: what, state: 'waiting' } })
    if (!waiting) return { ok: false, code: 'when', problem: 'It is not scheduled any more. Reload the page.' }
    const { timeZone } = await readSettings(tx)
    const { wall, from } = movedWall(waiting, timeZone, day)
    const moved = await setTime(tx, editor, review, { what, wall, zone: waiting.zone })
    return moved.ok ? { ok: true, title: review.title, from } : moved
  })
}

async function setTime(
  tx: Tx,
  editor: Editor,
  review: WorkingCopy,
  { what, wall, zone }: { what: ScheduledVerb; wall: string; zone: string },
): Promise<Scheduled | TimingRefusal> {
  const meant = meantBy(wall, zone)
  const wrong = meant ? await timeProblem(tx, meant.at) : 'Choose a day and a time.'
  if (!meant || wrong) return { ok: false, code: 'when', problem: wrong }
  const refusal = await refusalOf(tx, review, what, meant.at)
  if (refusal) return refusal
  const before = await tx.schedule.findFirst({ where: { reviewId: review.id, verb: what, state: 'waiting' } })
  // Pressed twice.
  if (before?.at.toISOString() === meant.at && before.byId === editor.id) return { ok: true, at: meant.at }
  const data = { wall, zone, at: new Date(meant.at), byId: editor.id, setAt: await now(tx) }
  if (before) await tx.schedule.update({ where: { id: before.id }, data })
  else await tx.schedule.create({ data: { ...data, reviewId: review.id, verb: what } })
  await audit(tx, editor, review.id, 'review.schedule', { verb: what, at: meant.at, zone })
  await tx.$executeRaw`SELECT graphile_worker.add_job('keep-schedule', run_at => ${data.at})`
  return { ok: true, at: meant.at }
}

/** Takes what is to come from the schedule. Done already, it changes nothing. */
export async function unscheduleReview(
  editor: Editor,
  { id, what }: { id: string; what: ScheduledVerb },
): Promise<{ ok: true } | Refusal> {
  return transact(async (tx): Promise<{ ok: true } | Refusal> => {
    const loaded = await loadForCommand(tx, editor, verbOf[what], { id })
    if (!loaded.ok) return loaded
    const { count } = await tx.schedule.updateMany({
      where: { reviewId: id, verb: what, state: 'waiting' },
      data: { state: 'cancelled', endedAt: await now(tx) },
    })
    if (count > 0) await audit(tx, editor, id, 'review.unschedule', { verb: what })
    return { ok: true }
  })
}

/**
 * Sets until when nobody outside may read a review, on the clocks of the editor's zone, or ends that (`wall` null). Refused when it is live, and when
 * it is to be published earlier. One that is running is ended, or made to end earlier, only by who may lift it, with a reason that is written down.
 */
export async function setEmbargo(
  editor: Editor,
  input: { id: string; wall: string | null; note: string; reason?: string },
): Promise<{ ok: true } | TimingRefusal> {
  return transact(async (tx): Promise<{ ok: true } | TimingRefusal> => {
    const loaded = await loadForCommand(tx, editor, 'embargo.set', { id: input.id })
    if (!loaded.ok) return loaded
    const { review } = loaded
    const { wall } = input
    const meant = wall === null ? null : meantBy(wall, await zoneOf(tx, editor))
    const isRunning = review.embargoAt !== null && review.embargoAt > (await now(tx))
    const isEased = isRunning && (!meant || new Date(meant.at) < (review.embargoAt ?? 0))
    const reason = input.reason?.trim() ?? ''
    if (isEased && !can(editor, 'embargo.lift', ownedBy(review))) return { ok: false, code: 'not-allowed' }
    if (isEased && reason.length < shortestReason)
      return { ok: false, code: 'embargo', problem: 'Say in at least ten characters why it does not hold any more.' }
    const wrong = wall === null ? '' : meant ? await timeProblem(tx, meant.at) : 'Choose a day and a time.'
    if (wrong) return { ok: false, code: 'when', problem: wrong }
    const isLive = (await tx.publication.count({ where: { reviewId: review.id, isCurrent: true } })) > 0
    if (meant && isLive) return { ok: false, code: 'when', problem: 'Readers have it already. Retract it first.' }
    const earlier =
      meant &&
      (await tx.schedule.findFirst({
        where: { reviewId: review.id, verb: 'publish', state: 'waiting', at: { lt: new Date(meant.at) } },
      }))
    if (earlier)
      return {
        ok: false,
        code: 'embargo',
        problem: 'It is scheduled to be published before that. Schedule it later first.',
      }
    await tx.review.update({
      where: { id: review.id },
      data: { embargoAt: meant && new Date(meant.at), embargoNote: meant ? input.note : '' },
    })
    await audit(tx, editor, review.id, 'review.embargo', { until: meant?.at ?? 'none', ...(reason && { reason }) })
    return { ok: true }
  })
}

async function zoneOf(tx: Tx, editor: Editor): Promise<string> {
  return editor.timeZone ?? (await readSettings(tx)).timeZone
}

/** By the database's clock. */
async function timeProblem(tx: Tx, at: string): Promise<string> {
  const away = Date.parse(at) - (await now(tx)).getTime()
  if (away <= 0) return 'That time is over. Choose a later one.'
  return away > furthest ? 'That is more than five years away. Choose an earlier time.' : ''
}

async function refusalOf(tx: Tx, review: WorkingCopy, what: ScheduledVerb, at: string): Promise<TimingRefusal | null> {
  if (what === 'retract') {
    const willBeLive = await tx.publication.count({ where: { reviewId: review.id, isCurrent: true } })
    return willBeLive > 0 ? null : { ok: false, code: 'when', problem: 'Readers do not have it.' }
  }
  const isThere = await tx.publication.count({ where: { reviewId: review.id, isCurrent: true } })
  if (isThere > 0 && review.publishedVersion === review.version)
    return { ok: false, code: 'when', problem: 'Readers have all of it already. Change something first.' }
  const missing = await missingIn(tx, review)
  if (missing.length > 0) return { ok: false, code: 'incomplete', missing }
  return review.embargoAt && review.embargoAt > new Date(at)
    ? { ok: false, code: 'embargo', problem: 'It is under embargo then. Choose a time after it.' }
    : null
}

async function audit(
  tx: Tx,
  editor: Editor,
  subject: string,
  action: string,
  detail: Record<string, string>,
): Promise<void> {
  await tx.auditEntry.create({ data: { actorId: editor.id, action, subject, detail } })
}
