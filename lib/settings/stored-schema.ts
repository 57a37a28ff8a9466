import { z } from 'zod'
import { isColour } from '#lib/theme/colour.ts'
import { faces, grounds, textFaces } from '#lib/theme/theme.ts'
import { isFrontBlock } from './front.ts'
import { isMenuAddress } from './menu-address.ts'
import { defaultSettings, type PublicationSettings } from './settings.ts'

// What may be stored of each setting, whoever stored it: what is not of its form counts as never set.

const colour = z.string().refine(isColour)
const menu = z.array(z.object({ label: z.string(), address: z.string().refine(isMenuAddress) })).nullable()

const shapes = {
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  timeZone: z.string(),
  leadReviewId: z.uuid().nullable(),
  badges: z.array(z.string()),
  affiliateDomains: z.array(z.string()),
  indexNowKey: z.string(),
  webSubHub: z.string(),
  ground: z.enum(grounds),
  accentLight: colour,
  accentDark: colour,
  headlineFace: z.enum(faces),
  textFace: z.enum(textFaces),
  smallFace: z.enum(textFaces),
  logoId: z.uuid().nullable(),
  logoDarkId: z.uuid().nullable(),
  iconId: z.uuid().nullable(),
  headerMenu: menu,
  footerMenu: menu,
  hasCover: z.boolean(),
  front: z.array(z.string().refine(isFrontBlock)),
  hasFeeds: z.boolean(),
  feedText: z.enum(['whole', 'summary']),
  aboutText: z.string(),
  privacyText: z.string(),
  imprintText: z.string(),
  policyText: z.string(),
} satisfies { [Key in keyof PublicationSettings]: z.ZodType<PublicationSettings[Key]> }

const readers = z.object(shapes).partial()

/** All settings, of those that are given; what is missing or not of its form is as in `otherwise`. */
export function settingsFrom(
  given: Record<string, unknown>,
  otherwise: PublicationSettings = defaultSettings,
): PublicationSettings {
  const sound = Object.entries(shapes).flatMap(([key, shape]) => {
    const value = shape.safeParse(given[key])
    return value.success ? [[key, value.data]] : []
  })
  return { ...otherwise, ...readers.parse(Object.fromEntries(sound)) }
}
