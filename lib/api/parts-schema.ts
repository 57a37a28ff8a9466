import { z } from 'zod'
import { workKinds } from '#lib/works/works.ts'
import { component, id, slug, url } from './components.ts'

// What several answers have in them.

/** Where something is: for people, and in this API. */
export const place = {
  url: url().describe('Its page, for people.'),
  api: url().describe('The same here, for programs.'),
}

export const refSchema = component(
  'Ref',
  'Something with a page: a critic, a person, a section, a topic, a series.',
  z.strictObject({
    id: id().describe('Stays the same whatever it is called.'),
    slug: slug().describe('The last part of its address. It may change; the old one then redirects.'),
    name: z.string(),
    ...place,
  }),
)

export const workRefSchema = component(
  'WorkRef',
  'A work as others refer to it.',
  z.strictObject({
    id: id(),
    kind: z.enum(workKinds),
    title: z.string().describe('A part has the title of its whole before it: “Severance: Season 1”.'),
    year: z.int().nullable().describe('Of its release.'),
    slug: slug().nullable().describe('Null, as both addresses are, while nothing about the work is published.'),
    url: url().nullable(),
    api: url().nullable(),
  }),
)

export const pictureSchema = component(
  'Picture',
  'A picture. The JPEG is cropped around its focal point; the WebP files are whole.',
  z.strictObject({
    url: url().describe('A JPEG of 1200 × 675 pixels.'),
    width: z.int(),
    height: z.int(),
    alt: z.string(),
    caption: z.string(),
    credit: z.string(),
    licence: z.string().describe('Under what it may be shown, in words; may be empty.'),
    licenceUrl: url().nullable(),
    sizes: z.array(z.strictObject({ url: url(), width: z.int() })).describe('WebP files, narrowest first.'),
  }),
)

export const unitSchema = component(
  'RatingUnit',
  'What a rating counts: five OS’s.',
  z.strictObject({
    singular: z.string(),
    plural: z.string(),
    glyph: z.string().describe('The key of how it is drawn.'),
  }),
)

const scaleKind = z.enum(['numeric', 'letter', 'verdict'])

export const ratingSchema = component(
  'Rating',
  'A number on a version of a scale, with its words. It is complete in itself: a scale may change later, and this does not.',
  z.strictObject({
    value: z.number().describe('For letters and verdicts their place on the scale, from 0 for the worst.'),
    min: z.number().describe('The worst value of the scale.'),
    max: z.number().describe('The best value of the scale.'),
    step: z.number().describe('What neighbouring values differ by.'),
    unit: unitSchema.nullable(),
    sentence: z.string().describe('In words, as readers see it: “Five OS’s out of five”, “8.4 out of 10”, “B+”.'),
    short: z.string().describe('As short as can be: “5/5”, “B+”.'),
    label: z.string().describe('To be heard without its context: “Rating: B plus, on a scale from F to A plus”.'),
    score: z
      .number()
      .min(0)
      .max(100)
      .describe('What it counts as from 0 to 100, by the house’s reading of the scale: for order, not for show.'),
    scale: z.strictObject({
      key: z.string(),
      version: z.int(),
      name: z.string(),
      kind: scaleKind,
      api: url().describe('What each value of it means.'),
    }),
  }),
)

export const scaleVersionSchema = component(
  'ScaleVersion',
  'A version of a scale. It never changes; how the house reads it may.',
  z.strictObject({
    version: z.int(),
    kind: scaleKind,
    min: z.number(),
    max: z.number(),
    step: z.number(),
    labels: z.array(z.string()).describe('Of letters and verdicts, worst first; a value counts from 0 into these.'),
    unit: unitSchema.nullable(),
    isPresent: z.boolean().describe('Whether new reviews are scored on it.'),
    reviewCount: z.int().describe('Live reviews that were scored on it.'),
    bands: z
      .array(z.strictObject({ from: z.number(), to: z.number(), meaning: z.string() }))
      .describe('What the values from one to another mean, lowest first.'),
    projection: z
      .array(z.strictObject({ value: z.number(), score: z.number() }))
      .describe('What values count as from 0 to 100, with straight lines between; empty for one straight line.'),
  }),
)

export const creditSchema = component(
  'Credit',
  'Who did one thing for a work.',
  z.strictObject({
    role: z.string(),
    label: z.string().describe('“Directed by”'),
    people: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        character: z.string().nullable(),
        url: url().nullable(),
        api: url().nullable(),
      }),
    ),
  }),
)
