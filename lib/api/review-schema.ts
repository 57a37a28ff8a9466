import { z } from 'zod'
import { disclosures, seenWays } from '#lib/reviews/details.ts'
import { reviewKinds, spoilerLevels } from '#lib/reviews/reviews.ts'
import { component, id, language, moment, slug, url } from './components.ts'
import { creditSchema, pictureSchema, place, ratingSchema, refSchema, workRefSchema } from './parts-schema.ts'

const summary = {
  id: id().describe('Stays the same for all editions of the review.'),
  slug: slug().describe('The last part of its address. It may change; the old one then redirects.'),
  ...place,
  kind: z.enum(reviewKinds),
  title: z.string().describe('The headline.'),
  standfirst: z.string(),
  verdict: z.string().describe('The review in a sentence or two.'),
  pullQuote: z.string().describe('A sentence chosen to be quoted; empty when none was.'),
  badges: z.array(z.string()).describe('“Essential”, “Best new”: the house’s distinctions.'),
  language: language(),
  publishedAt: moment().describe('First publication.'),
  modifiedAt: moment().describe('The latest change that readers can see.'),
  isScored: z.boolean().describe('False when the review has no score, which is not a score of nought.'),
  rating: ratingSchema.nullable().describe('Null exactly when the review is not scored.'),
  ratingText: z.string().describe('The rating’s sentence, or “Not scored”.'),
  work: workRefSchema,
  critics: z.array(refSchema).describe('Whoever wrote it, in the order of the byline.'),
  section: refSchema,
  picture: pictureSchema.nullable(),
}

export const reviewSummarySchema = component(
  'ReviewSummary',
  'A published review as collections have it: everything but the text.',
  z.strictObject(summary),
)

export const reviewRefSchema = component(
  'ReviewRef',
  'A review as another refers to it.',
  z.strictObject({
    id: id(),
    slug: slug(),
    title: z.string(),
    ...place,
    publishedAt: moment(),
    ratingText: z.string(),
    critics: z.array(refSchema),
  }),
)

export const reviewSchema = component(
  'Review',
  'A published review, whole.',
  z.strictObject({
    ...summary,
    contentHtml: z
      .string()
      .describe(
        'The text as HTML without scripts or styles, with absolute addresses. What gives something away is left out; a link to the page stands in its place.',
      ),
    contentText: z
      .string()
      .describe('The text in plain words, a line for each paragraph, without what gives something away.'),
    wordCount: z.int(),
    readingMinutes: z.int(),
    spoilers: z.enum(spoilerLevels).describe('How much the text gives away of the work.'),
    advisory: z.string().describe('What a reader may want to be warned of in the work.'),
    seen: z.string().describe('How, where and in what form the critic came to the work, in words.'),
    seenHow: z.enum(seenWays).nullable(),
    pros: z.array(z.string()),
    cons: z.array(z.string()),
    aspects: z
      .array(
        z.strictObject({
          name: z.string(),
          weight: z.int(),
          value: z.number().describe('On the scale of the rating.'),
          text: z.string().describe('“4.5 of 5”, “B+”'),
        }),
      )
      .describe('Sides of the work that are judged by themselves. The rating is not computed of them.'),
    disclosures: z.array(z.enum(disclosures)),
    disclosure: z.string().describe('What is disclosed, in the words that readers get; empty when nothing is.'),
    topics: z.array(refSchema),
    credits: z.array(creditSchema).describe('Who made the work.'),
    sameAs: z.array(z.string()).describe('The work in other catalogues.'),
    corrections: z.array(z.strictObject({ at: moment(), text: z.string() })).describe('Oldest first.'),
    rereviewOf: reviewRefSchema.nullable().describe('The earlier review that this one thinks again about.'),
    rereviews: z.array(reviewRefSchema).describe('Later ones that think again about this.'),
    otherReviews: z.array(reviewRefSchema).describe('What else was published here on the same work, newest first.'),
    translations: z.array(z.strictObject({ language: language(), title: z.string(), url: url(), api: url() })),
  }),
)

export const searchHitSchema = component(
  'SearchHit',
  'A review that a search found, and where.',
  z.strictObject({
    review: reviewSummarySchema,
    headline: z.array(z.strictObject({ text: z.string(), isHit: z.boolean() })).describe('The headline in runs.'),
    snippet: z
      .array(z.strictObject({ text: z.string(), isHit: z.boolean() }))
      .describe('A stretch of the text around what was found, in runs; never of what gives something away.'),
  }),
)

export type ReviewAnswer = z.output<typeof reviewSchema>
export type ReviewSummary = z.output<typeof reviewSummarySchema>
