import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { log } from '#lib/log.ts'
import { getSettings } from '#lib/settings/published.ts'
import { type Confirmed, confirmEditor } from './confirmation.ts'
import type { Editor } from './editor.ts'
import { rolesWithFactor, withoutFactor } from './factor-rule.ts'
import { makeChallenge, passkeyPlace, spendChallenge } from './passkey-challenges.ts'
import type { NewPasskeyResponse } from './passkey-schema.ts'
import { lockFactors, makeRecoveryCodes } from './second-factor.ts'

type Tx = Prisma.TransactionClient
type NotConfirmed = Exclude<Confirmed, { ok: true }>

export interface Passkey {
  id: string
  name: string
  isSynced: boolean
  createdAt: string
  lastUsedAt: string | null
}

/** Somebody's own passkeys, in the order in which they were added; null where browsers make none (see `passkeyPlace`). */
export async function listPasskeys(editor: Editor): Promise<Passkey[] | null> {
  if (!passkeyPlace()) return null
  const rows = await db().passkey.findMany({
    where: { userId: editor.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, isSynced, createdAt, lastUsedAt }) => ({
    ...{ id, name, isSynced },
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }))
}

/** What a browser needs to make a passkey; asks for the own password first. The device has to know its owner, and to find the key by itself. */
export async function beginPasskey(
  editor: Editor,
  confirmation: string | null,
): Promise<
  { ok: true; options: PublicKeyCredentialCreationOptionsJSON } | NotConfirmed | { ok: false; code: 'nowhere' }
> {
  const place = passkeyPlace()
  if (!place) return { ok: false, code: 'nowhere' }
  const confirmed = await confirmEditor(editor, confirmation)
  if (!confirmed.ok) return confirmed
  const known = await db().passkey.findMany({ where: { userId: editor.id } })
  const options = await generateRegistrationOptions({
    rpName: (await getSettings()).name,
    rpID: place.rpID,
    userID: new Uint8Array(Buffer.from(editor.id)),
    userName: editor.email,
    userDisplayName: editor.name,
    challenge: await makeChallenge('add', editor.id),
    excludeCredentials: known.map(({ credentialId }) => ({ id: Buffer.from(credentialId).toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { ok: true, options }
}

export type AddedPasskey =
  | { ok: true; recoveryCodes: string[] | null }
  /** `refused`: not made for this publication by this person now; `known`: it is somebody's already. */
  | { ok: false; code: 'refused' | 'known' }

/**
 * Keeps a passkey that a browser has made. With the first factor of an account every other session ends, as with a new password, and there are
 * ten codes for paper, returned this once.
 */
export async function addPasskey(
  editor: Editor,
  { response, name }: { response: NewPasskeyResponse; name: string },
): Promise<AddedPasskey> {
  const place = passkeyPlace()
  const verified =
    place &&
    (await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge => spendChallenge('add', challenge, editor.id),
      expectedOrigin: place.origin,
      expectedRPID: place.rpID,
      requireUserVerification: true,
    }).catch(refusal))
  if (!verified?.verified) return { ok: false, code: 'refused' }
  const { credential, credentialBackedUp } = verified.registrationInfo
  try {
    return await transact(async tx => {
      await lockFactors(tx, editor)
      const isFirst = (await tx.user.count({ where: { id: editor.id, ...withoutFactor } })) > 0
      await tx.passkey.create({
        data: {
          userId: editor.id,
          credentialId: new Uint8Array(Buffer.from(credential.id, 'base64url')),
          publicKey: new Uint8Array(credential.publicKey),
          counter: credential.counter,
          transports: response.response.transports,
          name,
          isSynced: credentialBackedUp,
        },
      })
      await note(tx, editor, 'user.passkey-add', name)
      if (!isFirst) return { ok: true, recoveryCodes: null } as const
      const { version } = await tx.user.update({ where: { id: editor.id }, data: { version: { increment: 1 } } })
      await tx.session.update({ where: { id: editor.sessionId }, data: { userVersion: version } })
      return { ok: true, recoveryCodes: await makeRecoveryCodes(tx, editor.id) } as const
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { ok: false, code: 'known' }
    throw error
  }
}

/** Calls one of the own passkeys otherwise; false when it is not there. */
export async function renamePasskey(editor: Editor, { id, name }: { id: string; name: string }): Promise<boolean> {
  const { count } = await db().passkey.updateMany({ where: { id, userId: editor.id }, data: { name } })
  return count === 1
}

/** Takes one of the own passkeys away, with the own password. The last factor stays where the role asks for one. */
export async function removePasskey(
  editor: Editor,
  { id, confirmation }: { id: string; confirmation: string | null },
): Promise<{ ok: true } | NotConfirmed | { ok: false; code: 'last' }> {
  const confirmed = await confirmEditor(editor, confirmation)
  if (!confirmed.ok) return confirmed
  return transact(async tx => {
    await lockFactors(tx, editor)
    const passkey = await tx.passkey.findFirst({ where: { id, userId: editor.id } })
    if (!passkey) return { ok: true } as const
    const others = { none: { id: { not: id } } }
    const isLast = (await tx.user.count({ where: { id: editor.id, ...withoutFactor, passkeys: others } })) > 0
    if (isLast && (await rolesWithFactor(tx)).includes(editor.role)) return { ok: false, code: 'last' } as const
    await tx.passkey.delete({ where: { id } })
    // There is nothing left that a code on paper could stand in for.
    if (isLast) await tx.recoveryCode.deleteMany({ where: { userId: editor.id } })
    await note(tx, editor, 'user.passkey-remove', passkey.name)
    return { ok: true } as const
  })
}

function refusal(error: unknown): null {
  log().warn(
    { event: 'passkey.refused', problem: error instanceof Error ? error.message : '' },
    'a passkey was refused',
  )
  return null
}

function note(tx: Tx, editor: Editor, action: string, name: string) {
  return tx.auditEntry.create({ data: { actorId: editor.id, action, subject: editor.id, detail: { name } } })
}
