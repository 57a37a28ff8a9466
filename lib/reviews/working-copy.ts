import type { Owned } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { checkProse, emptyProse } from '#lib/prose/prose.ts'
import type { Rating } from '#lib/ratings/ratings.ts'
import { toScale } from '#lib/ratings/stored.ts'
import { toAspects } from './details-schema.ts'
import type { ReviewContent } from './reviews-schema.ts'

// Rows of Review to what the desk edits, and back.

export const workingCopyInclude = {
  critics: { orderBy: { position: 'asc' }, select: { criticId: true } },
  topics: { select: { topicId: true } },
  scaleVersion: { include: { scale: true } },
} satisfies Prisma.ReviewInclude

export type WorkingCopy = Prisma.ReviewGetPayload<{ include: typeof workingCopyInclude }>

/** What the policy asks about a review. */
export function ownedBy(
  review: Pick<WorkingCopy, 'createdById' | 'publishedAt' | 'assigneeId'> & { critics: { criticId: string }[] },
): Owned {
  return {
    createdById: review.createdById,
    criticIds: review.critics.map(({ criticId }) => criticId),
    wasPublished: review.publishedAt !== null,
    assigneeId: review.assigneeId,
  }
}

/** The part of a review that the desk edits. */
export function contentOf(review: WorkingCopy): ReviewContent {
  const body = checkProse(review.body)
  return {
    slug: review.slug,
    kind: review.kind,
    title: review.title,
    standfirst: review.standfirst,
    body: body.ok ? body.prose : emptyProse,
    verdict: review.verdict,
    seen: review.seen,
    spoilers: review.spoilers,
    workId: review.workId,
    sectionId: review.sectionId,
    criticIds: review.critics.map(({ criticId }) => criticId),
    topicIds: review.topics.map(({ topicId }) => topicId),
    rating: scoreOf(review),
    imageId: review.imageId,
    imageAlt: review.imageAlt,
    imageCaption: review.imageCaption,
    imageCredit: review.imageCredit,
    searchTitle: review.searchTitle,
    searchDescription: review.searchDescription,
    rereviewOfId: review.rereviewOfId,
    language: review.language,
    translationOfId: review.translationOfId,
    pullQuote: review.pullQuote,
    badges: review.badges,
    pros: review.pros,
    cons: review.cons,
    aspects: toAspects(review.aspects),
    advisory: review.advisory,
    seenHow: review.seenHow,
    seenEdition: review.seenEdition,
    seenPlatform: review.seenPlatform,
    disclosures: review.disclosures,
    disclosureNote: review.disclosureNote,
  }
}

/** The score as the desk edits it; null when there is none. */
export function scoreOf(review: WorkingCopy): ReviewContent['rating'] {
  if (!review.scaleVersionId || !review.ratingValue) return null
  return { scaleVersionId: review.scaleVersionId, value: review.ratingValue.toNumber(), unit: unitOf(review) }
}

/** The columns of Review that a content fills, without its critics and topics. */
export function columnsOf(content: ReviewContent) {
  const { criticIds: _critics, topicIds: _topics, rating, body, ...columns } = content
  return {
    ...columns,
    body: JSON.parse(JSON.stringify(body)),
    scaleVersionId: rating?.scaleVersionId ?? null,
    ratingValue: rating?.value ?? null,
    unitSingular: rating?.unit?.singular ?? null,
    unitPlural: rating?.unit?.plural ?? null,
    unitGlyph: rating?.unit?.glyph ?? null,
  }
}

/** The rating of a working copy, complete in itself; null when it is not scored. */
export function ratingOf(review: WorkingCopy): Rating | null {
  if (!review.scaleVersion || !review.ratingValue) return null
  const { scale, unit } = toScale(review.scaleVersion)
  return { scale, unit: unitOf(review) ?? unit, value: review.ratingValue.toNumber() }
}

function unitOf(review: WorkingCopy): Rating['unit'] {
  const { unitSingular: singular, unitPlural: plural, unitGlyph: glyph } = review
  return singular && plural && glyph ? { singular, plural, glyph } : null
}
