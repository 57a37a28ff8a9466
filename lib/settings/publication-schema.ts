import { z } from 'zod'
import { line, nameLine } from '#lib/forms/text-schema.ts'
import { languageTag } from '#lib/languages/languages-schema.ts'
import { mastheadLimits } from './masthead-limits.ts'
import type { PublicationSettings } from './settings.ts'

// What the publication is called and how it speaks, as the form of its settings carries it.

/** The settings that stand on every page. */
export type Masthead = Pick<
  PublicationSettings,
  'name' | 'tagline' | 'description' | 'language' | 'direction' | 'timeZone'
>

/** The part of the settings that stands on every page. */
export function mastheadOf({ name, tagline, description, language, direction, timeZone }: Masthead): Masthead {
  return { name, tagline, description, language, direction, timeZone }
}

/** Zones by their names, of which the database knows each too; "+01:00" is none, since PostgreSQL reads its sign the other way round. */
export function listTimeZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
}

/** What it is called, as a form gives it. */
export const nameShape = {
  name: nameLine(mastheadLimits.name, 'The publication has a name.'),
  tagline: line(mastheadLimits.tagline),
  description: line(mastheadLimits.description),
}

/** How it speaks. */
export const languageShape = {
  language: languageTag,
  direction: z.enum(['ltr', 'rtl'], 'Choose one of the list.'),
  timeZone: z
    .string()
    .refine(zone => listTimeZones().includes(zone), 'There is no such time zone. Choose one of the list.'),
}
