import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { freePort, startPostgres, urlFor } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { env, overrideEnv } from '#lib/env.ts'
import { Trouble } from './console.ts'
import { type DataDirectory, openDataDirectory } from './data-directory.ts'
import { lockDataDirectory, lockHolder } from './lock.ts'

export type Running = { url: string; stop: () => Promise<void> }

const NAME = 'out_of_five'
const external: () => Promise<void> = async () => {}

/** The database of DATABASE_URL when there is one, else the embedded one, started. The caller holds the lock. */
export async function startDatabase({ path, secrets }: DataDirectory): Promise<Running> {
  const given = env().DATABASE_URL
  if (given) {
    await checkServer(given)
    return { url: given, stop: external }
  }
  const directory = join(path, 'postgres')
  const portFile = join(directory, 'port')
  const port = await freePort(readPort(portFile))
  const postgres = await startPostgres({ directory, password: secrets.databasePassword, port })
  writeFileSync(portFile, String(port), { mode: 0o600 })
  await createDatabase(postgres.url('postgres'))
  return { url: postgres.url(NAME), stop: postgres.stop }
}

/**
 * For operators' commands: the database of the server that runs, or one that is started for the command and stopped after
 * it. The environment of this process then says where it is, so that `db()` finds it.
 */
export async function withDatabase<T>(
  command: string,
  work: (url: string) => Promise<T>,
  { migrated = true } = {},
): Promise<T> {
  const data = openDataDirectory(env().DATA_DIR)
  const given = env().DATABASE_URL
  const port = lockHolder(data.path) ? readPort(join(data.path, 'postgres/port')) : undefined
  if (given || port) {
    const url = given ?? urlFor({ port: port ?? 0, password: data.secrets.databasePassword }, NAME)
    await checkServer(url)
    setEnvironment(data, url)
    return work(url)
  }
  const lock = lockDataDirectory(data.path, command)
  try {
    const database = await startDatabase(data)
    try {
      if (migrated) await migrate(database.url, { progress: line => console.error(`  ${line}`) })
      setEnvironment(data, database.url)
      return await work(database.url)
    } finally {
      await database.stop()
    }
  } finally {
    lock.release()
  }
}

/** Tells this process, what Next bundles of it, and its children where the database is and what signs the sessions. */
export function setEnvironment({ path, secrets }: DataDirectory, url: string): void {
  const values = { DATABASE_URL: url, DATA_DIR: path, AUTH_SECRET: env().AUTH_SECRET ?? secrets.authSecret }
  const { SITE_URL, HOST, PORT } = env()
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  Object.assign(process.env, values, {
    // next-auth reads the address of the site from a variable of its own.
    NEXTAUTH_URL: SITE_URL,
    // After an action that redirects, Next asks itself for the next page, cookies and all: here, where otherwise it would
    // be whatever listens on port 3000.
    __NEXT_PRIVATE_ORIGIN: `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`,
  })
  overrideEnv(values)
}

/** Fails with a sentence when the server does not answer, refuses us, or is too old. */
export async function checkServer(url: string): Promise<{ version: number }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS version, getdatabaseencoding() AS encoding`,
    )
    const { version, encoding } = z.object({ version: z.number(), encoding: z.string() }).parse(rows[0])
    if (version < 150_000)
      throw new Trouble(
        `The database server is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed. Upgrade it, or leave DATABASE_URL unset.`,
      )
    if (encoding !== 'UTF8')
      throw new Trouble(
        `The database has the encoding ${encoding}; it must be UTF8 (CREATE DATABASE … ENCODING 'UTF8').`,
      )
    return { version }
  } catch (error) {
    throw error instanceof Trouble ? error : new UnreachableDatabase(url, error)
  } finally {
    await client.end().catch(() => {})
  }
}

export class UnreachableDatabase extends Trouble {
  constructor(url: string, cause: unknown) {
    const { hostname, port, pathname, username } = new URL(url)
    const reason = cause instanceof Error ? cause.message || String(Reflect.get(cause, 'code')) : String(cause)
    super(
      `The database does not answer: ${decodeURIComponent(username)}@${hostname}:${port || 5432}${pathname} (${reason}). ` +
        'Check that it runs, that DATABASE_URL is right, and that this machine may connect.',
    )
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [NAME])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`)
  } finally {
    await client.end()
  }
}

function readPort(file: string): number | undefined {
  if (!existsSync(file)) return undefined
  const port = Number(readFileSync(file, 'utf8'))
  return Number.isInteger(port) && port > 0 ? port : undefined
}
