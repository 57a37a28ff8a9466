import { editorOfAccount } from '#lib/auth/sessions.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { log } from '#lib/log.ts'
import { notify } from '#lib/notices/commands.ts'
import { loadForCommand } from '#lib/reviews/commands.ts'
import { refusalOfConstraint } from '#lib/reviews/commands-problems.ts'
import { type PublishRefusal, publishLoaded, retractLoaded } from '#lib/reviews/commands-publish.ts'
import type { ScheduledVerb } from './schedule.ts'

type Tx = Prisma.TransactionClient

interface Due {
  id: string
  reviewId: string
  verb: ScheduledVerb
  byId: string | null
  at: Date
}

/**
 * The job that does what is due, in the order in which it is due. Every minute, and at each moment that was chosen. Each is one transaction, in
 * which it is done and written down as done: a worker that dies in it leaves it as it was. Of several workers one at a time gets past the lock.
 */
export async function keepSchedule(): Promise<void> {
  const broken: unknown[] = []
  const passed: string[] = []
  for (;;) {
    const tried = { id: '' }
    try {
      if (!(await keepNext(passed, tried))) break
    } catch (error) {
      // It stays as it is, and so does not stand in the way of those after it; the job is tried again.
      broken.push(error)
      if (!tried.id) break
      passed.push(tried.id)
    }
  }
  if (broken.length > 0) throw broken[0]
}

/** What could not be done is over too, and says why; only what the database could not do is tried again. */
async function keepNext(passed: string[], tried: { id: string }): Promise<boolean> {
  let due: Due | null = null
  const outcome = await transact(
    async (tx): Promise<{ ok: true } | PublishRefusal | Gone> => {
      due = await nextDue(tx, passed)
      if (!due) return { ok: true }
      tried.id = due.id
      const done = await keep(tx, due)
      if (done.ok) await end(tx, due.id, { state: 'done' })
      return done
    },
    { timeout: 60_000, maxWait: 10_000 },
  ).catch(refusalOfConstraint)
  if (due && !outcome.ok) await giveUp(due, problemOf(outcome))
  return due !== null
}

type Gone = { ok: false; code: 'gone' }

/** Held with its review, in the order in which every other command holds them. */
async function nextDue(tx: Tx, passed: string[]): Promise<Due | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.schedule'))`
  for (;;) {
    const [next] = await tx.$queryRaw<{ id: string; reviewId: string }[]>`
      SELECT id, review_id AS "reviewId" FROM schedule
      WHERE state = 'waiting' AND at <= clock_timestamp() AND id <> ALL (${passed}::uuid[]) ORDER BY at, id LIMIT 1`
    if (!next) return null
    await tx.$queryRaw`SELECT id FROM review WHERE id = ${next.reviewId}::uuid FOR UPDATE`
    const [due] = await tx.$queryRaw<Due[]>`
      SELECT id, review_id AS "reviewId", verb::text AS verb, by_id AS "byId", at FROM schedule
      WHERE id = ${next.id}::uuid AND state = 'waiting' AND at <= clock_timestamp() FOR UPDATE`
    // Done or put off by hand while the review was waited for: the next one.
    if (due) return due
  }
}

/** As whoever scheduled it, who may have lost the right to it since. */
async function keep(tx: Tx, { reviewId, verb, byId }: Due): Promise<{ ok: true } | PublishRefusal | Gone> {
  const editor = byId && (await editorOfAccount(tx, byId))
  if (!editor) return { ok: false, code: 'gone' }
  const loaded = await loadForCommand(tx, editor, verb === 'publish' ? 'review.publish' : 'review.retract', {
    id: reviewId,
  })
  if (!loaded.ok) return loaded
  const outcome =
    verb === 'publish' ? await publishLoaded(tx, editor, loaded.review) : await retractLoaded(tx, editor, loaded.review)
  if (outcome.ok)
    log().info({ event: `review.${verb}`, review: reviewId, user: editor.id, isScheduled: true }, 'as scheduled')
  return outcome
}

async function giveUp({ id, reviewId, verb, byId, at }: Due, problem: string): Promise<void> {
  await db().$transaction(async tx => {
    // Another time may have been chosen since.
    const { count } = await end(tx, id, { state: 'failed', problem }, at)
    if (count === 0) return
    const detail = { verb, problem }
    if (byId)
      await notify(tx, {
        kind: 'schedule-failed',
        to: [byId],
        byId: null,
        reviewId,
        words: problem,
        key: `schedule:${id}`,
      })
    await tx.auditEntry.create({ data: { actorId: byId, action: 'review.schedule-failed', subject: reviewId, detail } })
  })
  log().warn({ event: 'schedule.failed', review: reviewId, verb, problem }, 'not done as scheduled')
}

/** Once: what is not waiting any more stays as it is. */
async function end(tx: Tx, id: string, data: { state: 'done' } | { state: 'failed'; problem: string }, at?: Date) {
  return tx.schedule.updateMany({ where: { id, state: 'waiting', at }, data: { ...data, endedAt: await now(tx) } })
}

function problemOf(refusal: PublishRefusal | Gone): string {
  switch (refusal.code) {
    case 'incomplete':
      return `Something was missing. ${refusal.missing.map(({ problem }) => problem).join(' ')}`
    case 'invalid':
      return refusal.problem
    case 'embargo':
      return 'It was under embargo.'
    case 'not-allowed':
      return 'Whoever scheduled it may not do it any more.'
    case 'gone':
      return 'The account that scheduled it is closed.'
    default:
      return 'The review was in the trash, or not live.'
  }
}
