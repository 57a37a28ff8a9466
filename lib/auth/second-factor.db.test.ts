import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { makeEditor } from '#prisma/factories.ts'
import type { Editor } from './editor.ts'
import { askFactorOf, lacksFactor } from './factor-rule.ts'
import { hashPassword } from './passwords.ts'
import type { Role } from './policy.ts'
import {
  beginSecondFactor,
  getSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from './second-factor.ts'
import { editorOfSession, startSession } from './sessions.ts'
import { signIn } from './sign-in.ts'

const { pool } = await testDatabase()
const password = 'five small green lamps'
const passwordHash = await hashPassword(password)

beforeEach(async () => {
  await pool.query('TRUNCATE rate_limit')
  overrideEnv({ AUTH_SECRET: 'a secret of the tests, long enough for that' })
})

describe('asked of a role', () => {
  test('by an owner with their password, it closes the desk to who has none, and stays on', async () => {
    const owner = await somebody('owner')
    const editor = await somebody('editor')
    expect(await askFactorOf(editor, { roles: ['editor'], confirmation: password })).toEqual({
      ok: false,
      code: 'not-allowed',
    })
    await pool.query(`UPDATE session SET confirmed_at = now() - interval '1 hour'`)
    expect(await askFactorOf(owner, { roles: ['editor'], confirmation: null })).toMatchObject({ code: 'confirm' })
    expect(await lacksFactor(editor)).toBe(false)
    expect(await askFactorOf(owner, { roles: ['editor'], confirmation: password })).toEqual({ ok: true })
    expect([await lacksFactor(editor), await lacksFactor(owner)]).toEqual([true, false])
    // Their own password was given a moment ago again.
    await pool.query('UPDATE session SET confirmed_at = now()')
    const secret = await begin(editor)
    await turnOnSecondFactor(editor, codeOf(secret))
    expect(await lacksFactor(editor)).toBe(false)
    expect(await turnOffSecondFactor(editor, password)).toMatchObject({
      ok: false,
      code: 'last',
    })
    expect(await askFactorOf(owner, { roles: [], confirmation: null })).toEqual({ ok: true })
    expect(await turnOffSecondFactor(editor, password)).toEqual({ ok: true })
  })
})

describe('turning it on', () => {
  test('takes a code of the secret that was shown, ends other sessions, and gives ten codes for paper', async () => {
    const editor = await somebody()
    const other = await startSession({ id: editor.id, version: 1 }, '')
    const secret = await begin(editor)
    expect(await turnOnSecondFactor(editor, '000000')).toEqual({ ok: false, code: 'code' })
    expect(await getSecondFactor(editor)).toEqual({ isOn: false, codesLeft: 0 })
    const on = await turnOnSecondFactor(editor, codeOf(secret))
    expect(on.ok && new Set(on.recoveryCodes).size).toBe(10)
    expect(await getSecondFactor(editor)).toEqual({ isOn: true, codesLeft: 10 })
    expect(await editorOfSession(other)).toBeNull()
    expect(await editorOfSession(editor.sessionId)).not.toBeNull()
  })

  test('needs to be begun, and the last that was begun counts', async () => {
    const editor = await somebody()
    expect(await turnOnSecondFactor(editor, '123456')).toEqual({ ok: false, code: 'none' })
    const first = await begin(editor)
    const second = await begin(editor)
    expect(await turnOnSecondFactor(editor, codeOf(first))).toEqual({ ok: false, code: 'code' })
    expect(await turnOnSecondFactor(editor, codeOf(second))).toMatchObject({ ok: true })
  })

  test('keeps no secret in the open', async () => {
    const editor = await somebody()
    const secret = await begin(editor)
    await turnOnSecondFactor(editor, codeOf(secret))
    const { rows } = await pool.query(`SELECT encode(totp_secret, 'escape') AS kept FROM app_user WHERE id = $1`, [
      editor.id,
    ])
    expect(rows[0].kept).not.toContain(secret)
  })
})

describe('signing in', () => {
  test('asks for a code after the right password, and says nothing of it after a wrong one', async () => {
    const { editor } = await withFactor()
    expect(await enter(editor)).toEqual({ ok: false, code: 'code', isWrong: false })
    expect(await enter(editor, '000000')).toEqual({ ok: false, code: 'code', isWrong: true })
    expect(await signIn({ email: editor.email, password: 'something else entirely', address: '' })).toEqual({
      ok: false,
      code: 'refused',
    })
  })

  test('takes each code once: of twenty at once, one signs in', async () => {
    const { editor, secret } = await withFactor()
    const code = codeOf(secret, 30)
    const outcomes = []
    for (let round = 0; round < 5; round++) {
      await pool.query('TRUNCATE rate_limit')
      outcomes.push(...(await Promise.all(Array.from({ length: 4 }, () => enter(editor, code)))))
    }
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('takes no code that is older than the last one that was taken, and none of another time', async () => {
    const { editor, secret } = await withFactor()
    expect(await enter(editor, codeOf(secret, 30))).toMatchObject({ ok: true })
    expect(await enter(editor, codeOf(secret, -30))).toMatchObject({ ok: false })
    expect(await enter(editor, codeOf(secret, 300))).toMatchObject({ ok: false })
    expect(await enter(editor, codeOf(secret, -300))).toMatchObject({ ok: false })
  })

  test('takes each code on paper once, however it is typed', async () => {
    const { editor, recoveryCodes } = await withFactor()
    const [first = '', second = ''] = recoveryCodes
    expect(await enter(editor, first.toUpperCase().replace('-', ' '))).toMatchObject({ ok: true })
    expect(await enter(editor, first)).toMatchObject({ ok: false, code: 'code' })
    const both = await Promise.all([enter(editor, second), enter(editor, second)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await getSecondFactor(editor)).toEqual({ isOn: true, codesLeft: 8 })
  })

  test('counts wrong codes as attempts', async () => {
    const { editor, secret } = await withFactor()
    for (let attempt = 0; attempt < 5; attempt++) await enter(editor, `00000${attempt}`)
    expect(await enter(editor, codeOf(secret, 30))).toMatchObject({ ok: false, code: 'wait' })
  })

  test('takes nobody else’s codes', async () => {
    const [one, other] = [await withFactor(), await withFactor()]
    expect(await enter(one.editor, other.recoveryCodes[0])).toMatchObject({ ok: false, code: 'code' })
    expect(await enter(one.editor, codeOf(other.secret, 30))).toMatchObject({ ok: false, code: 'code' })
  })
})

test('new codes for paper end the old ones; turned off, the password is enough', async () => {
  const { editor, recoveryCodes } = await withFactor()
  const renewed = await renewRecoveryCodes(editor, null)
  expect(await enter(editor, recoveryCodes[0])).toMatchObject({ ok: false })
  expect(renewed.ok && (await enter(editor, renewed.recoveryCodes[0]))).toMatchObject({ ok: true })
  expect(await turnOffSecondFactor(editor, null)).toEqual({ ok: true })
  expect(await enter(editor)).toMatchObject({ ok: true })
})

test('each of it asks for the password when it was given too long ago', async () => {
  const { editor } = await withFactor()
  await db()
    .$executeRaw`UPDATE session SET confirmed_at = now() - interval '1 hour' WHERE id = ${editor.sessionId}::uuid`
  for (const act of [beginSecondFactor, renewRecoveryCodes, turnOffSecondFactor])
    expect(await act(editor, null)).toMatchObject({ ok: false, code: 'confirm' })
  expect(await getSecondFactor(editor)).toEqual({ isOn: true, codesLeft: 10 })
})

test('with another AUTH_SECRET nobody gets in by a code that was sealed before', async () => {
  const { editor, secret } = await withFactor()
  overrideEnv({ AUTH_SECRET: 'another secret of the tests, as long as that' })
  expect(await enter(editor, codeOf(secret, 30))).toMatchObject({ ok: false, code: 'code' })
})

async function somebody(role: Role = 'critic'): Promise<Editor> {
  const editor = await makeEditor(role)
  await db().user.update({ where: { id: editor.id }, data: { passwordHash } })
  return editor
}

async function begin(editor: Editor): Promise<string> {
  const begun = await beginSecondFactor(editor, null)
  if (!begun.ok) throw new Error(begun.code)
  expect(begun.uri).toContain(`secret=${begun.secret}`)
  return begun.secret
}

async function withFactor() {
  const editor = await somebody()
  const secret = await begin(editor)
  const on = await turnOnSecondFactor(editor, codeOf(secret))
  if (!on.ok) throw new Error(on.code)
  return { editor, secret, recoveryCodes: on.recoveryCodes }
}

/** The code of now, or of so many seconds later. */
function codeOf(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 1000 })
}

function enter(editor: Editor, code?: string) {
  return signIn({ email: editor.email, password, ...(code !== undefined && { code }), address: '' })
}
