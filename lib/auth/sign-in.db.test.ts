import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { unique } from '#prisma/factories.ts'
import { hashPassword } from './passwords.ts'
import { signIn } from './sign-in.ts'

await testDatabase()
const password = 'five small green lamps'
let passwordHash = ''

beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

describe('signing in', () => {
  test('takes the address in any case, and writes down that it happened', async () => {
    const user = await account()
    const outcome = await signIn({ email: ` ${user.email.toUpperCase()} `, password, address: '' })
    expect(outcome).toEqual({ ok: true, user: { id: user.id, version: 1 } })
    expect(await db().auditEntry.count({ where: { actorId: user.id, action: 'user.sign-in' } })).toBe(1)
  })

  test('is refused alike for a wrong password, an unknown address, a disabled account and one without a password', async () => {
    const known = await account()
    const disabled = await account({ disabledAt: new Date() })
    const open = await account({ passwordHash: null })
    const attempts = [
      { email: known.email, password: 'five small green cats' },
      { email: 'nobody@example.org', password },
      { email: disabled.email, password },
      { email: open.email, password: '' },
    ]
    for (const attempt of attempts)
      expect(await signIn({ ...attempt, address: '' })).toEqual({ ok: false, code: 'refused' })
  })

  test.each(['', 'a\0b@example.org', 'x'.repeat(10_000), '\ud800@example.org', `' OR 1=1 --`])(
    'survives an address like %j',
    async email => {
      expect(await signIn({ email, password, address: '' })).toEqual({ ok: false, code: 'refused' })
    },
  )

  test('takes the password whole: one that only begins right is wrong', async () => {
    const long = 'lamp '.repeat(25).trim()
    const user = await account({ passwordHash: await hashPassword(long) })
    expect(await signIn({ email: user.email, password: long, address: '' })).toMatchObject({ ok: true })
    expect(await signIn({ email: user.email, password: `${long}${'x'.repeat(300)}`, address: '' })).toMatchObject({
      ok: false,
    })
  })
})

describe('attempts', () => {
  test('are five for an account; then even the right password has to wait', async () => {
    const user = await account()
    for (let attempt = 0; attempt < 5; attempt += 1)
      await signIn({ email: user.email, password: 'wrong wrong wrong', address: '' })
    const outcome = await signIn({ email: user.email, password, address: '' })
    expect(outcome).toMatchObject({ ok: false, code: 'wait' })
    expect(!outcome.ok && outcome.code === 'wait' && outcome.seconds).toBeGreaterThan(14 * 60)
  })

  test('are counted for unknown addresses too, so that a wait tells nothing', async () => {
    const email = `${unique('nobody')}@example.org`
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn({ email, password, address: '' })
    expect(await signIn({ email, password, address: '' })).toMatchObject({ code: 'wait' })
  })

  test('are counted before the password is looked at, also when twenty come at once', async () => {
    const user = await account()
    const wrong = Array.from({ length: 20 }, () =>
      signIn({ email: user.email, password: 'wrong wrong wrong', address: '' }),
    )
    const codes = (await Promise.all(wrong)).map(outcome => (outcome.ok ? 'in' : outcome.code))
    expect(codes.filter(code => code === 'refused')).toHaveLength(5)
    expect(codes.filter(code => code === 'wait')).toHaveLength(15)
  })

  test('are forgotten after one that succeeds', async () => {
    const user = await account()
    for (let round = 0; round < 3; round += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1)
        await signIn({ email: user.email, password: 'wrong wrong wrong', address: '' })
      expect(await signIn({ email: user.email, password, address: '' })).toMatchObject({ ok: true })
    }
  })

  test('are forty for a client address, over all accounts', async () => {
    const address = '203.0.113.7'
    const at = (email: string) => signIn({ email, password: 'wrong wrong wrong', address })
    for (let attempt = 0; attempt < 40; attempt += 1) await at(`${unique('nobody')}@example.org`)
    expect(await at(`${unique('nobody')}@example.org`)).toMatchObject({ code: 'wait' })
    const elsewhere = await account()
    expect(await signIn({ email: elsewhere.email, password, address: '203.0.113.8' })).toMatchObject({ ok: true })
  }, 60_000)

  test('keep nobody’s address in the table', async () => {
    const user = await account()
    await signIn({ email: user.email, password: 'wrong wrong wrong', address: '' })
    expect(await db().rateLimit.count({ where: { key: { contains: user.email } } })).toBe(0)
  })
})

function account(data: { disabledAt?: Date; passwordHash?: string | null } = {}) {
  return db().user.create({
    data: { email: `${unique('user')}@example.org`, name: 'Somebody', role: 'editor', passwordHash, ...data },
  })
}
