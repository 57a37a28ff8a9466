import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { log } from '#lib/log.ts'
import { getSettings } from '#lib/settings/published.ts'
import { type Confirmed, confirmEditor } from './confirmation.ts'
import type { Editor } from './editor.ts'
import { rolesWithFactor } from './factor-rule.ts'
import { seal, unseal } from './sealed.ts'
import { secretDigest } from './tokens.ts'

type Tx = Prisma.TransactionClient
type NotConfirmed = Exclude<Confirmed, { ok: true }>

/** What an authenticator app is given: the address for its camera, and the same secret to be typed. */
export interface NewFactor {
  ok: true
  uri: string
  secret: string
}

/** A secret for an authenticator app, kept as pending until a code of it was given. One that was pending before is replaced. */
export async function beginSecondFactor(
  editor: Editor,
  confirmation: string | null,
): Promise<NewFactor | NotConfirmed> {
  const confirmed = await confirmEditor(editor, confirmation)
  if (!confirmed.ok) return confirmed
  const secret = new Secret({ size: 20 })
  const { name } = await getSettings()
  await db().user.update({ where: { id: editor.id }, data: { totpPending: seal(purpose, secret.base32) } })
  return {
    ok: true,
    uri: totpOf(secret.base32, { issuer: name, label: editor.email }).toString(),
    secret: secret.base32,
  }
}

/**
 * Turns the second factor on with a code of the pending secret. Every other session ends, as with a new password. Returns ten codes for
 * paper, which are shown this once.
 */
export async function turnOnSecondFactor(
  editor: Editor,
  code: string,
): Promise<{ ok: true; recoveryCodes: string[] } | { ok: false; code: 'code' | 'none' }> {
  return transact(async tx => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: editor.id }, select: { totpPending: true } })
    const secret = user.totpPending && unseal(purpose, user.totpPending)
    if (!user.totpPending || !secret) return { ok: false, code: 'none' } as const
    const step = await stepOf(tx, secret, code)
    if (step === null) return { ok: false, code: 'code' } as const
    const { version } = await tx.user.update({
      where: { id: editor.id },
      data: { totpSecret: user.totpPending, totpPending: null, totpStep: step, version: { increment: 1 } },
    })
    await tx.session.update({ where: { id: editor.sessionId }, data: { userVersion: version } })
    await note(tx, editor, 'user.second-factor-on')
    return { ok: true, recoveryCodes: await makeRecoveryCodes(tx, editor.id) } as const
  })
}

/** Turns the second factor off; where the role asks for one it stays. */
export async function turnOffSecondFactor(
  editor: Editor,
  confirmation: string | null,
): Promise<{ ok: true } | NotConfirmed | { ok: false; code: 'last' }> {
  const confirmed = await confirmEditor(editor, confirmation)
  if (!confirmed.ok) return confirmed
  return transact(async tx => {
    await lockFactors(tx, editor)
    const passkeys = await tx.passkey.count({ where: { userId: editor.id } })
    if (passkeys === 0 && (await rolesWithFactor(tx)).includes(editor.role)) return { ok: false, code: 'last' } as const
    await tx.user.update({
      where: { id: editor.id },
      data: { totpSecret: null, totpPending: null, totpStep: null },
    })
    // They stand in for a passkey as well.
    if (passkeys === 0) await tx.recoveryCode.deleteMany({ where: { userId: editor.id } })
    await note(tx, editor, 'user.second-factor-off')
    return { ok: true } as const
  })
}

/** What changes the factors of an account goes one after the other: whether one is the first, or the last, is true until then. */
export async function lockFactors(tx: Tx, { id }: Editor): Promise<void> {
  await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${id}::uuid FOR UPDATE`
}

/** Ten new codes for paper; the ones before stop working. */
export async function renewRecoveryCodes(
  editor: Editor,
  confirmation: string | null,
): Promise<{ ok: true; recoveryCodes: string[] } | NotConfirmed> {
  const confirmed = await confirmEditor(editor, confirmation)
  if (!confirmed.ok) return confirmed
  return db().$transaction(async tx => {
    await note(tx, editor, 'user.recovery-codes')
    return { ok: true, recoveryCodes: await makeRecoveryCodes(tx, editor.id) }
  })
}

/** Whether it is on, and how many codes for paper are left. */
export async function getSecondFactor(editor: Editor): Promise<{ isOn: boolean; codesLeft: number }> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: editor.id },
    select: { totpSecret: true, _count: { select: { recoveryCodes: { where: { usedAt: null } } } } },
  })
  return { isOn: user.totpSecret !== null, codesLeft: user._count.recoveryCodes }
}

/**
 * Whether a code is the second factor of an account now: of the present half minute or the ones beside it, each taken once, or one of the
 * codes on paper, each taken once. Of any number of the same at once, one is taken.
 */
export async function takeCode(user: { id: string; totpSecret: Uint8Array | null }, code: string): Promise<boolean> {
  const typed = code.replace(/[\s-]/g, '').toLowerCase()
  if (!/^\d{6}$/.test(typed)) return takeRecoveryCode(user.id, typed)
  const secret = user.totpSecret && unseal(purpose, user.totpSecret)
  if (!secret) return false
  const step = await stepOf(db(), secret, typed)
  if (step === null) return false
  const count = await db().$executeRaw`
    UPDATE app_user SET totp_step = ${step} WHERE id = ${user.id}::uuid AND (totp_step IS NULL OR totp_step < ${step})`
  return count === 1
}

const purpose = 'second-factor'
const period = 30

function totpOf(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })
}

/** The step that a code belongs to, by the database's clock; null for a wrong one. One step early or late is let through (RFC 6238, 5.2). */
async function stepOf(tx: Pick<Tx, '$queryRaw'>, secret: string, code: string): Promise<bigint | null> {
  const [row] = await tx.$queryRaw<{ now: number }[]>`SELECT extract(epoch FROM now())::float8 AS now`
  const timestamp = (row?.now ?? 0) * 1000
  const delta = totpOf(secret).validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 })
  return delta === null ? null : BigInt(Math.floor(timestamp / 1000 / period) + delta)
}

async function takeRecoveryCode(userId: string, typed: string): Promise<boolean> {
  const { count } = await db().recoveryCode.updateMany({
    where: { userId, hash: secretDigest(typed), usedAt: null },
    data: { usedAt: new Date() },
  })
  if (count === 1) log().warn({ event: 'sign-in.recovery-code', user: userId }, 'a recovery code was used')
  return count === 1
}

// Without letters that are mistaken for others: 50 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten new codes for paper, in place of those before. */
export async function makeRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () =>
    Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join(''),
  )
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: codes.map(code => ({ userId, hash: secretDigest(code) })) })
  return codes.map(code => `${code.slice(0, 5)}-${code.slice(5)}`)
}

function note(tx: Tx, editor: Editor, action: string) {
  return tx.auditEntry.create({ data: { actorId: editor.id, action, subject: editor.id } })
}
