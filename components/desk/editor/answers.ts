import { z } from 'zod'
import { checkedLinkSchema, linkTargetSchema } from '#lib/links/links-schema.ts'
import { pictureSchema } from '#lib/media/media-schema.ts'
import { namesToCheckSchema } from '#lib/names/names-schema.ts'
import { presenceRefusals, presenceSchema } from '#lib/presence/presence-schema.ts'
import type { EarlierReview } from '#lib/reviews/desk-reviews.ts'
import { type ReviewContent, reviewContentSchema } from '#lib/reviews/reviews-schema.ts'
import type { DeskPerson, DeskWork, MentionChoice } from '#lib/works/desk-works.ts'
import { workKinds } from '#lib/works/works.ts'

// What the server's answers look like: a page may be older than the server that answers it. Only `reading.ts` imports this, when the
// text is there: nobody waits with the first key for what reads the answer to it.

export { namesToCheckSchema, presenceSchema }

export const savedSchema = z.object({ version: z.number(), savedAt: z.string() })
export const storedSchema = z.object({
  version: z.number(),
  content: reviewContentSchema,
  savedBy: z.string().nullable(),
  savedAt: z.string(),
})
export const staleSchema = z.object({ current: storedSchema })
export const saveRefusalSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('another-account'), name: z.string() }),
  z.object({ code: z.literal('not-allowed') }),
])
export const invalidSchema = z.object({ field: z.string(), problem: z.string() })
export const unseenSchema = z.object({ size: z.string() })

/** The server keeps texts trimmed and lists without empty lines. */
export function asStored(content: ReviewContent): ReviewContent {
  const parsed = reviewContentSchema.safeParse(content)
  return parsed.success ? parsed.data : content
}

export const foundWork: z.ZodType<DeskWork> = z.object({
  id: z.string(),
  kind: z.enum(workKinds),
  title: z.string(),
  year: z.number().nullable(),
  makers: z.string(),
  slug: z.string(),
})
export const foundMention: z.ZodType<MentionChoice> = z.object({
  kind: z.enum(['work', 'person']),
  id: z.string(),
  label: z.string(),
  detail: z.string(),
})
export const foundReview: z.ZodType<EarlierReview> = z.object({
  id: z.string(),
  title: z.string(),
  critics: z.string(),
  publishedAt: z.string(),
})
export const worksSchema = z.object({ found: z.array(foundWork) })
export const mentionsSchema = z.object({ found: z.array(foundMention) })
export const reviewsSchema = z.object({ found: z.array(foundReview) })
const personSchema: z.ZodType<DeskPerson> = z.object({ id: z.string(), name: z.string(), knownFor: z.string() })
export const peopleSchema = z.object({ people: z.record(z.string(), z.array(personSchema)) })
export const knownSchema = z.object({
  work: foundWork.nullable(),
  rereviewOf: foundReview.nullable(),
  translationOf: foundReview.nullable(),
  pictures: z.record(z.string(), pictureSchema),
})

/** Why something was refused, in words. */
export const toldSchema = z.object({ problem: z.string() })
export const takenSchema = z.object({ picture: pictureSchema })
export const embedSchema = z.object({
  provider: z.string(),
  id: z.string(),
  title: z.string(),
  picture: pictureSchema.nullable(),
})
export const titleSchema = z.object({ title: z.string() })
export const targetsSchema = z.object({ found: z.array(linkTargetSchema) })
export const linksSchema = z.object({ links: z.array(checkedLinkSchema) })

export const toldPresenceSchema = z.object({ presence: presenceSchema })
export const presenceRefusalSchema = z.object({ code: z.enum(presenceRefusals) })
export const endReasonSchema = z.enum(['signed-out', 'not-found', 'closing'])
