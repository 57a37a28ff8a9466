import { Logger, runOnce } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeEach, expect } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { tasks } from '#lib/jobs/tasks.ts'
import { startService } from '#lib/pings/testing.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { makeEditor, makeReview, makeSection, makeWork, readReview } from '#prisma/factories.ts'

type Service = 'indexnow' | 'websub'

export const site = 'https://reviews.example.org'
export const key = 'a1b2c3d4e5f6'

/** A publication of its own with both services at hand, emptied before each test, and what the tests of notices do with it. */
export async function openPings() {
  const { pool, url } = await testDatabase()
  const workers = openWorkers()
  const engines = await startService()
  const hub = await startService()

  beforeEach(async () => {
    for (const service of [engines, hub]) {
      service.heard.length = 0
      service.answers.length = 0
    }
    await pool.query('TRUNCATE graphile_worker._private_jobs, ping')
    await db().setting.deleteMany()
    overrideEnv({ SITE_URL: site, INDEXNOW_ENDPOINT: `${engines.url}indexnow`, ALLOW_PRIVATE_HOSTS: true })
  })

  const urlList = (): string[] => JSON.parse(engines.heard.at(-1)?.body ?? '{}').urlList
  const feedList = (): string[] => new URLSearchParams(hub.heard.at(-1)?.body).getAll('hub.url')
  const row = (event: bigint, at: number) => ({
    service: 'indexnow' as const,
    eventId: event + BigInt(at),
    cause: 'test',
    host: new URL(engines.url).host,
    createdAt: new Date(Date.now() + at),
  })

  return {
    addressed,
    again,
    ask,
    deliver,
    engines,
    eventId,
    feedList,
    hub,
    jobs,
    later,
    live,
    onlyPing,
    pauses,
    pool,
    row,
    runDue,
    states,
    turnOn,
    url,
    urlList,
    workers,
  }

  async function turnOn(...services: Service[]): Promise<void> {
    const values = { indexnow: ['indexNowKey', key], websub: ['webSubHub', hub.url] } as const
    for (const service of services) {
      const [name, value] = values[service]
      await db().setting.create({ data: { key: name, value } })
    }
  }

  /** A review that is live, of a work and in a section with pages. */
  async function live(given: Partial<ReviewContent> = {}) {
    const editor = await makeEditor()
    const work = await makeWork()
    const section = await addressed('section', await makeSection())
    const { id, version, content } = await makeReview(editor, { workId: work.id, sectionId: section.id, ...given })
    for (const criticId of content.criticIds)
      await addressed('critic', await db().critic.findUniqueOrThrow({ where: { id: criticId } }))
    expect(await publishReview(editor, { id, version })).toMatchObject({ ok: true })
    return { editor, id, content, work, section }
  }

  async function addressed<Row extends { id: string; slug: string }>(
    kind: 'section' | 'critic' | 'topic' | 'list',
    row: Row,
  ): Promise<Row> {
    const path = `/${kind}s/${row.slug}`
    await db().address.upsert({ where: { path }, create: { path, kind, state: 'live', subjectId: row.id }, update: {} })
    return row
  }

  async function again(
    editor: Awaited<ReturnType<typeof makeEditor>>,
    id: string,
    content: ReviewContent,
  ): Promise<void> {
    const { version } = await readReview(id)
    const saved = await saveReview(editor, { id, version, content })
    expect(saved).toMatchObject({ ok: true })
    expect(await publishReview(editor, { id, version: version + 1 })).toMatchObject({ ok: true })
  }

  /** Connections of workers, which outlive the jobs: closed before the database is dropped. */
  function openWorkers(): pg.Pool {
    const opened = new pg.Pool({ connectionString: url, max: 8 })
    opened.on('connect', client => client.on('error', () => {}))
    opened.on('error', () => {})
    afterAll(() => opened.end())
    return opened
  }

  /** Does the jobs that are due. */
  function runDue(): Promise<void> {
    const logger = new Logger(() => () => {})
    return runOnce({ pgPool: workers, taskList: tasks, noHandleSignals: true, logger })
  }

  /** Does what was asked for by now, some seconds later. Pauses are not over then. */
  async function deliver(): Promise<void> {
    await pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at < now() + interval '10 seconds'`,
    )
    await runDue()
  }

  /** Hours later. */
  async function later(): Promise<void> {
    await pool.query('UPDATE ping SET due_at = now() WHERE due_at IS NOT NULL')
    await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
    await runDue()
  }

  async function ask(): Promise<void> {
    await pool.query(`SELECT graphile_worker.add_job('send-pings', '{"service":"indexnow"}')`)
  }

  /** How many jobs there are: the queue strikes one out a moment after it was done. */
  async function jobs(): Promise<number> {
    const { rows } = await pool.query('SELECT count(*)::int AS count FROM graphile_worker.jobs')
    return rows[0].count
  }

  async function onlyPing() {
    const pings = await db().ping.findMany()
    expect(pings).toHaveLength(1)
    return pings[0]
  }

  async function states(): Promise<Record<string, number>> {
    const rows = await db().ping.groupBy({ by: ['state'], _count: true })
    return Object.fromEntries(rows.map(row => [row.state, row._count]))
  }

  /** Seconds until what waits is due. */
  /** Seconds from when a service was asked to when it is asked again: whatever else the machine has had to do since. */
  async function pauses(): Promise<number[]> {
    const asked = Math.max(...[...engines.heard, ...hub.heard].map(({ at }) => at))
    const waiting = await db().ping.findMany({ where: { dueAt: { not: null } }, select: { dueAt: true } })
    return waiting.map(({ dueAt }) => Math.round(((dueAt?.getTime() ?? 0) - asked) / 1_000))
  }

  async function eventId(): Promise<bigint> {
    return (await db().contentEvent.create({ data: { kind: 'test' } })).id
  }
}
