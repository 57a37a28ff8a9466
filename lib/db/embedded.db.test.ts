import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { freePort, startPostgres, stopPostgres } from './embedded.ts'

const parent = mkdtempSync(join(tmpdir(), 'embedded-'))
const directory = join(parent, 'postgres')
const password = 'only-for-this-test'

afterAll(async () => {
  await stopPostgres(directory)
  rmSync(parent, { recursive: true, force: true })
})

// The folder above is closed to everybody else (mode 0700), as a clone below /root or in a temporary folder is.
test('PostgreSQL runs in a closed folder, in UTF-8, with checksums, on the loopback interface only', async () => {
  const postgres = await startPostgres({ directory, password, port: await freePort(), disposable: true })
  const [settings] = await query(
    postgres.url('postgres'),
    `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
       current_setting('listen_addresses') AS addresses, current_setting('password_encryption') AS passwords,
       (SELECT datlocprovider::text FROM pg_database WHERE datname = 'postgres') AS locale`,
  )
  expect(settings).toEqual({
    encoding: 'UTF8',
    checksums: 'on',
    addresses: '127.0.0.1',
    passwords: 'scram-sha-256',
    locale: 'b',
  })
  const wrong = postgres.url('postgres').replace(password, 'guess')
  await expect(query(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
})

test('a server that outlived its owner, or was killed, is no obstacle and has lost nothing', async () => {
  const first = await startPostgres({ directory, password, port: await freePort() })
  await query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS n')
  const second = await startPostgres({ directory, password, port: await freePort() })
  expect(await query(second.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 1 }])

  const pid = Number(readFileSync(join(directory, 'pgdata/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  const third = await startPostgres({ directory, password, port: await freePort() })
  expect(await query(third.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 1 }])
  await third.stop()
  await third.stop()
})

test('a process that merely has the number of an earlier server is left alone', async () => {
  const other = spawn('sleep', ['60'])
  try {
    writeFileSync(join(directory, 'pgdata/postmaster.pid'), `${other.pid}\n`)
    const postgres = await startPostgres({ directory, password, port: await freePort() })
    await postgres.stop()
    expect(other.exitCode ?? other.signalCode).toBeNull()
  } finally {
    other.kill()
  }
})

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
