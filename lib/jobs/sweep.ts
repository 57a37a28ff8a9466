import { db } from '#lib/db/client.ts'

const day = 86_400_000

/** Throws away, every night, what has run out: one-time links, sessions, counters of attempts, old notices. */
export async function sweep(): Promise<void> {
  const before = (days: number) => new Date(Date.now() - days * day)
  await db().token.deleteMany({ where: { expiresAt: { lt: before(7) } } })
  await db().session.deleteMany({ where: { OR: [{ expiresAt: { lt: before(7) } }, { endedAt: { lt: before(7) } }] } })
  await db().ping.deleteMany({ where: { createdAt: { lt: before(90) }, state: { not: 'waiting' } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: BigInt(Date.now()) } } })
}
