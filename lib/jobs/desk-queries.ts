import { statfs } from 'node:fs/promises'
import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { type DeskJob, type JobState, jobStates, sizeText as sizeOf } from './jobs.ts'

const counted = z.array(z.object({ count: z.coerce.number() }))

/** How many jobs have been given up after all their attempts; one that is in its last is not. 0 for those who look after their own reviews only. */
export async function countFailedJobs(editor: Editor): Promise<number> {
  if (!can(editor, 'review.read') || !(await hasJobs())) return 0
  const [failed] = counted.parse(
    await db()
      .$queryRaw`SELECT count(*) AS count FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL`,
  )
  return failed?.count ?? 0
}

export interface Workings {
  jobs: DeskJob[]
  counts: Record<JobState, number>
  /** Each with what it is and how it stands. */
  facts: { name: string; text: string; isWrong: boolean }[]
  may: { manage: boolean }
}

const shown = 100

/** What the worker has to do, failed first, and how the house stands. Null for who may not see it. */
export async function getWorkings(editor: Editor): Promise<Workings | null> {
  if (!can(editor, 'job.view')) return null
  const [jobs, counts, facts] = await Promise.all([listJobs(), countJobs(), listFacts()])
  return { jobs, counts, facts, may: { manage: can(editor, 'job.manage') } }
}

const jobRows = z.array(
  z.object({
    id: z.string(),
    task: z.string(),
    state: z.enum(jobStates),
    attempts: z.number(),
    mostAttempts: z.number(),
    problem: z.string(),
    createdAt: z.date().transform(at => at.toISOString()),
    dueAt: z.date().transform(at => at.toISOString()),
  }),
)

async function listJobs(): Promise<DeskJob[]> {
  if (!(await hasJobs())) return []
  return jobRows.parse(
    await db().$queryRaw`
      SELECT id::text, task_identifier AS task, attempts::integer, max_attempts::integer AS "mostAttempts", coalesce(last_error, '') AS problem,
        created_at AS "createdAt", coalesce(locked_at, run_at) AS "dueAt",
        CASE WHEN attempts >= max_attempts AND locked_at IS NULL THEN 'failed' WHEN locked_at IS NOT NULL THEN 'running' ELSE 'waiting' END AS state
      FROM graphile_worker.jobs
      ORDER BY CASE WHEN attempts >= max_attempts AND locked_at IS NULL THEN 0 WHEN locked_at IS NOT NULL THEN 1 ELSE 2 END, run_at, id
      LIMIT ${shown}`,
  )
}

async function countJobs(): Promise<Record<JobState, number>> {
  if (!(await hasJobs())) return { failed: 0, running: 0, waiting: 0 }
  const [row] = z.array(z.object({ failed: z.number(), running: z.number(), waiting: z.number() })).parse(
    await db().$queryRaw`
      SELECT (count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL))::integer AS failed,
        (count(*) FILTER (WHERE locked_at IS NOT NULL))::integer AS running,
        (count(*) FILTER (WHERE attempts < max_attempts AND locked_at IS NULL))::integer AS waiting
      FROM graphile_worker.jobs`,
  )
  return row ?? { failed: 0, running: 0, waiting: 0 }
}

/** The worker makes its tables on its first start, which may be still to come. */
async function hasJobs(): Promise<boolean> {
  const [known] = await db().$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there`
  return known?.there ?? false
}

async function listFacts(): Promise<Workings['facts']> {
  const [database, pictures, room, backups] = await Promise.all([
    databaseFacts(),
    countPictures(),
    freeRoom(),
    backupFacts(),
  ])
  const { SMTP_URL, WORKER } = env()
  const late = database.oldestDue !== null && database.oldestDue > 120
  return [
    { name: 'Database', text: `PostgreSQL ${database.version}, ${sizeOf(database.bytes)}`, isWrong: false },
    { name: 'Schema', text: database.migration, isWrong: database.isUnfinished },
    {
      name: 'Worker',
      text: late
        ? 'Jobs wait for it: it is not running, or busy'
        : WORKER === 'off'
          ? 'In a process of its own'
          : 'In the server',
      isWrong: late,
    },
    { name: 'Mail', text: SMTP_URL ? 'Sent by SMTP' : 'No mail server is set: nothing is sent', isWrong: false },
    {
      name: 'Pictures',
      text: `${pictures.count.toLocaleString('en')}, ${sizeOf(pictures.bytes)} as they were sent`,
      isWrong: false,
    },
    {
      name: 'Room',
      text: room === null ? 'Not known' : `${sizeOf(room)} free on the disk of the server`,
      isWrong: room !== null && room < 1024 ** 3,
    },
    { name: 'Node', text: process.versions.node, isWrong: false },
    ...backups,
  ]
}

const week = 7 * 86_400

/** The last backup that went well, the last proof, and a failure that is newer than both. */
async function backupFacts(): Promise<Workings['facts']> {
  const runs = z
    .array(
      z.object({
        kind: z.string(),
        isWell: z.boolean(),
        day: z.string(),
        age: z.number(),
        problem: z.string().nullable(),
      }),
    )
    .parse(
      await db().$queryRaw`
        SELECT DISTINCT ON (kind = 'proven', problem IS NULL) kind::text, problem IS NULL AS "isWell", to_char(at, 'YYYY-MM-DD') AS day,
          extract(epoch FROM now() - at)::float8 AS age, problem
        FROM backup_run WHERE kind <> 'restored' ORDER BY kind = 'proven', problem IS NULL, at DESC`,
    )
  const last = (kind: string) => runs.find(run => run.kind === kind && run.isWell)
  const [made, proven] = [last('made'), last('proven')]
  const failed = runs.filter(run => !run.isWell && run.age < (last(run.kind)?.age ?? Infinity))
  const isLate = !made || made.age > week
  return [
    {
      name: 'Backup',
      text: `${made ? `Last made ${made.day}` : 'None made yet'}${isLate ? ': npm run backup' : ''}`,
      isWrong: isLate,
    },
    {
      name: 'Proof',
      text: proven ? `Last proven ${proven.day}` : 'None proven yet: npm run backup -- --prove',
      isWrong: false,
    },
    ...failed.map(({ day, problem }) => ({
      name: 'Backup failed',
      text: `${day}: ${problem?.slice(0, 200)}`,
      isWrong: true,
    })),
  ]
}

const databaseRow = z.object({
  version: z.string(),
  bytes: z.coerce.number(),
  migration: z.string(),
  isUnfinished: z.boolean(),
})

async function databaseFacts() {
  const [row] = await db().$queryRaw<unknown[]>`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database())::float8 AS bytes,
      (SELECT migration_name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1) AS migration,
      EXISTS (SELECT FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS "isUnfinished"`
  const due = (await hasJobs())
    ? await db().$queryRaw<{ seconds: number | null }[]>`
        SELECT extract(epoch FROM now() - min(run_at))::float8 AS seconds FROM graphile_worker.jobs
        WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now()`
    : []
  return { ...databaseRow.parse(row), oldestDue: due[0]?.seconds ?? null }
}

/** How many there are, and how large they were as they were sent. */
async function countPictures(): Promise<{ count: number; bytes: number }> {
  const { _count, _sum } = await db().media.aggregate({ _count: true, _sum: { bytes: true } })
  return { count: _count, bytes: _sum.bytes ?? 0 }
}

async function freeRoom(): Promise<number | null> {
  const room = await statfs(env().DATA_DIR).catch(() => null)
  return room && room.bavail * room.bsize
}
