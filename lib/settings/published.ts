import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { PublicationSettings } from './settings.ts'
import { settingsFrom } from './stored-schema.ts'

/** The publication's settings; what was never set is the default. Read once per request. */
export const getSettings = cache((): Promise<PublicationSettings> => readSettings(db()))

/** The same, as a transaction sees them. */
export async function readSettings(client: Pick<Prisma.TransactionClient, 'setting'>): Promise<PublicationSettings> {
  const rows = await client.setting.findMany()
  return settingsFrom(Object.fromEntries(rows.map(row => [row.key, row.value])))
}
