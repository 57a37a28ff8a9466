import { createHash, randomBytes } from 'node:crypto'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

type Purpose = 'setup' | 'password'
const minutes: Record<Purpose, number> = { setup: 24 * 60, password: 15 }

/**
 * Makes a one-time secret (32 random bytes, base64url) for a purpose and, for a password, an account. Only its SHA-256 is kept.
 * An older unused one for the same purpose and account stops working.
 */
export function createToken(purpose: Purpose, userId: string | null = null): Promise<string> {
  return db().$transaction(tx => createTokenIn(tx, purpose, userId))
}

/** `createToken` inside the transaction of what goes with it, such as the mail that carries the secret. */
export async function createTokenIn(
  tx: Prisma.TransactionClient,
  purpose: Purpose,
  userId: string | null = null,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await tx.token.deleteMany({ where: { purpose, userId, usedAt: null } })
  await tx.token.create({
    data: { purpose, userId, hash: secretDigest(secret), expiresAt: new Date(Date.now() + minutes[purpose] * 60_000) },
  })
  return secret
}

/** The token of a secret that would be accepted now, else null; looking uses nothing up. */
export function findLiveToken(purpose: Purpose, secret: string): Promise<{ userId: string | null } | null> {
  return db().token.findFirst({
    where: { purpose, hash: secretDigest(secret), usedAt: null, expiresAt: { gt: new Date() } },
    select: { userId: true },
  })
}

/** Uses a secret up, by one conditional UPDATE: of any number at once, one gets it. Null for all the others. */
export async function spendToken(
  tx: Prisma.TransactionClient,
  purpose: Purpose,
  secret: string,
): Promise<{ userId: string | null } | null> {
  const now = new Date()
  const [used] = await tx.token.updateManyAndReturn({
    where: { purpose, hash: secretDigest(secret), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { userId: true },
  })
  return used ?? null
}

/** What is kept of a secret that is random enough for it. */
export function secretDigest(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
