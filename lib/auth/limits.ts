import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { database } from '#lib/db/client.ts'

// Counted in Postgres, before the check, so that neither a restart nor a second instance resets them.
const purposes = {
  'sign-in:account': { points: 5, duration: 15 * 60, blockDuration: 15 * 60 },
  'sign-in:address': { points: 40, duration: 15 * 60, blockDuration: 15 * 60 },
  'passkey:address': { points: 60, duration: 15 * 60, blockDuration: 15 * 60 },
  'password:account': { points: 3, duration: 60 * 60, blockDuration: 60 * 60 },
  'password:address': { points: 20, duration: 60 * 60, blockDuration: 60 * 60 },
  'confirm:account': { points: 5, duration: 15 * 60, blockDuration: 15 * 60 },
  'invite:account': { points: 50, duration: 60 * 60, blockDuration: 60 * 60 },
  'join:address': { points: 20, duration: 15 * 60, blockDuration: 15 * 60 },
  'preview:address': { points: 60, duration: 15 * 60, blockDuration: 15 * 60 },
  'setup:address': { points: 20, duration: 15 * 60, blockDuration: 15 * 60 },
  'fetch:account': { points: 400, duration: 60 * 60, blockDuration: 10 * 60 },
  'upload:account': { points: 600, duration: 60 * 60, blockDuration: 10 * 60 },
} as const
export type LimitPurpose = keyof typeof purposes

const limiters = new Map<LimitPurpose, RateLimiterPostgres>()

/** Counts one attempt. Returns 0 when it may go on, or the seconds to wait. */
export async function countAttempt(purpose: LimitPurpose, who: string): Promise<number> {
  try {
    await limiter(purpose).consume(keyOf(who))
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000)
    throw refusal
  }
}

/** Forgets the attempts, after one that succeeded. */
export async function forgetAttempts(purpose: LimitPurpose, who: string): Promise<void> {
  await limiter(purpose).delete(keyOf(who))
}

/** Of one length, whatever somebody typed as their address; and the table keeps no addresses. */
function keyOf(who: string): string {
  return createHash('sha256').update(who).digest('base64url')
}

function limiter(purpose: LimitPurpose): RateLimiterPostgres {
  const known = limiters.get(purpose)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: database().pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: purpose,
    ...purposes[purpose],
  })
  limiters.set(purpose, made)
  return made
}
