import { pathOf } from '#lib/addresses/addresses.ts'
import { liveSubjects } from '#lib/addresses/published.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { toPicture } from '#lib/media/published.ts'
import { ratingSchema } from '#lib/ratings/ratings-schema.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { WorkKind } from '#lib/works/works.ts'
import type { Link, ReviewCard } from './reviews.ts'

// Rows of Publication to the cards of lists: the one place where a snapshot's columns become a DTO.

/** What `toWorkRef` needs of a work. */
export const workRefSelect = {
  id: true,
  slug: true,
  kind: true,
  title: true,
  releaseYear: true,
  parent: { select: { kind: true, title: true } },
} satisfies Prisma.WorkSelect

/** What a card needs of a publication. Spread it where more is wanted. */
export const cardSelect = {
  id: true,
  reviewId: true,
  slug: true,
  kind: true,
  title: true,
  standfirst: true,
  verdict: true,
  pullQuote: true,
  badges: true,
  publishedAt: true,
  rating: true,
  score: true,
  image: true,
  imageAlt: true,
  imageCaption: true,
  imageCredit: true,
  rereviewOfId: true,
  language: true,
  work: { select: workRefSelect },
  section: { select: { id: true, slug: true, name: true } },
  critics: { orderBy: { position: 'asc' }, select: { critic: { select: { id: true, slug: true, name: true } } } },
} satisfies Prisma.PublicationSelect

export type CardRow = Prisma.PublicationGetPayload<{ select: typeof cardSelect }>

/** Cards for rows that were selected with `cardSelect`. */
export async function toCards(rows: CardRow[]): Promise<ReviewCard[]> {
  const [live, settings] = await Promise.all([liveSubjects(rows.map(row => row.work.id)), getSettings()])
  return rows.map(row => toCard(row, live, settings.language))
}

/** One card; `live` are the ids of works that have a page, `language` is the publication's. */
function toCard(row: CardRow, live: Set<string>, language: string): ReviewCard {
  return {
    id: row.reviewId,
    path: pathOf('review', row.slug),
    kind: row.kind,
    title: row.title,
    standfirst: row.standfirst,
    verdict: row.verdict,
    pullQuote: row.pullQuote,
    badges: row.badges,
    publishedAt: row.publishedAt.toISOString(),
    rating: row.rating === null ? null : ratingSchema.parse(row.rating),
    score: row.score === null ? null : row.score.toNumber(),
    work: toWorkRef(row.work, live),
    critics: row.critics.map(({ critic }) => toLink('critic', critic)),
    section: toLink('section', row.section),
    picture:
      row.image && toPicture(row.image, { alt: row.imageAlt, caption: row.imageCaption, credit: row.imageCredit }),
    rereviewOfId: row.rereviewOfId,
    language: row.language ?? language,
  }
}

interface WorkRow {
  id: string
  slug: string
  kind: ReviewCard['work']['kind']
  title: string
  releaseYear: number | null
  parent?: { kind?: WorkKind; title: string } | null
}

/** A work as others refer to it. A season carries the name of its series: "Severance: Season 1". */
export function toWorkRef(work: WorkRow, live: Set<string>): ReviewCard['work'] {
  return {
    id: work.id,
    kind: work.kind,
    title:
      work.parent && !work.title.startsWith(work.parent.title) ? `${work.parent.title}: ${work.title}` : work.title,
    year: work.releaseYear,
    path: live.has(work.id) ? pathOf('work', work.slug) : null,
    ...(work.parent?.kind && { partOf: { kind: work.parent.kind, title: work.parent.title } }),
  }
}

export function toLink(
  noun: 'critic' | 'section' | 'topic' | 'person',
  row: { id: string; slug: string; name: string },
): Link {
  return { id: row.id, name: row.name, path: pathOf(noun, row.slug) }
}
