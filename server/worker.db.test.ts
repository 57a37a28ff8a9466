import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
import { makeLog } from '#lib/log.ts'
import { hostWorker, type WorkerHost } from './worker.ts'

const { url } = await testDatabase()
let worker: WorkerHost | undefined
await runMigrations({ connectionString: url })
afterEach(() => worker?.stop())

const begin = (done: unknown[]) =>
  hostWorker({
    connectionString: url,
    crontab: '',
    log: makeLog('silent'),
    tasks: { note: async payload => void done.push(payload) },
  })
const add = (text: string) => sql(`SELECT graphile_worker.add_job('note', '{"text":"${text}"}')`)

test('jobs are done, also those that waited for a worker', async () => {
  const done: unknown[] = []
  await add('early')
  worker = begin(done)
  await vi.waitFor(() => expect(done).toEqual([{ text: 'early' }]), { timeout: 5_000 })
  await vi.waitFor(() => expect(worker?.isRunning()).toBe(true), { timeout: 5_000 })
  await worker.stop()
  expect(worker.isRunning()).toBe(false)
})

test('a worker that lost its connections begins again, and each job is done once', async () => {
  const done: unknown[] = []
  worker = begin(done)
  await vi.waitFor(() => expect(worker?.isRunning()).toBe(true), { timeout: 5_000 })
  for (const text of ['first', 'second', 'third']) {
    await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`)
    await add(text)
  }
  const all = ['first', 'second', 'third'].map(text => ({ text }))
  await vi.waitFor(() => expect(done).toEqual(expect.arrayContaining(all)), { timeout: 15_000 })
  expect(done).toHaveLength(3)
})

test('what a killed worker had begun is done by the next one', async () => {
  await add('begun')
  // As a worker leaves it that is killed in the middle.
  await sql(`UPDATE graphile_worker._private_jobs SET locked_by = 'pool-dead', locked_at = now() - interval '20 seconds',
    attempts = 1`)
  const done: unknown[] = []
  worker = begin(done)
  await vi.waitFor(() => expect(done).toEqual([{ text: 'begun' }]), { timeout: 10_000 })
})

test('a worker leaves the jobs of a living one alone', async () => {
  const done: unknown[] = []
  await add('theirs')
  await sql(`UPDATE graphile_worker._private_jobs SET locked_by = 'pool-alive', locked_at = now() - interval '1 hour',
    attempts = 1`)
  const alive = new pg.Client({ connectionString: url })
  await alive.connect()
  await alive.query(`SELECT pg_advisory_lock(1715205, hashtext('pool-alive'))`)
  worker = begin(done)
  await vi.waitFor(() => expect(worker?.isRunning()).toBe(true), { timeout: 5_000 })
  await add('ours')
  await vi.waitFor(() => expect(done).toEqual([{ text: 'ours' }]), { timeout: 5_000 })
  await alive.end()
})

async function sql(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text)
  await client.end()
}
