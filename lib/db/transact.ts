import { db } from './client.ts'
import type { Prisma } from './generated/client.ts'

/** One transaction that a refusal undoes as an error does: what was written before it (an address that was claimed) is not kept. */
export async function transact<T extends { ok: boolean }>(
  work: (tx: Prisma.TransactionClient) => Promise<T>,
  limits: { timeout?: number; maxWait?: number } = {},
): Promise<T> {
  const refusals: T[] = []
  try {
    return await db().$transaction(async tx => {
      const outcome = await work(tx)
      if (outcome.ok) return outcome
      refusals.push(outcome)
      throw new Undone()
    }, limits)
  } catch (error) {
    const [refusal] = refusals
    if (refusal && error instanceof Undone) return refusal
    throw error
  }
}

class Undone extends Error {}

/** The database's clock: an instance whose own is wrong dates nothing wrongly. */
export async function now(tx: Prisma.TransactionClient): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`
  return row?.now ?? new Date()
}
