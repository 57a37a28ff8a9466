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
  }
}

/**
 * A database of this test file's own: migrated, empty, and the one that `db()` gives to the code under test.
 * Call it at the top of a *.db.test.ts; it is dropped after the last test.
 */
export async function testDatabase(): Promise<Database & { url: string }> {
  const template = new URL(inject('templateUrl'))
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

async function onServer(template: URL, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(template), { pathname: '/postgres' }).href })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
