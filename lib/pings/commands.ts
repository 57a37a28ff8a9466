import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { readSettings } from '#lib/settings/published.ts'
import { type Change, listChangedFeeds, listChangedPages } from './commands-changed.ts'
import { gatherSeconds, type PingService, pingServices } from './pings.ts'
import type { RetryInput } from './pings-schema.ts'
import { type PingTarget, targetOf } from './target.ts'

type Tx = Prisma.TransactionClient

/**
 * Notes, in the transaction of a content event, whom to tell of it, and asks for the job that does: no change, no notice; no lost notice
 * when the process ends after the commit. Nothing while nobody is to be told. Nobody who publishes waits for anybody else here: each
 * transaction asks for a job of its own, once, and the first of them sends what all of them have to say.
 */
export async function queuePings(tx: Tx, eventId: bigint, change: Change): Promise<void> {
  const targets = await targetsOf(tx)
  for (const [service, target] of targets) {
    const paths = await (service === 'indexnow' ? listChangedPages : listChangedFeeds)(tx, change)
    if (paths.length === 0) continue
    const urls = [...new Set(paths)].map(path => env().SITE_URL + path)
    await tx.ping.create({ data: { service, eventId, cause: change.kind, urls, host: target.host } })
    await tx.$executeRaw`
      SELECT graphile_worker.add_job('send-pings', json_build_object('service', ${service}::text),
        run_at => now() + make_interval(secs => ${gatherSeconds}::int), job_key => asked.key)
      FROM (SELECT 'pings:' || ${service}::text || ':' || pg_current_xact_id() AS key) asked
      WHERE NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = asked.key)`
  }
}

/** Asks for the job that sends at a moment, in place of one that was asked for in this way before. Null is at once. */
export async function wakeSender(tx: Tx, service: PingService, at: Date | null): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('send-pings', json_build_object('service', ${service}::text),
      run_at => coalesce(${at}::timestamptz, now()), job_key => 'pings:' || ${service}::text)`
}

/** `off`: the service is turned off; `settled`: it is not failed any more, somebody was quicker. */
export type RetryRefusal = { ok: false; code: 'not-allowed' | 'not-found' | 'off' | 'settled' }

/** Sends a notice that has failed again, or all of them, to where the service is now. Refused: not allowed, not there, settled, turned off. */
export async function retryPings(
  editor: Editor,
  input: RetryInput,
): Promise<{ ok: true; count: number } | RetryRefusal> {
  if (!can(editor, 'ping.retry')) return { ok: false, code: 'not-allowed' }
  const outcome = await transact(async (tx): Promise<{ ok: true; count: number } | RetryRefusal> => {
    const those = input.id === 'all' ? {} : { id: input.id }
    if (input.id !== 'all' && !(await tx.ping.findUnique({ where: { id: input.id } })))
      return { ok: false, code: 'not-found' }
    const failed = await tx.ping.groupBy({ by: ['service'], where: { ...those, state: 'failed' } })
    if (failed.length === 0) return { ok: false, code: 'settled' }
    const targets = (await targetsOf(tx)).filter(([service]) => failed.some(row => row.service === service))
    if (targets.length === 0) return { ok: false, code: 'off' }
    let count = 0
    for (const [service, { host }] of targets) {
      const again = await tx.ping.updateMany({
        where: { ...those, service, state: 'failed' },
        data: { state: 'waiting', attempts: 0, answer: '', dueAt: null, finishedAt: null, host },
      })
      count += again.count
      await wakeSender(tx, service, null)
    }
    if (count === 0) return { ok: false, code: 'settled' }
    await tx.auditEntry.create({
      data: { actorId: editor.id, action: 'ping.retry', subject: input.id, detail: { count } },
    })
    return { ok: true, count }
  })
  if (outcome.ok)
    log().info({ event: 'ping.retry', ping: input.id, count: outcome.count, user: editor.id }, 'sent again')
  return outcome
}

/** Those who are told of changes now. */
async function targetsOf(tx: Tx): Promise<[PingService, PingTarget][]> {
  const settings = await readSettings(tx)
  return pingServices.flatMap((service): [PingService, PingTarget][] => {
    const target = targetOf(service, settings)
    return target ? [[service, target]] : []
  })
}
