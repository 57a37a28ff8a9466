import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { createSetupLink, hasOwner, setUpPublication } from './setup.ts'

await testDatabase()
const person = { name: 'Ada Okafor', email: 'Ada@Example.org', password: 'five small green lamps' }

beforeEach(async () => {
  await db().session.deleteMany()
  await db().critic.deleteMany()
  await db().token.deleteMany()
  // Entries of the audit keep the accounts that they are about, so those stay and are no owners any more.
  await db().user.updateMany({ data: { role: 'critic' } })
})

describe('the set-up link', () => {
  test('makes the owner, who has a byline and can be signed in by address', async () => {
    expect(await setUpPublication({ ...person, secret: await secretOf(createSetupLink()) })).toEqual({ ok: true })
    const owner = await db().user.findFirstOrThrow({ where: { role: 'owner' }, include: { critic: true } })
    expect(owner).toMatchObject({ name: 'Ada Okafor', email: 'ada@example.org', critic: { name: 'Ada Okafor' } })
    expect(await hasOwner()).toBe(true)
  })

  test('makes one owner, also when twenty post it at once', async () => {
    const secret = await secretOf(createSetupLink())
    const posts = Array.from({ length: 20 }, (_, index) =>
      setUpPublication({ ...person, email: `owner-${index}@example.org`, secret }),
    )
    const outcomes = await Promise.all(posts)
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter(outcome => !outcome.ok && outcome.code === 'link')).toHaveLength(19)
    expect(await db().user.count({ where: { role: 'owner' } })).toBe(1)
  })

  test('is made no more once there is an owner', async () => {
    await makeOwner()
    expect(await createSetupLink()).toBeNull()
  })

  test('does nothing once there is an owner, even if it was never used', async () => {
    const secret = await secretOf(createSetupLink())
    await makeOwner()
    expect(await setUpPublication({ ...person, email: 'late@example.org', secret })).toMatchObject({ code: 'link' })
  })

  test('ends with the next one, after a day, and when it is used', async () => {
    const first = await secretOf(createSetupLink())
    const second = await secretOf(createSetupLink())
    const refused = { ok: false, code: 'link' }
    expect(await setUpPublication({ ...person, email: 'one@example.org', secret: first })).toMatchObject(refused)
    await db().token.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await setUpPublication({ ...person, email: 'two@example.org', secret: second })).toMatchObject(refused)
    expect(await setUpPublication({ ...person, email: 'three@example.org', secret: 'made up' })).toMatchObject(refused)
  })

  test('survives a weak password and an address that is taken: neither uses it up', async () => {
    const secret = await secretOf(createSetupLink())
    await db().user.create({ data: { email: 'taken@example.org', name: 'Somebody', role: 'editor' } })
    expect(await setUpPublication({ ...person, password: 'short', secret })).toMatchObject({ code: 'password' })
    expect(await setUpPublication({ ...person, email: 'Taken@example.org', secret })).toMatchObject({ code: 'email' })
    expect(await setUpPublication({ ...person, email: 'free@example.org', secret })).toEqual({ ok: true })
  })

  test('carries its secret where no server is told, and only a digest is kept', async () => {
    const link = new URL((await createSetupLink()) ?? '')
    expect(link.pathname + link.search).toBe('/desk/setup')
    expect(link.hash.length).toBeGreaterThan(40)
    const { hash } = await db().token.findFirstOrThrow()
    expect(Buffer.from(hash).toString('base64url')).not.toBe(link.hash.slice(1))
  })
})

function makeOwner() {
  return db().user.create({ data: { email: `owner-${Date.now()}@example.org`, name: 'Owner', role: 'owner' } })
}

async function secretOf(link: Promise<string | null>): Promise<string> {
  return new URL((await link) ?? '').hash.slice(1)
}
