import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { closeDatabase, database } from '#lib/db/client.ts'
import { freePort, startPostgres } from '#lib/db/embedded.ts'
import { migrate, readMigrations } from '#lib/db/migrate.ts'
import { overrideEnv } from '#lib/env.ts'
import { makeArchive } from './archive-data.ts'
import { type PublicQuery, publicQueries } from './archive-queries.ts'
import { writePart } from './document.ts'

// npm run bench -- archive: what every page of readers asks of the database, over 1,000 and over 100,000 generated reviews. PostgreSQL runs
// on one core with nothing in its buffers, emptied before each measurement; the time is its own, planning included. With --write the result
// goes to docs/benchmarks.md. The plans of all queries are left beside the archive.

const root = join(import.meta.dirname, '..')
const directory = join(root, '.test/bench/archive')
const sizes = [1_000, 100_000] as const
const say = (line: string) => console.log(line)

mkdirSync(directory, { recursive: true })
const postgres = await startPostgres({
  directory,
  password: 'bench',
  port: await freePort(),
  disposable: true,
  settings: [
    'shared_preload_libraries=pg_stat_statements,auto_explain',
    'pg_stat_statements.track_planning=on',
    'auto_explain.log_analyze=on',
    'auto_explain.log_buffers=on',
    'shared_buffers=256MB',
    'jit=off',
  ],
})

interface Measured {
  p50: number
  p95: number
  /** The question that took longest. */
  slowest: string
}
const results = new Map<string, Measured[]>()
const limits = new Map<string, number>()
try {
  for (const size of sizes) await provide(size)
  const pid = readFileSync(join(directory, 'pgdata/postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  execFileSync('taskset', ['-a', '-c', '-p', '0', pid], { stdio: 'ignore' })
  for (const size of sizes) await measureAll(size)
  report()
} finally {
  await closeDatabase()
  await postgres.stop()
}

/** The archive of that size, made anew when the migrations are others than it was made with. */
async function provide(size: number): Promise<void> {
  const name = `archive_${size}`
  const stamp = readMigrations().at(-1)?.checksum.slice(0, 12) ?? ''
  const there = await withClient('postgres', async client => {
    const { rows } = await client.query<{ comment: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = $1`,
      [name],
    )
    if (rows[0]?.comment === stamp && !process.argv.includes('--anew')) return true
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name}`)
    return false
  })
  if (there) return
  say(`Making ${size.toLocaleString('en')} reviews`)
  await migrate(postgres.url(name))
  await makeArchive(postgres.url(name), size, say)
  await withClient('postgres', client => client.query(`COMMENT ON DATABASE ${name} IS '${stamp}'`))
}

async function measureAll(size: number): Promise<void> {
  const url = postgres.url(`archive_${size}`)
  await withClient(`archive_${size}`, client =>
    client.query(`CREATE EXTENSION IF NOT EXISTS pg_buffercache; CREATE EXTENSION IF NOT EXISTS pg_stat_statements`),
  )
  await closeDatabase()
  // On one connection: what runs side by side on one core would count the other's time as its own.
  overrideEnv({ DATABASE_URL: url, DATABASE_POOL_SIZE: 1 })
  say(`${size.toLocaleString('en')} reviews`)
  for (const query of await publicQueries(database().pool, size)) {
    limits.set(query.name, query.limit)
    const measured = await measure(query)
    results.set(query.name, [...(results.get(query.name) ?? []), measured])
    say(
      `  ${query.name}: ${measured.p50.toFixed(1)} ms, p95 ${measured.p95.toFixed(1)} ms; slowest: ${measured.slowest}`,
    )
  }
  await explainAll(size)
}

/** Each of its questions once, with empty buffers; the first, on connections that know no table yet, is thrown away. */
async function measure(query: PublicQuery): Promise<Measured> {
  const { pool } = database()
  await query.ask(query.questions[0] ?? '')
  const times: { question: string; time: number }[] = []
  for (const question of query.questions) {
    await pool.query('SELECT pg_buffercache_evict_all()')
    await pool.query('SELECT pg_stat_statements_reset()')
    await query.ask(question)
    const { rows } = await pool.query<{ time: number }>(
      `SELECT sum(total_exec_time + total_plan_time)::float8 AS time FROM pg_stat_statements WHERE toplevel AND query NOT LIKE '%pg_stat_statements%'`,
    )
    times.push({ question, time: rows[0]?.time ?? 0 })
  }
  times.sort((a, b) => a.time - b.time)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.time ?? 0
  return { p50: at(0.5), p95: at(0.95), slowest: times.at(-1)?.question ?? '' }
}

/** One question of each kind with its plans, from PostgreSQL's own log. */
async function explainAll(size: number): Promise<void> {
  const log = join(directory, 'postgres.log')
  let text = ''
  await withClient('postgres', client =>
    client.query(`ALTER DATABASE archive_${size} SET auto_explain.log_min_duration = 0`),
  )
  await closeDatabase()
  for (const query of await publicQueries(database().pool, size)) {
    const before = readFileSync(log, 'utf8').length
    await query.ask(query.questions.at(-1) ?? '')
    text += `\n######## ${query.name}: ${query.questions.at(-1)}\n${readFileSync(log, 'utf8').slice(before)}`
  }
  await withClient('postgres', client =>
    client.query(`ALTER DATABASE archive_${size} RESET auto_explain.log_min_duration`),
  )
  await closeDatabase()
  writeFileSync(join(directory, `plans-${size}.txt`), text)
}

async function withClient<T>(name: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres.url(name) })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function report(): void {
  const ms = (value: number | undefined) => (value === undefined ? '' : value.toFixed(1))
  const rows = [...results].map(([name, [small, large]]) => {
    const limit = limits.get(name) ?? 0
    const isWithin = (large?.p95 ?? 0) <= limit
    return `| ${name} | ${ms(small?.p50)} | ${ms(small?.p95)} | ${ms(large?.p50)} | ${ms(large?.p95)} | ${limit}${isWithin ? '' : ' (missed)'} |`
  })
  const text = `## What pages ask of the database

Made by \`npm run bench -- archive --write\` on ${new Date().toISOString().slice(0, 10)}: PostgreSQL 18 on one core of ${cpus()[0]?.model.trim()}, 256 MB of buffers, emptied before each
measurement. Milliseconds of PostgreSQL's own time for everything that a page asks, planning included; \`bench/archive-data.ts\` makes the archives.

| page | 1,000 reviews: p50 | p95 | 100,000 reviews: p50 | p95 | at most |
|---|---|---|---|---|---|
${rows.join('\n')}
`
  say(`\n${text}`)
  if (process.argv.includes('--write')) writePart(text)
}
