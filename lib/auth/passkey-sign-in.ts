import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { db } from '#lib/db/client.ts'
import type { Passkey, User } from '#lib/db/generated/client.ts'
import { log } from '#lib/log.ts'
import { countAttempt } from './limits.ts'
import { makeChallenge, passkeyPlace, spendChallenge } from './passkey-challenges.ts'
import type { PasskeyResponse } from './passkey-schema.ts'

/**
 * What a browser needs to ask for a passkey, whoever's: the same for everybody, and nothing is said of who has one. Null where browsers make none;
 * the seconds to wait after sixty in a quarter of an hour from one address.
 */
export async function askForPasskey(address: string): Promise<PublicKeyCredentialRequestOptionsJSON | number | null> {
  const place = passkeyPlace()
  if (!place) return null
  const wait = await countAttempt('passkey:address', address)
  if (wait > 0) return wait
  const challenge = await makeChallenge('sign_in', null)
  return generateAuthenticationOptions({ rpID: place.rpID, challenge, userVerification: 'required' })
}

type PasskeySignIn =
  | { ok: true; user: { id: string; version: number } }
  | { ok: false; code: 'refused' }
  | { ok: false; code: 'wait'; seconds: number }

/**
 * Signs somebody in by a passkey alone: the device has, and has seen its owner, so it stands for password and second factor. An unknown key, a
 * closed account, an answer to another question or to one that was answered before, and a counter that goes back are refused in the same way.
 */
export async function signInWithPasskey(response: PasskeyResponse, address: string): Promise<PasskeySignIn> {
  const seconds = address ? await countAttempt('sign-in:address', address) : 0
  if (seconds > 0) return { ok: false, code: 'wait', seconds }
  const passkey = await db().passkey.findUnique({
    where: { credentialId: new Uint8Array(Buffer.from(response.id, 'base64url')) },
    include: { user: true },
  })
  if (!passkey || passkey.user.disabledAt || !(await isSigned(passkey, response))) {
    log().warn({ event: 'sign-in.passkey-refused', address, user: passkey?.userId }, 'sign-in refused')
    return { ok: false, code: 'refused' }
  }
  const { id, version } = passkey.user
  await db().auditEntry.create({
    data: { actorId: id, action: 'user.sign-in', subject: id, detail: { with: 'passkey' } },
  })
  log().info({ event: 'sign-in', user: id, with: 'passkey' }, 'signed in')
  return { ok: true, user: { id, version } }
}

async function isSigned(passkey: Passkey & { user: User }, response: PasskeyResponse): Promise<boolean> {
  const place = passkeyPlace()
  const owner = response.response.userHandle && Buffer.from(response.response.userHandle, 'base64url').toString()
  if (!place || (owner && owner !== passkey.userId)) return false
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge => spendChallenge('sign_in', challenge, null),
    expectedOrigin: place.origin,
    expectedRPID: place.rpID,
    // The count is compared below: the library would before it knows that the key has signed it.
    credential: { id: response.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
    requireUserVerification: true,
  }).catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : ''
    log().warn({ event: 'passkey.refused', user: passkey.userId, problem }, 'a passkey was refused')
    return null
  })
  return answer?.verified === true && takeCount(passkey, answer.authenticationInfo)
}

/** Writes down that it was used; false when its count goes back, which is a key that is in two places. Of two answers at once the later count wins. */
async function takeCount(
  { id, userId, name }: Passkey,
  { newCounter, credentialBackedUp }: { newCounter: number; credentialBackedUp: boolean },
): Promise<boolean> {
  const counter = BigInt(newCounter)
  const count = await db().$executeRaw`
    UPDATE passkey SET counter = ${counter}, is_synced = ${credentialBackedUp}, last_used_at = now()
    WHERE id = ${id}::uuid AND (counter < ${counter} OR (counter = 0 AND ${counter} = 0::bigint))`
  if (count === 0)
    await db().auditEntry.create({ data: { action: 'user.passkey-twice', subject: userId, detail: { name } } })
  return count === 1
}
