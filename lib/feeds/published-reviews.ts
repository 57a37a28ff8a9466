import { livePaths } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { getPictures } from '#lib/media/published.ts'
import { checkProse, emptyProse, mediaIds, mentionIds, type Prose } from '#lib/prose/prose.ts'
import { affiliateLinks } from '#lib/reviews/affiliate-links.ts'
import { toAspects } from '#lib/reviews/details-schema.ts'
import { articleSelect } from '#lib/reviews/published.ts'
import { toCards, toLink } from '#lib/reviews/published-cards.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { FeedReview } from './feed.ts'
import { stillOf } from './still.ts'

/** The live reviews among these publications, whole, in the order of the ids: a fixed number of queries, however many they are. */
export async function listFeedReviews(publicationIds: string[]): Promise<FeedReview[]> {
  if (publicationIds.length === 0) return []
  const found = await db().publication.findMany({
    where: { id: { in: publicationIds }, isCurrent: true, translationOfId: null },
    select: articleSelect,
  })
  const rows = found.sort((a, b) => publicationIds.indexOf(a.id) - publicationIds.indexOf(b.id))
  const bodies = rows.map(row => storedProse(row.body))
  const [cards, pictures, mentions, corrections, settings] = await Promise.all([
    toCards(rows),
    getPictures(bodies.flatMap(mediaIds)),
    livePaths(bodies.flatMap(mentionIds)),
    correctionsOf(rows.map(row => row.reviewId)),
    getSettings(),
  ])
  const stills = await Promise.all(cards.map(({ picture }) => picture && stillOf(picture)))
  return rows.flatMap((row, index): FeedReview[] => {
    const [card, body] = [cards[index], bodies[index]]
    if (!card || !body) return []
    const { plainText, spoilers, pros, cons, advisory, disclosures, disclosureNote } = row
    return [
      {
        ...card,
        ...{ plainText, spoilers, pros, cons, advisory, disclosures, disclosureNote, body, pictures, mentions },
        modifiedAt: row.modifiedAt.toISOString(),
        aspects: toAspects(row.aspects),
        topics: row.topics.map(({ topic }) => toLink('topic', topic)),
        sponsored: affiliateLinks(body, settings.affiliateDomains),
        corrections: corrections.filter(({ reviewId }) => reviewId === row.reviewId),
        still: stills[index] ?? null,
      },
    ]
  })
}

async function correctionsOf(reviewIds: string[]) {
  const rows = await db().correction.findMany({
    where: { reviewId: { in: reviewIds } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, at: true, text: true, reviewId: true },
  })
  return rows.map(row => ({ ...row, at: row.at.toISOString() }))
}

/** What was stored was checked, so anything else is a fault of ours and shows as an empty text. */
function storedProse(body: Prisma.JsonValue): Prose {
  const checked = checkProse(body)
  return checked.ok ? checked.prose : emptyProse
}
