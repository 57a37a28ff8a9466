import { expect, test } from 'vitest'
import { connect } from './connect.ts'
import { refuseRemote } from './local-only.ts'
import { testDatabase } from './testing.ts'

const { url } = await testDatabase()

test('the pool recovers from connections that PostgreSQL ended', async () => {
  const { prisma, pool, close } = connect(url)
  await prisma.setting.count()
  const other = connect(url)
  await other.pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await other.close()
  // The first answer may still be the broken connection's; it is dropped by that.
  await prisma.setting.count().catch(() => {})
  expect(await prisma.setting.count()).toBe(0)
  expect(pool.totalCount).toBeLessThanOrEqual(2)
  await close()
})

test('a statement that hangs ends, and is not waited for', async () => {
  const { pool, close } = connect(url)
  const { rows } = await pool.query('SHOW statement_timeout')
  expect(rows).toEqual([{ statement_timeout: '15s' }])
  await close()
})

test('a database that is away is an error within seconds', async () => {
  const { prisma, close } = connect('postgresql://nobody:x@127.0.0.1:1/nothing')
  await expect(prisma.setting.count()).rejects.toThrow()
  await close()
})

test('tests never write to a database on another machine', () => {
  expect(() => refuseRemote('postgresql://a:b@db.example.org/live')).toThrow(/db\.example\.org/)
  expect(() => refuseRemote('postgresql://a:b@127.0.0.1:5433/test')).not.toThrow()
})
