import { z } from 'zod'
import { line } from '#lib/forms/text-schema.ts'

export const versionLimits = { name: 80, note: 300 } as const

/** What somebody calls a version, and why there is one. */
export const versionWordsSchema = z.strictObject({
  name: line(versionLimits.name),
  note: line(versionLimits.note),
})
export type VersionWords = z.infer<typeof versionWordsSchema>
