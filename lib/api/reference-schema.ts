import { z } from 'zod'
import { creditRoles, workKinds } from '#lib/works/works.ts'
import { component, id, moment, slug, url } from './components.ts'
import { creditSchema, pictureSchema, place, refSchema, scaleVersionSchema, workRefSchema } from './parts-schema.ts'
import { reviewSummarySchema } from './review-schema.ts'

// What reviews are about, and who and what they are ordered by.

const reviews = url().describe('Where its reviews are in this API.')
const reviewCount = z.int().describe('Live reviews.')
const named = { id: id(), slug: slug(), name: z.string(), ...place }

const workSummary = {
  id: id(),
  slug: slug(),
  ...place,
  kind: z.enum(workKinds),
  title: z.string().describe('A part has the title of its whole before it.'),
  year: z.int().nullable(),
}
export const workSummarySchema = component(
  'WorkSummary',
  'A work that something was published about.',
  z.strictObject({ ...workSummary, reviewCount: z.int().describe('Live reviews of it and of its parts.') }),
)

const released = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/)
  .nullable()
  .describe('As precisely as is known: 2013, 2013-12 or 2013-12-18.')

export const workSchema = component(
  'Work',
  'A work, and what is known of it.',
  z.strictObject({
    ...workSummary,
    originalTitle: z.string().nullable(),
    released,
    minutes: z.int().nullable(),
    pages: z.int().nullable(),
    publisher: z.string().nullable(),
    country: z.string().nullable().describe('ISO 3166-1 alpha-2.'),
    language: z.string().nullable(),
    genres: z.array(z.string()),
    platforms: z.array(z.string()),
    summary: z.string(),
    picture: pictureSchema.nullable(),
    parent: workRefSchema.nullable().describe('What it is a part of.'),
    parts: z.array(workRefSchema).describe('Parts that something was published about.'),
    series: z.array(refSchema),
    credits: z.array(creditSchema),
    editions: z.array(
      z.strictObject({
        name: z.string(),
        format: z.string(),
        publisher: z.string(),
        released,
        isbn: z.string().nullable(),
      }),
    ),
    externalIds: z.array(z.strictObject({ scheme: z.string(), value: z.string() })),
    sameAs: z.array(z.string()).describe('Addresses that name it elsewhere; an ISBN is a urn.'),
    reviews,
  }),
)

const personKind = z.enum(['person', 'group'])
export const personSummarySchema = component(
  'PersonSummary',
  'Somebody, or some group, who made or played in something that was reviewed.',
  z.strictObject({ ...named, kind: personKind, workCount: z.int().describe('Works of theirs that were reviewed.') }),
)

export const personSchema = component(
  'Person',
  'Somebody, or some group, and what they did in what was reviewed here. It is no filmography.',
  z.strictObject({
    ...named,
    kind: personKind,
    aliases: z.array(z.string()),
    workCount: z.int(),
    averageScore: z.number().nullable().describe('Mean of what their works count as, 0–100; null when none is scored.'),
    roles: z.array(
      z.strictObject({
        role: z.enum(creditRoles),
        name: z.string(),
        workCount: z.int(),
        averageScore: z.number().nullable(),
      }),
    ),
    sameAs: z.array(z.strictObject({ name: z.string(), url: z.string() })),
    works: url().describe('Where their works are in this API.'),
  }),
)

const critic = { ...named, title: z.string(), reviewCount }
export const criticSummarySchema = component('CriticSummary', 'Somebody who writes here.', z.strictObject(critic))
export const criticSchema = component(
  'Critic',
  'Somebody who writes here, with their own words about themselves.',
  z.strictObject({ ...critic, bio: z.string(), taste: z.string(), reviews }),
)

const list = {
  id: id(),
  slug: slug(),
  title: z.string(),
  ...place,
  standfirst: z.string(),
  publishedAt: moment(),
  isRanked: z.boolean().describe('Whether the order means anything: the first is the best.'),
  critic: refSchema.nullable(),
  entryCount: z.int(),
}
export const listSummarySchema = component('ListSummary', 'A list of works.', z.strictObject(list))
export const listSchema = component(
  'List',
  'A list of works, whole.',
  z.strictObject({
    ...list,
    modifiedAt: moment(),
    topic: refSchema.nullable(),
    entries: z.array(z.strictObject({ rank: z.int(), note: z.string(), review: reviewSummarySchema })),
  }),
)

export const sectionSchema = component(
  'Section',
  'A section of the publication.',
  z.strictObject({ ...named, description: z.string(), reviewCount, reviews }),
)
export const topicSchema = component(
  'Topic',
  'What several reviews are about.',
  z.strictObject({ ...named, description: z.string(), reviewCount, reviews }),
)

const seriesKind = z.enum(['series', 'franchise'])
export const seriesSummarySchema = component(
  'SeriesSummary',
  'Works that belong together. (A television series is a work.)',
  z.strictObject({ ...named, kind: seriesKind, workCount: z.int().describe('Works of it that were reviewed.') }),
)
export const seriesSchema = component(
  'Series',
  'Works that belong together, in order.',
  z.strictObject({
    ...named,
    kind: seriesKind,
    note: z.string(),
    works: z.array(workRefSchema).describe('Those that were reviewed.'),
    total: z.int().describe('How many works it has, reviewed or not.'),
  }),
)

export const scaleSchema = component(
  'Scale',
  'A way of scoring that is or was in use, and what its values mean.',
  z.strictObject({
    key: z.string(),
    name: z.string(),
    note: z.string(),
    isRetired: z.boolean(),
    ...place,
    sections: z.array(refSchema).describe('Sections whose reviews are scored on it.'),
    versions: z.array(scaleVersionSchema).describe('Newest first.'),
  }),
)
