import { expect, test } from 'vitest'
import { connect } from './connect.ts'
import { freePort } from './embedded.ts'
import { testDatabase } from './testing.ts'
import { databaseTrouble } from './trouble.ts'

const { prisma, pool, url } = await testDatabase()

test('a full disk is told by what PostgreSQL says of it, through all that is around it', async () => {
  await pool.query(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON topic EXECUTE FUNCTION no_room();`)
  const writing = prisma.topic.create({ data: { name: 'Rain', slug: 'rain' } })
  expect(databaseTrouble(await writing.catch(error => error))).toBe('full')
  const inTransaction = prisma.$transaction(async tx => tx.topic.create({ data: { name: 'Rain', slug: 'rain' } }))
  expect(databaseTrouble(await inTransaction.catch(error => error))).toBe('full')
})

test('a database that is not there, and one that went away in the middle, are away', async () => {
  const nowhere = Object.assign(new URL(url), { port: String(await freePort()) })
  const gone = connect(nowhere.href)
  expect(databaseTrouble(await gone.prisma.topic.count().catch(error => error))).toBe('away')
  const opening = gone.prisma.$transaction(async tx => tx.topic.count())
  expect(databaseTrouble(await opening.catch(error => error))).toBe('away')
  await gone.close()
  const cut = prisma.$transaction(async tx => {
    await tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`
  })
  expect(databaseTrouble(await cut.catch(error => error))).toBe('away')
})

test('what is wrong with the question is no trouble of the database', async () => {
  const twice = () => prisma.section.create({ data: { name: 'Film', slug: 'film', position: 1 } })
  await twice()
  expect(databaseTrouble(await twice().catch(error => error))).toBeNull()
  expect(databaseTrouble(new Error('no'))).toBeNull()
  expect(databaseTrouble(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))).toBeNull()
  expect(databaseTrouble(null)).toBeNull()
})
