import { readdir } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'

export type HealthOptions = {
  connectionString: string
  dir: string
  /** Whether jobs are done in this process; null where another process does them. */
  isWorking: () => boolean | null
  isFollowing: () => boolean
  isDraining: () => boolean
}

type Report = { ready: boolean; [part: string]: boolean | string }

const PATIENCE = 2_000
/** Asking often is free: one look at the database a second, whoever asks. */
const FRESH_FOR = 1_000

/** `/live`: the process answers. `/ready`: it can do its work, or it says why not. */
export function createHealth(options: HealthOptions) {
  let last: { at: number; report: Promise<Report> } | null = null
  const report = (): Promise<Report> => {
    if (!last || Date.now() - last.at > FRESH_FOR) last = { at: Date.now(), report: examine(options) }
    return last.report
  }
  return async (response: ServerResponse, path: string, isHead: boolean): Promise<void> => {
    const found: Report = path === '/live' ? { ready: true, process: 'ok' } : await report()
    const body = JSON.stringify(found)
    response.writeHead(found.ready ? 200 : 503, [
      ...['Content-Type', 'application/json', 'Content-Length', String(Buffer.byteLength(body))],
      ...['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff'],
      ...(found.ready ? [] : ['Retry-After', '5']),
    ])
    response.end(isHead ? undefined : body)
  }
}

async function examine(options: HealthOptions): Promise<Report> {
  const schema = await examineSchema(options)
  const isWorking = options.isWorking()
  const parts = {
    database: schema.database,
    schema: schema.schema,
    worker: isWorking === null ? 'elsewhere' : isWorking ? 'ok' : 'not running',
    events: options.isFollowing() ? 'ok' : 'not followed',
    process: options.isDraining() ? 'stopping' : 'ok',
  }
  const ready = Object.values(parts).every(state => state === 'ok' || state === 'elsewhere')
  return { ready, ...parts }
}

const rows = z.array(z.object({ name: z.string(), finished: z.boolean() }))

async function examineSchema({ connectionString, dir }: HealthOptions): Promise<{ database: string; schema: string }> {
  const client = new pg.Client({
    connectionString,
    application_name: 'out-of-five health',
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const history = await client.query(HISTORY).catch(missingTable)
    return { database: 'ok', schema: compare(await newest(dir), rows.parse(history.rows)) }
  } catch {
    // Which host and user were tried is not for everyone to read.
    return { database: 'unreachable', schema: 'unknown' }
  } finally {
    client.end().catch(() => {})
  }
}

const HISTORY = `
  SELECT migration_name AS name, finished_at IS NOT NULL AS finished
  FROM _prisma_migrations WHERE rolled_back_at IS NULL`

const UNDEFINED_TABLE = '42P01'

function missingTable(error: unknown): { rows: unknown[] } {
  if (z.object({ code: z.literal(UNDEFINED_TABLE) }).safeParse(error).success) return { rows: [] }
  throw error
}

async function newest(dir: string): Promise<string | undefined> {
  const entries = await readdir(join(dir, 'prisma/migrations'), { withFileTypes: true }).catch(() => [])
  const names = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
  return names.toSorted().at(-1)
}

function compare(wanted: string | undefined, history: { name: string; finished: boolean }[]): string {
  const unfinished = history.find(({ finished }) => !finished)
  if (unfinished) return `migration ${unfinished.name} is not finished`
  if (wanted === undefined || history.some(({ name }) => name === wanted)) return 'ok'
  return `migration ${wanted} is not applied`
}
