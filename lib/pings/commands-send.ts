import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { OutgoingError } from '#lib/fetching/outgoing.ts'
import { log } from '#lib/log.ts'
import { readSettings } from '#lib/settings/published.ts'
import { wakeSender } from './commands.ts'
import { post } from './outgoing.ts'
import {
  answerWords,
  isWorthAnother,
  mostAttempts,
  mostUrls,
  type PingService,
  pauseAfter,
  pingServices,
  retryAfterOf,
} from './pings.ts'
import { type PingTarget, targetOf } from './target.ts'

type Tx = Prisma.TransactionClient

const payloadSchema = z.object({ service: z.enum(pingServices) })

/** Whoever takes notices has so many seconds for them, after which they are anybody's again: more than a post may take. */
const leaseSeconds = 60
/** Addresses in one post over all notices in it, and notices in one go. */
const mostRows = 2_000

interface Batch {
  target: PingTarget
  ids: string[]
  /** Of the notice that was tried most often. */
  attempts: number
  urls: string[]
}

interface Outcome {
  state: 'sent' | 'failed' | 'again'
  answer: string
  /** Seconds that the service asked for. */
  pause: number | null
}

/**
 * The job: posts what waits for a service, many notices in one. It never fails itself: how an attempt went is kept with the notices, and
 * so is the pause that follows a failed one, since new notices must not break a pause that the service asked for.
 */
export async function sendPings(payload: unknown): Promise<void> {
  const { service } = payloadSchema.parse(payload)
  for (let batch = await takeBatch(service); batch; batch = await takeBatch(service)) {
    const outcome = await send(service, batch)
    const { ids, target, urls } = batch
    await settle(service, batch, outcome)
    const { state, answer } = outcome
    log().info(
      { event: 'ping', service, host: target.host, state, answer, notices: ids.length, urls: urls.length },
      'told of changes',
    )
  }
}

/** The notices to send next, taken so that nobody else sends them; null when there are none, or none before a pause is over. */
function takeBatch(service: PingService): Promise<Batch | null> {
  return db().$transaction(async tx => {
    const target = targetOf(service, await readSettings(tx))
    if (!target) await drop(tx, { service }, 'Not sent: it was turned off.')
    else await drop(tx, { service, host: { not: target.host } }, `Not sent: ${target.host} is told instead now.`)
    const paused = target && (await pausedUntil(tx, service))
    // Also when the pause is another worker's work: should it die, somebody has to come back.
    if (paused) await wakeSender(tx, service, paused)
    if (!target || paused) return null
    const rows = await tx.$queryRaw<{ id: string; attempts: number; urls: string[] }[]>`
      UPDATE ping SET due_at = now() + make_interval(secs => ${leaseSeconds}::int) WHERE id IN (
        SELECT id FROM (
          SELECT id, row_number() OVER next AS place, sum(cardinality(urls)) OVER next AS urls FROM ping
          WHERE state = 'waiting' AND service = ${service}::"PingService" WINDOW next AS (ORDER BY created_at, id)
        ) waiting WHERE place = 1 OR place <= ${mostRows}::int AND urls <= ${mostUrls[service]}::int
      ) AND state = 'waiting' AND (due_at IS NULL OR due_at <= now())
      RETURNING id::text, attempts, urls`
    if (rows.length === 0) return null
    return {
      target,
      ids: rows.map(row => row.id),
      attempts: Math.max(...rows.map(row => row.attempts)),
      urls: [...new Set(rows.flatMap(row => row.urls))],
    }
  })
}

/** When the last attempt's pause is over; null when there is none. */
async function pausedUntil(tx: Tx, service: PingService): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ until: Date | null }[]>`
    SELECT max(due_at) AS until FROM ping
    WHERE state = 'waiting' AND service = ${service}::"PingService" AND due_at > now()`
  return row?.until ?? null
}

async function drop(tx: Tx, those: Prisma.PingWhereInput, answer: string): Promise<void> {
  await tx.ping.updateMany({
    where: { ...those, state: 'waiting' },
    data: { state: 'failed', answer, dueAt: null, finishedAt: new Date() },
  })
}

/** One change can have more addresses than fit into a post; then it has several. */
async function send(service: PingService, { target, urls }: Batch): Promise<Outcome> {
  let outcome: Outcome = { state: 'sent', answer: '', pause: null }
  for (let from = 0; from < urls.length && outcome.state === 'sent'; from += mostUrls[service])
    outcome = await sendOne(service, target, urls.slice(from, from + mostUrls[service]))
  return outcome
}

async function sendOne(service: PingService, target: PingTarget, urls: string[]): Promise<Outcome> {
  try {
    const allowsPrivate = env().ALLOW_PRIVATE_HOSTS
    const { status, reason, retryAfter } = await post(target.address, target.postOf(urls), { allowsPrivate })
    const answer = answerWords(service, status, reason)
    if (status >= 200 && status < 300) return { state: 'sent', answer, pause: null }
    const pause = retryAfterOf(retryAfter, new Date())
    return { state: isWorthAnother(status) ? 'again' : 'failed', answer, pause }
  } catch (error) {
    if (error instanceof OutgoingError) return { state: 'again', answer: error.message, pause: null }
    throw error
  }
}

/** Keeps how it went. What was turned off meanwhile stays as it is. */
async function settle(
  service: PingService,
  { ids, attempts }: Batch,
  { state, answer, pause }: Outcome,
): Promise<void> {
  const seconds = pauseAfter(attempts + 1, pause)
  await db().$transaction(async tx => {
    await tx.$executeRaw`
      UPDATE ping SET answer = ${answer}, attempts = attempts + 1, state = next.state,
        due_at = CASE WHEN next.state = 'waiting' THEN now() + make_interval(secs => ${seconds}) END,
        finished_at = CASE WHEN next.state <> 'waiting' THEN now() END
      FROM (SELECT id, CASE WHEN ${state} <> 'again' THEN ${state === 'again' ? 'failed' : state}::"PingState"
        WHEN attempts + 1 >= ${mostAttempts}::int THEN 'failed' ELSE 'waiting' END AS state
        FROM ping WHERE id = ANY (${ids}::uuid[])) next
      WHERE ping.id = next.id AND ping.state = 'waiting'`
    const until = await pausedUntil(tx, service)
    if (until) await wakeSender(tx, service, until)
  })
}
