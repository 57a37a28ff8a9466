import { z } from 'zod'
import { line, nameLine } from '#lib/forms/text-schema.ts'
import { languageTag } from '#lib/languages/languages-schema.ts'
import type { PublicationSettings } from './settings.ts'

// What the publication is called and how it speaks, as the form of its settings carries it.

/** The settings that stand on every page. */
export type Masthead = Pick<
  PublicationSettings,
  'name' | 'tagline' | 'description' | 'language' | 'direction' | 'timeZone'
>

export const mastheadKeys = ['name', 'tagline', 'description', 'language', 'direction', 'timeZone'] as const

/** The part of the settings that stands on every page. */
export function mastheadOf({ name, tagline, description, language, direction, timeZone }: Masthead): Masthead {
  return { name, tagline, description, language, direction, timeZone }
}

export const mastheadLimits = { name: 60, tagline: 120, description: 300 } as const

/** Zones by their names, of which the database knows each too; "+01:00" is none, since PostgreSQL reads its sign the other way round. */
export function listTimeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
}

const masthead = z.strictObject({
  name: nameLine(mastheadLimits.name, 'The publication has a name.'),
  tagline: line(mastheadLimits.tagline),
  description: line(mastheadLimits.description),
  language: languageTag,
  direction: z.enum(['ltr', 'rtl']),
  timeZone: z
    .string()
    .refine(zone => listTimeZones().includes(zone), 'There is no such time zone. Choose one of the list.'),
}) satisfies z.ZodType<Masthead>

const seen = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  language: z.string(),
  direction: z.string(),
  timeZone: z.string(),
})

/** What the settings are to be, and as what they were seen: `seen` is their JSON. */
export const mastheadChangeSchema = z
  .looseObject({ seen: z.string() })
  .transform(({ seen: json, ...value }, context) => {
    try {
      return { value, seen: JSON.parse(json) }
    } catch {
      context.addIssue({ code: 'custom', message: 'The page was not read whole. Reload it and try again.' })
      return z.NEVER
    }
  })
  .pipe(z.strictObject({ value: masthead, seen }))

export type MastheadChange = z.infer<typeof mastheadChangeSchema>
