import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { detailsSchema } from '#lib/reviews/details-schema.ts'
import { spoilerLevels } from '#lib/reviews/reviews.ts'
import { readIsbn } from '#lib/works/isbn.ts'
import { creditRoles, workKinds } from '#lib/works/works.ts'

// The demo's files, read and checked. README.md beside this says what stands in them.

const text = z.string().trim()
const slugged = z.strictObject({ slug: text, name: text, description: text })
const unit = z.strictObject({ singular: text, plural: text, glyph: text })

const scale = z.strictObject({
  name: text,
  note: text.default(''),
  kind: z.enum(['numeric', 'letter', 'verdict']),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  labels: z.array(text).default([]),
  unit: unit.nullable().default(null),
  bands: z.array(z.strictObject({ from: z.number(), sentence: text })).default([]),
  /** What each label counts as, from worst to best. */
  projection: z.array(z.number()).default([]),
})

const publicationFile = z.strictObject({
  name: text,
  tagline: text,
  language: text,
  timeZone: text,
  description: text,
  lead: text,
  scales: z.record(z.string(), scale),
  sections: z.array(slugged.extend({ scale: text })),
  topics: z.array(slugged),
  critics: z.array(z.strictObject({ slug: text, name: text, title: text, bio: text, taste: text })),
  series: z
    .array(
      z.strictObject({
        slug: text,
        name: text,
        kind: z.enum(['series', 'franchise']),
        note: text,
        works: z.array(text).min(1),
      }),
    )
    .default([]),
  /** Other names of people, by name. */
  aliases: z.record(z.string(), z.array(text)).default({}),
  lists: z.array(
    z.strictObject({
      slug: text,
      title: text,
      standfirst: text,
      topic: text,
      critic: text,
      published: text.default('2026-10-02T09:00'),
      entries: z.array(z.strictObject({ work: text, note: text })),
    }),
  ),
})

const workFile = z.strictObject({
  kind: z.enum(workKinds),
  title: text,
  originalTitle: text.nullish(),
  released: z.union([text, z.number()]).transform(String),
  parent: text.nullish(),
  number: z.int().nullish(),
  language: text.nullish(),
  country: text.nullish(),
  genres: z.array(text).nullish(),
  minutes: z.int().nullish(),
  pages: z.int().nullish(),
  publisher: text.nullish(),
  platforms: z.array(text).nullish(),
  externalIds: z.record(z.enum(['imdb', 'tmdb', 'wikidata', 'isbn', 'musicbrainz', 'igdb']), text.optional()).nullish(),
  editions: z
    .array(
      z.strictObject({
        name: text,
        format: text.default(''),
        publisher: text.default(''),
        released: z.union([text, z.number()]).transform(String).nullish(),
        isbn: text.transform(typed => readIsbn(typed) ?? typed).nullish(),
      }),
    )
    .default([]),
  summary: text.default(''),
  credits: z.array(
    z.strictObject({
      name: text,
      role: z.enum(creditRoles),
      character: text.nullish(),
      group: z.boolean().default(false),
    }),
  ),
})

const rating = z.union([
  z.literal('none'),
  z.strictObject({ scale: text, value: z.union([z.number(), text]), unit: unit.optional() }),
])

const reviewFile = z.strictObject({
  title: text,
  standfirst: text,
  work: text,
  critics: z.array(text).min(1),
  section: text,
  topics: z.array(text).default([]),
  published: text,
  rating,
  verdict: text,
  seen: text.nullish(),
  kind: z.enum(['full', 'capsule', 'festival', 're-review', 'in-progress', 'round-up']).default('full'),
  rereviewOf: text.nullish(),
  language: text.nullish(),
  translationOf: text.nullish(),
  image: text,
  imageAlt: text,
  imageCaption: text.nullish(),
  spoilers: z.enum(spoilerLevels).default('none'),
  corrections: z.array(z.strictObject({ at: text, text })).default([]),
  ...detailsSchema.shape,
})

export type DemoPublication = z.infer<typeof publicationFile>
export type DemoWork = z.infer<typeof workFile> & { slug: string }
export type DemoReview = z.infer<typeof reviewFile> & { slug: string; markdown: string }

const here = import.meta.dirname

/** The whole demo: works with the series before their seasons, reviews in the order in which they were published. */
export function readDemo(): { publication: DemoPublication; works: DemoWork[]; reviews: DemoReview[]; art: DemoArt[] } {
  const works = files('works', '.yaml').map(file => ({
    slug: basename(file, '.yaml'),
    ...check(workFile, file, parse(read(file))),
  }))
  const reviews = files('reviews', '.md').map(readReview)
  return {
    publication: check(publicationFile, 'publication.yaml', parse(read(join(here, 'publication.yaml')))),
    works: works.sort((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent))),
    reviews: reviews.sort((a, b) => (a.published < b.published ? -1 : 1)),
    art: files('art', '.svg').map(file => artOf(basename(file, '.svg'), reviews)),
  }
}

/** A drawing, with what the reviews that show it say of it for readers who do not see it. */
export interface DemoArt {
  key: string
  alt: string
}

function artOf(key: string, reviews: DemoReview[]): DemoArt {
  const alt =
    reviews.find(({ image }) => image === key)?.imageAlt ??
    reviews
      .map(({ markdown }) => markdown.split(`](art:${key} `)[0]?.split('!['))
      .find(parts => parts && parts.length > 1)
      ?.at(-1)
  if (!alt) throw new Error(`No review describes the drawing ${key}`)
  return { key, alt }
}

/** The bytes of a drawing. */
export function readArt(key: string): Buffer {
  return readFileSync(join(here, 'art', `${key}.svg`))
}

function readReview(file: string): DemoReview {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(file))
  if (!match) throw new Error(`${basename(file)} does not begin with front matter`)
  const [, front = '', markdown = ''] = match
  return { slug: basename(file, '.md'), ...check(reviewFile, file, parse(front)), markdown }
}

function check<T>(schema: z.ZodType<T>, file: string, value: unknown): T {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  throw new Error(`${basename(file)}: ${z.prettifyError(checked.error)}`)
}

function files(folder: string, extension: string): string[] {
  return readdirSync(join(here, folder))
    .filter(name => name.endsWith(extension))
    .sort()
    .map(name => join(here, folder, name))
}

function read(file: string): string {
  return readFileSync(file, 'utf8')
}
