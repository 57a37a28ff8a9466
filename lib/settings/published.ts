import { cache } from 'react'
import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { defaultSettings, type PublicationSettings } from './settings.ts'

const settingsSchema = z.object({
  name: z.string().catch(defaultSettings.name),
  tagline: z.string().catch(defaultSettings.tagline),
  description: z.string().catch(defaultSettings.description),
  language: z.string().catch(defaultSettings.language),
  direction: z.enum(['ltr', 'rtl']).catch(defaultSettings.direction),
  timeZone: z.string().catch(defaultSettings.timeZone),
  leadReviewId: z.uuid().nullable().catch(null),
  badges: z.array(z.string()).catch(defaultSettings.badges),
  affiliateDomains: z.array(z.string()).catch(defaultSettings.affiliateDomains),
  indexNowKey: z.string().catch(''),
  webSubHub: z.string().catch(''),
})

/** The publication's settings; what was never set is the default. Read once per request. */
export const getSettings = cache((): Promise<PublicationSettings> => readSettings(db()))

/** The same, as a transaction sees them. */
export async function readSettings(client: Pick<Prisma.TransactionClient, 'setting'>): Promise<PublicationSettings> {
  const rows = await client.setting.findMany()
  return settingsSchema.parse(Object.fromEntries(rows.map(row => [row.key, row.value])))
}
