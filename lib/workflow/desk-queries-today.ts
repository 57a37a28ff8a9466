import { db } from '#lib/db/client.ts'
import { getSettings } from '#lib/settings/published.ts'

/** The publication's day by the database's clock: "2026-11-23". Days that things are due on are days of it. */
export async function getToday(): Promise<string> {
  const { timeZone } = await getSettings()
  const [row] = await db().$queryRaw<{ today: string }[]>`SELECT (now() AT TIME ZONE ${timeZone})::date::text AS today`
  if (!row) throw new Error('The database does not say which day it is')
  return row.today
}
