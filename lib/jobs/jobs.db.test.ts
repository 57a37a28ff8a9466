import { Logger, runOnce } from 'graphile-worker'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { makeEditor } from '#prisma/factories.ts'
import { dropJob, retryJob } from './commands.ts'
import { countFailedJobs, getWorkings } from './desk-queries.ts'

const { pool } = await testDatabase()
let done: unknown[] = []
const work = () =>
  runOnce({
    pgPool: pool,
    logger: new Logger(() => () => {}),
    taskList: {
      fine: async payload => void done.push(payload),
      broken: () => Promise.reject(new Error('the kettle is empty')),
    },
  })

beforeEach(async () => {
  done = []
  await pool.query('TRUNCATE graphile_worker._private_jobs')
})

describe('the workings', () => {
  test('show what failed first, with what it said, and what waits', async () => {
    const owner = await makeEditor('owner')
    await add('broken', 1)
    await work()
    await add('fine', 25)
    const workings = await getWorkings(owner)
    expect(workings?.jobs).toMatchObject([
      { task: 'broken', state: 'failed', attempts: 1, mostAttempts: 1, problem: 'the kettle is empty' },
      { task: 'fine', state: 'waiting', attempts: 0 },
    ])
    expect(workings?.counts).toEqual({ failed: 1, running: 0, waiting: 1 })
    expect(await countFailedJobs(owner)).toBe(1)
    expect(workings?.facts.find(({ name }) => name === 'Database')?.text).toMatch(/^PostgreSQL \d+.*B$/)
  })

  test('are for editors; only the owner changes them', async () => {
    const [owner, editor, critic] = [await makeEditor('owner'), await makeEditor('editor'), await makeEditor('critic')]
    const id = await add('fine', 25)
    expect(await getWorkings(critic)).toBeNull()
    expect((await getWorkings(editor))?.may).toEqual({ manage: false })
    for (const act of [retryJob, dropJob])
      for (const other of [editor, critic]) expect(await act(other, id)).toEqual({ ok: false, code: 'not-allowed' })
    expect((await getWorkings(owner))?.jobs).toHaveLength(1)
  })
})

test('a job that has one attempt has not failed while it runs', async () => {
  const owner = await makeEditor('owner')
  const id = await add('fine', 1)
  await pool.query(
    'UPDATE graphile_worker._private_jobs SET attempts = 1, locked_at = now(), locked_by = $1 WHERE id = $2',
    ['worker', id],
  )
  expect(await countFailedJobs(owner)).toBe(0)
  expect((await getWorkings(owner))?.counts).toEqual({ failed: 0, running: 1, waiting: 0 })
})

test('a job that failed is done when it is tried again, and that is written down', async () => {
  const owner = await makeEditor('owner')
  const id = await add('broken', 1)
  await work()
  await pool.query(
    `UPDATE graphile_worker._private_jobs SET task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'fine')`,
  )
  // What has failed is let go of a little after it has.
  await expect.poll(() => retryJob(owner, id)).toEqual({ ok: true })
  await work()
  expect(done).toHaveLength(1)
  expect(await retryJob(owner, id)).toEqual({ ok: false, code: 'not-found' })
  expect(await db().auditEntry.findFirst({ where: { action: 'job.retry' } })).toMatchObject({ actorId: owner.id })
})

test('a job that is dropped is never done; one under way is left alone', async () => {
  const owner = await makeEditor('owner')
  const [id, other] = [await add('fine', 25), await add('fine', 25)]
  await pool.query('UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = $1 WHERE id = $2', [
    'w',
    other,
  ])
  expect(await dropJob(owner, id)).toEqual({ ok: true })
  expect(await dropJob(owner, other)).toEqual({ ok: false, code: 'not-found' })
  await work()
  expect(done).toEqual([])
})

async function add(task: string, attempts: number): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id::text FROM graphile_worker.add_job($1, '{}'::json, max_attempts => $2)`,
    [task, attempts],
  )
  return rows[0]?.id ?? ''
}
