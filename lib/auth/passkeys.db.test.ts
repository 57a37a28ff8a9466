import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { env, overrideEnv } from '#lib/env.ts'
import { makeEditor } from '#prisma/factories.ts'
import type { Editor } from './editor.ts'
import { lacksFactor } from './factor-rule.ts'
import { newPasskeySchema, passkeyResponseSchema } from './passkey-schema.ts'
import { askForPasskey, signInWithPasskey } from './passkey-sign-in.ts'
import { addPasskey, beginPasskey, listPasskeys, removePasskey, renamePasskey } from './passkeys.ts'
import { hashPassword } from './passwords.ts'
import { getSecondFactor, turnOffSecondFactor } from './second-factor.ts'
import { startSession } from './sessions.ts'
import { signIn } from './sign-in.ts'

const { pool } = await testDatabase()
overrideEnv({ SITE_URL: 'https://reviews.example.org' })
const place = { rpID: 'reviews.example.org', origin: 'https://reviews.example.org' }
const password = 'eleven copper kettles'
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: string | Buffer) => Buffer.from(data).toString('base64url')

/** An authenticator as WebAuthn Level 3 has it: a P-256 key, no attestation, a counter that goes up by one. */
class Authenticator {
  readonly id = randomBytes(16)
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  counter = 0

  add(challenge: string, { origin = place.origin, rpID = place.rpID, isVerified = true } = {}) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key])
    const data = Buffer.concat([this.head(rpID, (isVerified ? 0x05 : 0x01) | 0x58), attested])
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      Buffer.from([data.length >> 8, data.length & 255]),
      data,
    ])
    const response = {
      clientDataJSON: base64url(JSON.stringify({ type: 'webauthn.create', challenge, origin })),
      attestationObject: base64url(attestationObject),
      transports: ['internal'],
    }
    return newPasskeySchema.parse({ ...this.named(), response })
  }

  answer(challenge: string, { origin = place.origin, rpID = place.rpID, isVerified = true } = {}) {
    this.counter += 1
    const clientData = JSON.stringify({ type: 'webauthn.get', challenge, origin })
    const data = this.head(rpID, (isVerified ? 0x05 : 0x01) | 0x18)
    const response = {
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(data),
      signature: base64url(sign('sha256', Buffer.concat([data, sha256(clientData)]), this.keys.privateKey)),
    }
    return passkeyResponseSchema.parse({ ...this.named(), response })
  }

  private head(rpID: string, flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rpID), Buffer.from([flags]), counter])
  }

  private named() {
    return { id: base64url(this.id), rawId: base64url(this.id), type: 'public-key', clientExtensionResults: {} }
  }
}

let editor: Editor
beforeEach(async () => {
  const made = await makeEditor('editor')
  const user = await db().user.update({ where: { id: made.id }, data: { passwordHash: await hashPassword(password) } })
  editor = { ...made, sessionId: await startSession(user, 'a test') }
  await pool.query('TRUNCATE rate_limit')
})

const begin = async (who = editor) => {
  const begun = await beginPasskey(who, password)
  if (!begun.ok) throw new Error(`not begun: ${begun.code}`)
  return begun.options
}
const asked = async () => {
  const options = await askForPasskey('192.0.2.1')
  if (options === null || typeof options === 'number') throw new Error('not asked')
  return options.challenge
}
const added = async (device = new Authenticator(), name = 'Telephone') => {
  const outcome = await addPasskey(editor, { response: device.add((await begin()).challenge), name })
  return { device, outcome }
}

describe('a passkey', () => {
  test('is made for this publication, with the own password, by a device that knows its owner', async () => {
    const options = await begin()
    expect(options).toMatchObject({
      rp: { id: place.rpID },
      user: { name: editor.email },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32)
    await pool.query(`UPDATE session SET confirmed_at = now() - interval '1 hour' WHERE id = $1`, [editor.sessionId])
    expect(await beginPasskey(editor, null)).toMatchObject({ ok: false, code: 'confirm' })
    expect(await beginPasskey(editor, 'not the kettles')).toMatchObject({ ok: false, code: 'confirm' })
  })

  test('is kept with its name; the first ends other sessions and brings codes for paper, the second neither', async () => {
    const other = await startSession({ id: editor.id, version: 1 }, 'another')
    const { outcome } = await added()
    expect(outcome).toMatchObject({ ok: true, recoveryCodes: { length: 10 } })
    const versions = await pool.query(
      'SELECT s.id, s.user_version = u.version AS good FROM session s JOIN app_user u ON u.id = s.user_id WHERE s.id = ANY ($1)',
      [[editor.sessionId, other]],
    )
    expect(Object.fromEntries(versions.rows.map(({ id, good }) => [id, good]))).toEqual({
      [editor.sessionId]: true,
      [other]: false,
    })
    expect((await added(new Authenticator(), 'Laptop')).outcome).toEqual({ ok: true, recoveryCodes: null })
    const passkeys = await listPasskeys(editor)
    expect(passkeys).toMatchObject([{ name: 'Telephone', isSynced: true, lastUsedAt: null }, { name: 'Laptop' }])
    expect((await begin()).excludeCredentials).toHaveLength(2)
    const id = passkeys?.[0]?.id ?? ''
    expect(await renamePasskey(editor, { id, name: 'Old telephone' })).toBe(true)
    expect(await renamePasskey(await makeEditor('owner'), { id, name: 'Mine' })).toBe(false)
    expect(await db().auditEntry.count({ where: { action: 'user.passkey-add', subject: editor.id } })).toBe(2)
  })

  test('is refused for a question that was answered, is another’s, is old, or was asked of who signs in', async () => {
    const device = new Authenticator()
    const { challenge } = await begin()
    expect(await addPasskey(editor, { response: device.add(challenge), name: 'One' })).toMatchObject({ ok: true })
    const refused = { ok: false, code: 'refused' }
    const attempt = async (question: string, ways = {}) =>
      addPasskey(editor, { response: new Authenticator().add(question, ways), name: 'Two' })
    expect(await attempt(challenge)).toEqual(refused)
    const another = await makeEditor('critic')
    const user = await db().user.update({
      where: { id: another.id },
      data: { passwordHash: await hashPassword(password) },
    })
    const theirs = await begin({ ...another, sessionId: await startSession(user, 'x') })
    expect(await attempt(theirs.challenge)).toEqual(refused)
    expect(await attempt(await asked())).toEqual(refused)
    expect(await attempt(base64url(randomBytes(32)))).toEqual(refused)
    const old = (await begin()).challenge
    await pool.query(`UPDATE passkey_challenge SET expires_at = now() - interval '1 second'`)
    expect(await attempt(old)).toEqual(refused)
    expect(await attempt((await begin()).challenge, { origin: 'https://evil.example' })).toEqual(refused)
    expect(await attempt((await begin()).challenge, { rpID: 'evil.example' })).toEqual(refused)
    expect(await attempt((await begin()).challenge, { isVerified: false })).toEqual(refused)
    expect(await addPasskey(editor, { response: device.add((await begin()).challenge), name: 'Again' })).toEqual({
      ok: false,
      code: 'known',
    })
    expect(await listPasskeys(editor)).toHaveLength(1)
  })

  test('counts as a second factor: the password alone signs nobody in, a code on paper does, once', async () => {
    await db().setting.upsert({
      where: { key: 'secondFactorRoles' },
      create: { key: 'secondFactorRoles', value: ['editor'] },
      update: { value: ['editor'] },
    })
    expect(await lacksFactor(editor)).toBe(true)
    const { outcome } = await added()
    expect(await lacksFactor(editor)).toBe(false)
    const attempt = (code?: string) => signIn({ email: editor.email, password, address: '', ...(code && { code }) })
    expect(await attempt()).toEqual({ ok: false, code: 'code', isWrong: false })
    expect(await attempt('000000')).toEqual({ ok: false, code: 'code', isWrong: true })
    const code = (outcome.ok && outcome.recoveryCodes?.[0]) || ''
    expect(await attempt(code)).toMatchObject({ ok: true })
    expect(await attempt(code)).toMatchObject({ ok: false, code: 'code' })
    // The last stays where the role asks for one.
    const [passkey] = (await listPasskeys(editor)) ?? []
    const remove = { id: passkey?.id ?? '', confirmation: password }
    expect(await removePasskey(editor, remove)).toEqual({ ok: false, code: 'last' })
    await db().setting.update({ where: { key: 'secondFactorRoles' }, data: { value: [] } })
    expect(await removePasskey(await makeEditor('owner'), { ...remove, confirmation: null })).toMatchObject({
      ok: true,
    })
    expect(await listPasskeys(editor)).toHaveLength(1)
    expect(await removePasskey(editor, remove)).toEqual({ ok: true })
    expect(await removePasskey(editor, remove)).toEqual({ ok: true })
    expect([await listPasskeys(editor), await getSecondFactor(editor)]).toEqual([[], { isOn: false, codesLeft: 0 }])
    expect(await attempt()).toMatchObject({ ok: true })
  })
})

test('of two first passkeys at once one brings the codes; the app can go while a passkey stays', async () => {
  const [one, two] = [await begin(), await begin()]
  const both = await Promise.all(
    [one, two].map(({ challenge }, at) =>
      addPasskey(editor, { response: new Authenticator().add(challenge), name: `Device ${at}` }),
    ),
  )
  expect(both.filter(outcome => outcome.ok && outcome.recoveryCodes)).toHaveLength(1)
  await db().user.update({ where: { id: editor.id }, data: { totpSecret: new Uint8Array([1]) } })
  expect(await turnOffSecondFactor(editor, password)).toEqual({ ok: true })
  expect(await getSecondFactor(editor)).toEqual({ isOn: false, codesLeft: 10 })
})

describe('signing in with a passkey', () => {
  test('needs nothing else, and says when it was used', async () => {
    const { device } = await added()
    expect(await signInWithPasskey(device.answer(await asked()), '192.0.2.1')).toEqual({
      ok: true,
      user: { id: editor.id, version: 2 },
    })
    expect((await listPasskeys(editor))?.[0]?.lastUsedAt).not.toBeNull()
    expect(await db().auditEntry.count({ where: { action: 'user.sign-in', actorId: editor.id } })).toBe(1)
  })

  test('is refused in one way: used question, other site, no owner, unknown key, closed account', async () => {
    const { device } = await added()
    const refused = { ok: false, code: 'refused' }
    const question = await asked()
    const answer = device.answer(question)
    expect(
      (await Promise.all(Array.from({ length: 20 }, () => signInWithPasskey(answer, '')))).filter(({ ok }) => ok),
    ).toHaveLength(1)
    expect(await signInWithPasskey(device.answer(question), '')).toEqual(refused)
    expect(await signInWithPasskey(device.answer((await begin()).challenge), '')).toEqual(refused)
    expect(await signInWithPasskey(device.answer(await asked(), { origin: 'https://evil.example' }), '')).toEqual(
      refused,
    )
    expect(await signInWithPasskey(device.answer(await asked(), { isVerified: false }), '')).toEqual(refused)
    expect(await signInWithPasskey(new Authenticator().answer(await asked()), '')).toEqual(refused)
    const handed = device.answer(await asked())
    handed.response.userHandle = base64url('somebody else')
    expect(await signInWithPasskey(handed, '')).toEqual(refused)
    const late = device.answer(await asked())
    await pool.query(`UPDATE passkey_challenge SET expires_at = now() - interval '1 second'`)
    expect(await signInWithPasskey(late, '')).toEqual(refused)
    const stranger = { ...new Authenticator().answer(await asked()), id: answer.id, rawId: answer.rawId }
    expect(await signInWithPasskey(stranger, '')).toEqual(refused)
    await db().user.update({ where: { id: editor.id }, data: { disabledAt: new Date() } })
    expect(await signInWithPasskey(device.answer(await asked()), '')).toEqual(refused)
  })

  test('with a count that goes back is refused and written down: the key is in two places', async () => {
    const { device } = await added()
    expect(await signInWithPasskey(device.answer(await asked()), '')).toMatchObject({ ok: true })
    device.counter = 0
    const twice = () => db().auditEntry.count({ where: { action: 'user.passkey-twice', subject: editor.id } })
    // Whoever has not the key raises no alarm.
    const forged = device.answer(await asked(), { origin: 'https://counter.example' })
    expect(await signInWithPasskey(forged, '')).toEqual({ ok: false, code: 'refused' })
    const rubbish = device.answer(await asked())
    rubbish.response.signature = base64url(randomBytes(70))
    expect(await signInWithPasskey(rubbish, '')).toEqual({ ok: false, code: 'refused' })
    expect(await twice()).toBe(0)
    device.counter = 0
    expect(await signInWithPasskey(device.answer(await asked()), '')).toEqual({ ok: false, code: 'refused' })
    expect(await twice()).toBe(1)
  })

  test('has its limits, and is offered only where browsers make passkeys', async () => {
    for (let time = 0; time < 60; time += 1) await askForPasskey('192.0.2.7')
    expect(await askForPasskey('192.0.2.7')).toBeGreaterThan(0)
    const site = env().SITE_URL
    overrideEnv({ SITE_URL: 'http://192.168.1.2:3000' })
    expect([await askForPasskey('192.0.2.8'), await listPasskeys(editor)]).toEqual([null, null])
    expect(await beginPasskey(editor, password)).toEqual({ ok: false, code: 'nowhere' })
    overrideEnv({ SITE_URL: site })
  })
})
