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
  const wait = address ? await countAttempt('passkey:address', address) : 0
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
  if (!place) return false
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge => spendChallenge('sign_in', challenge, null),
      expectedOrigin: place.origin,
      expectedRPID: place.rpID,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: Number(passkey.counter),
      },
      requireUserVerification: true,
    })
    if (!verified) return false
    const counter = BigInt(authenticationInfo.newCounter)
    // Two answers of one device at once: the later count wins, or neither counts.
    const count = await db().$executeRaw`
      UPDATE passkey SET counter = ${counter}, is_synced = ${authenticationInfo.credentialBackedUp}, last_used_at = now()
      WHERE id = ${passkey.id}::uuid AND (counter < ${counter} OR (counter = 0 AND ${counter} = 0::bigint))`
    return count === 1
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    log().warn({ event: 'passkey.refused', user: passkey.userId, problem }, 'a passkey was refused')
    // A count that goes back is a key that is in two places.
    if (/counter/i.test(problem))
      await db().auditEntry.create({
        data: { action: 'user.passkey-twice', subject: passkey.userId, detail: { name: passkey.name } },
      })
    return false
  }
}
