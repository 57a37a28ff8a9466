import { randomBytes } from 'node:crypto'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { secretDigest } from './tokens.ts'

type Purpose = 'add' | 'sign_in'
const minutes = 5

/** Where passkeys are for (WebAuthn's relying party), from the configured address and never from a request. */
export interface PasskeyPlace {
  rpID: string
  origin: string
}

/** Null where browsers make none: without https, but for this machine itself. */
export function passkeyPlace(): PasskeyPlace | null {
  const { protocol, hostname, origin } = new URL(env().SITE_URL)
  return protocol === 'https:' || hostname === 'localhost' ? { rpID: hostname, origin } : null
}

/** Something to sign, of 32 random bytes: for somebody who adds a passkey, or for whoever signs in. Good once, within five minutes. */
export async function makeChallenge(purpose: Purpose, userId: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const hash = secretDigest(Buffer.from(challenge).toString('base64url'))
  await db().$executeRaw`DELETE FROM passkey_challenge WHERE expires_at < now()`
  await db().$executeRaw`
    INSERT INTO passkey_challenge (hash, purpose, user_id, expires_at)
    VALUES (${hash}, ${purpose}::"PasskeyPurpose", ${userId}::uuid, now() + make_interval(mins => ${minutes}))`
  return challenge
}

/** Uses one up, by one conditional DELETE: of any number at once, one gets it. */
export async function spendChallenge(purpose: Purpose, challenge: string, userId: string | null): Promise<boolean> {
  const count = await db().$executeRaw`
    DELETE FROM passkey_challenge WHERE hash = ${secretDigest(challenge)} AND purpose = ${purpose}::"PasskeyPurpose"
      AND user_id IS NOT DISTINCT FROM ${userId}::uuid AND expires_at > now()`
  return count === 1
}
