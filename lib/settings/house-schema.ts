import { z } from 'zod'
import { line, nameLine, text } from '#lib/forms/text-schema.ts'
import { accentProblem, faces, grounds, textFaces } from '#lib/theme/theme.ts'
import { isFrontBlock } from './front.ts'
import { houseLimits } from './house-limits.ts'
import type { HousePage } from './house-pages.ts'
import { textProblem } from './house-text.ts'
import { isMenuAddress } from './menu-address.ts'
import { languageShape, nameShape } from './publication-schema.ts'

// The settings as the desk's forms change them, a page of them at a time.

const pictureId = z.uuid('This is no picture. Choose one of the library.').nullable()

const identity = z.strictObject({ ...nameShape, logoId: pictureId, logoDarkId: pictureId, iconId: pictureId })

const colour = line(20).transform(typed => {
  const [, figures] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed) ?? []
  if (figures === undefined) return typed
  const whole = figures.length === 3 ? [...figures].map(figure => figure + figure).join('') : figures
  return `#${whole.toLowerCase()}`
})

const look = z
  .strictObject({
    ground: z.enum(grounds, 'Choose one of the list.'),
    accentLight: colour,
    accentDark: colour,
    headlineFace: z.enum(faces, 'Choose one of the list.'),
    textFace: z.enum(textFaces, 'Choose one of the list.'),
    smallFace: z.enum(textFaces, 'Choose one of the list.'),
  })
  .superRefine(({ ground, accentLight, accentDark }, context) => {
    const given = { accentLight: [accentLight, 'light'], accentDark: [accentDark, 'dark'] } as const
    for (const [key, [value, scheme]] of Object.entries(given)) {
      const found = accentProblem(value, ground, scheme)
      if (found) context.addIssue({ code: 'custom', path: [key], message: found.problem })
    }
  })

const menu = z
  .array(
    z.strictObject({
      label: nameLine(houseLimits.label, 'Say what it is called.'),
      address: line(500).refine(
        isMenuAddress,
        'Write a page of this site, such as /lists, or a whole address that begins with https://.',
      ),
    }),
  )
  .max(houseLimits.menu, `At most ${houseLimits.menu} entries.`)
  .nullable()

const front = z.strictObject({
  hasCover: z.boolean(),
  leadReviewId: z.uuid('This is no review. Choose one of the list.').nullable(),
  front: z
    .array(z.string().refine(isFrontBlock, 'There is no such part.'))
    .max(houseLimits.blocks, `At most ${houseLimits.blocks} parts.`)
    .refine(blocks => new Set(blocks).size === blocks.length, 'A part stands there twice.'),
})

const words = text(houseLimits.text).superRefine((value, context) => {
  const problem = textProblem(value)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem })
})

/** The pages of the settings, each with what is changed on it together. */
export const housePages = {
  identity,
  language: z.strictObject(languageShape),
  look,
  front,
  menus: z.strictObject({ headerMenu: menu, footerMenu: menu }),
  feeds: z.strictObject({ hasFeeds: z.boolean(), feedText: z.enum(['whole', 'summary']) }),
  texts: z.strictObject({ aboutText: words, privacyText: words, policyText: words, imprintText: words }),
} satisfies Record<HousePage, z.ZodType>

const seen = z.record(z.string(), z.json())
const change = <Page extends HousePage, Value extends z.ZodType>(page: Page, value: Value) =>
  z.strictObject({ page: z.literal(page), value, seen })

/** What a page of the settings is to be, and as what it was seen. */
export const houseChangeSchema = z.discriminatedUnion('page', [
  change('identity', housePages.identity),
  change('language', housePages.language),
  change('look', housePages.look),
  change('front', housePages.front),
  change('menus', housePages.menus),
  change('feeds', housePages.feeds),
  change('texts', housePages.texts),
])

export type HouseChange = z.infer<typeof houseChangeSchema>

/** The same as a form carries it: value and what was seen as JSON. */
export const houseFormSchema = z
  .strictObject({ page: z.string(), value: z.string().max(200_000), seen: z.string().max(200_000) })
  .transform(({ page, value, seen: before }, context) => {
    try {
      return { page, value: JSON.parse(value), seen: JSON.parse(before) }
    } catch {
      context.addIssue({ code: 'custom', message: 'The page was not read whole. Reload it and try again.' })
      return z.NEVER
    }
  })
  .pipe(houseChangeSchema)
