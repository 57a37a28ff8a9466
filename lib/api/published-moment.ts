import { db } from '#lib/db/client.ts'

/** Whoever asks while the change is being made must not keep what was before under the date of the change. */
const settled = 5_000

/**
 * When anything that readers see has last changed; null when that was in the last five seconds, or never. Every such change appends an
 * event, so whatever was answered since is what would be answered now.
 */
export async function lastChange(now = Date.now()): Promise<Date | null> {
  const [newest] = await db().contentEvent.findMany({ orderBy: { id: 'desc' }, take: 1, select: { at: true } })
  return newest && newest.at.getTime() < now - settled ? newest.at : null
}

/** Whether the database answers. */
export async function isDatabaseThere(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
