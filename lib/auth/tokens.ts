import { createHash, randomBytes } from 'node:crypto'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

type Purpose = 'setup' | 'password'
const minutes: Record<Purpose, number> = { setup: 24 * 60, password: 15 }

/**
 * Makes a one-time secret (32 random bytes, base64url) for a purpose and, for a password, an account. Only its SHA-256 is kept.
 * An older unused one for the same purpose and account stops working.
 */
export async function createToken(purpose: Purpose, userId: string | null = null): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await db().$transaction([
    db().token.deleteMany({ where: { purpose, userId, usedAt: null } }),
    db().token.create({
      data: { purpose, userId, hash: digest(secret), expiresAt: new Date(Date.now() + minutes[purpose] * 60_000) },
    }),
  ])
  return secret
}

/** Whether a secret would be accepted now; looking uses nothing up. */
export async function isLiveToken(purpose: Purpose, secret: string): Promise<boolean> {
  const found = await db().token.count({
    where: { purpose, hash: digest(secret), usedAt: null, expiresAt: { gt: new Date() } },
  })
  return found === 1
}

/** Uses a secret up, by one conditional UPDATE: of any number at once, one gets it. Null for all the others. */
export async function spendToken(
  tx: Prisma.TransactionClient,
  purpose: Purpose,
  secret: string,
): Promise<{ userId: string | null } | null> {
  const now = new Date()
  const [used] = await tx.token.updateManyAndReturn({
    where: { purpose, hash: digest(secret), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
    select: { userId: true },
  })
  return used ?? null
}

function digest(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
