import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { freePort, startPostgres, stopPostgres } from '#lib/db/embedded.ts'
import { migrate, readMigrations } from '#lib/db/migrate.ts'
import '#lib/db/testing.ts'

const root = join(import.meta.dirname, '..')

/**
 * One PostgreSQL for the run of the `db` project, with a migrated template that every test file clones. Each run has its
 * own, named after its process, so that two runs at once do not meet; making one takes about two seconds.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned()
  const directory = join(root, '.test', `postgres-${process.pid}`)
  const password = 'local-tests-only'
  const postgres = await startPostgres({ directory, password, port: await freePort(), disposable: true })
  const name = `template_${createHash('sha256').update(JSON.stringify(readMigrations())).digest('hex').slice(0, 12)}`
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  await migrate(postgres.url(name))
  project.provide('templateUrl', postgres.url(name))
  project.provide('directory', directory)
  return async () => {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Clusters of runs that were killed: their server is stopped, their folder removed. */
async function removeAbandoned(): Promise<void> {
  mkdirSync(join(root, '.test'), { recursive: true })
  for (const name of readdirSync(join(root, '.test'))) {
    const pid = Number(/^postgres-(\d+)$/.exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const directory = join(root, '.test', name)
    await stopPostgres(directory)
    rmSync(directory, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
