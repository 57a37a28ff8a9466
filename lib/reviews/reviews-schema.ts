import { z } from 'zod'
import { isSlug } from '#lib/addresses/addresses.ts'
import { line, text } from '#lib/forms/text-schema.ts'
import { languageTag } from '#lib/languages/languages-schema.ts'
import { checkProse, type Prose } from '#lib/prose/prose.ts'
import { unitSchema } from '#lib/ratings/ratings-schema.ts'
import { detailsSchema, keptDetailsSchema } from './details-schema.ts'
import { reviewKinds, spoilerLevels } from './reviews.ts'

const prose = z.unknown().transform((value, context): Prose => {
  const checked = checkProse(value)
  if (checked.ok) return checked.prose
  context.addIssue({ code: 'custom', message: checked.problem })
  return z.NEVER
})

/** Everything that the desk edits of a review: what a save carries, what a revision keeps. Strict: other fields are refused. */
export const reviewContentSchema = z.strictObject({
  slug: line(120).refine(
    isSlug,
    'An address is made of lower-case letters, digits and single hyphens, such as “her-ten-years-on”.',
  ),
  kind: z.enum(reviewKinds),
  title: line(200),
  standfirst: text(500),
  body: prose,
  verdict: line(300),
  seen: line(200),
  spoilers: z.enum(spoilerLevels),
  workId: z.uuid().nullable(),
  sectionId: z.uuid().nullable(),
  criticIds: z.array(z.uuid()).max(10, 'At most ten critics.').refine(isUnique, 'A critic is named twice.'),
  topicIds: z.array(z.uuid()).max(20, 'At most twenty topics.').refine(isUnique, 'A topic is named twice.'),
  rating: z.strictObject({ scaleVersionId: z.uuid(), value: z.number(), unit: unitSchema.nullable() }).nullable(),
  imageId: z.uuid().nullable(),
  imageAlt: line(500),
  imageCaption: line(500),
  imageCredit: line(200),
  searchTitle: line(120),
  searchDescription: line(320),
  rereviewOfId: z.uuid().nullable(),
  // As the details have defaults: what was kept before there were languages says nothing of them.
  language: languageTag.nullable().default(null),
  translationOfId: z.uuid().nullable().default(null),
  ...detailsSchema.shape,
})

export type ReviewContent = z.infer<typeof reviewContentSchema>

/**
 * A content that was kept in a browser: the same fields, without the limits. What is too long to be saved must not be lost for it.
 */
export const keptContentSchema = z.object({
  ...reviewContentSchema.shape,
  slug: z.string(),
  title: z.string(),
  standfirst: z.string(),
  body: z.custom<Prose>(value => typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'doc'),
  verdict: z.string(),
  seen: z.string(),
  imageAlt: z.string(),
  imageCaption: z.string(),
  imageCredit: z.string(),
  searchTitle: z.string(),
  searchDescription: z.string(),
  ...keptDetailsSchema.shape,
})

/** A save: the whole content, and the version that it was made from. */
export const saveReviewSchema = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  content: reviewContentSchema,
  autosave: z.boolean().default(false),
  /** Whose page it comes from. */
  editorId: z.uuid().optional(),
})

/** A command on a review as the editor saw it. */
export const reviewVersionSchema = z.strictObject({ id: z.uuid(), version: z.coerce.number().int().positive() })

/** The same with why an embargo does not count. */
export const publishSchema = reviewVersionSchema.extend({ lifting: z.string().trim().max(500).optional() })

function isUnique(ids: string[]): boolean {
  return new Set(ids).size === ids.length
}

/** Whether a part of an address can be an id at all; what cannot is not found. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success
}
