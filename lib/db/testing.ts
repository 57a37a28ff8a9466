import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { overrideEnv } from '#lib/env.ts'
import { connect, type Database } from './connect.ts'
import { refuseRemote } from './local-only.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the migrated template that test/database.ts makes once per run. */
    templateUrl: string
    /** The run's own folder, which goes with it. */
    directory: string
  }
}

/**
 * A database of this test file's own: migrated, empty unless it is a copy of another template, and the one that `db()` gives to the code
 * under test. Call it at the top of a *.db.test.ts; it is dropped after the last test.
 */
export async function testDatabase(templateUrl = inject('templateUrl')): Promise<Database & { url: string }> {
  const template = new URL(templateUrl)
  refuseRemote(template.href)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(template, `CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template.pathname.slice(1))}`)
  const url = Object.assign(new URL(template), { pathname: `/${name}` }).href
  const database = connect(url, { max: 10 })
  globalThis.outOfFiveDatabase = database
  overrideEnv({ DATABASE_URL: url })
  afterAll(async () => {
    await database.close()
    await onServer(template, `DROP DATABASE ${name} WITH (FORCE)`)
  })
  return { ...database, url }
}

/**
 * The address of a template that is made once in a run, by whichever test file asks for it first: the others wait for it.
 * `fill` leaves no connection to it open.
 */
export async function sharedTemplate(name: string, fill: (url: string) => Promise<void>): Promise<string> {
  const empty = new URL(inject('templateUrl'))
  const url = Object.assign(new URL(empty), { pathname: `/${name}` }).href
  await onServer(empty, async client => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rows.length > 0) return
    await client.query(`CREATE DATABASE ${name}_unfinished TEMPLATE ${pg.escapeIdentifier(empty.pathname.slice(1))}`)
    await fill(Object.assign(new URL(empty), { pathname: `/${name}_unfinished` }).href)
    await client.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`)
  })
  return url
}

/** Does something on the server's own database. */
async function onServer(template: URL, act: string | ((client: pg.Client) => Promise<void>)): Promise<void> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(template), { pathname: '/postgres' }).href })
  await client.connect()
  try {
    await (typeof act === 'string' ? client.query(act) : act(client))
  } finally {
    await client.end()
  }
}
