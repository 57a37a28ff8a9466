import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { removeAbandonedUploads } from '#lib/media/commands.ts'
import { removeExpired } from '#lib/media/uploads.ts'

const day = 86_400_000

/** Throws away, every night, what has run out: one-time links, sessions, counters of attempts, old notices, links that nobody asks after, halves of uploads. */
export async function sweep(): Promise<void> {
  const before = (days: number) => new Date(Date.now() - days * day)
  await db().token.deleteMany({ where: { expiresAt: { lt: before(7) } } })
  await db().session.deleteMany({ where: { OR: [{ expiresAt: { lt: before(7) } }, { endedAt: { lt: before(7) } }] } })
  await db().ping.deleteMany({ where: { createdAt: { lt: before(90) }, state: { not: 'waiting' } } })
  await db().linkCheck.deleteMany({ where: { requestedAt: { lt: before(90) } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: BigInt(Date.now()) } } })
  await removeAbandonedUploads()
  await removeExpired(env().DATA_DIR)
}
