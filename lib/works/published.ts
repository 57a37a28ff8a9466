import { cache } from 'react'
import { livePaths, liveSubjects } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import { listCards } from '#lib/reviews/published.ts'
import { toWorkRef } from '#lib/reviews/published-cards.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { type CreditLine, creditLines, type PartialDate, type WorkKind, type WorkRef } from './works.ts'

export interface WorkPage {
  id: string
  kind: WorkKind
  title: string
  /** The full title, with that of the series before it. */
  fullTitle: string
  originalTitle: string | null
  released: PartialDate
  minutes: number | null
  pages: number | null
  publisher: string | null
  country: string | null
  genres: string[]
  platforms: string[]
  summary: string
  parent: WorkRef | null
  parts: WorkRef[]
  credits: CreditLine[]
  /** Every live review of the work, newest first, then of its parts. */
  reviews: ReviewCard[]
  externalIds: { scheme: string; value: string }[]
}

/** Who made a work, by role; people without a page have a null path. */
export async function getCreditLines(workId: string): Promise<CreditLine[]> {
  const credits = await db().credit.findMany({
    where: { workId },
    orderBy: { position: 'asc' },
    select: { role: true, character: true, person: { select: { id: true, name: true } } },
  })
  const paths = await livePaths(credits.map(credit => credit.person.id))
  return creditLines(
    credits.map(credit => ({ ...credit, person: { ...credit.person, path: paths[credit.person.id] ?? null } })),
  )
}

/** All that the publication has said about a work, at `/works/<slug>`. */
export const getWorkPage = cache(async (slug: string): Promise<WorkPage | null> => {
  const work = await db().work.findUnique({
    where: { slug },
    include: {
      parent: true,
      parts: { orderBy: [{ number: 'asc' }] },
      externalIds: { select: { scheme: true, value: true } },
    },
  })
  if (!work) return null
  const partIds = work.parts.map(part => part.id)
  const [credits, own, ofParts, live] = await Promise.all([
    getCreditLines(work.id),
    listCards({ workId: work.id }),
    partIds.length > 0 ? listCards({ workId: { in: partIds } }) : [],
    liveSubjects([...partIds, work.parentId ?? work.id]),
  ])
  const ref = toWorkRef(work, live)
  return {
    id: work.id,
    kind: work.kind,
    title: work.title,
    fullTitle: ref.title,
    originalTitle: work.originalTitle,
    released: { year: work.releaseYear, month: work.releaseMonth, day: work.releaseDay },
    minutes: work.minutes,
    pages: work.pages,
    publisher: work.publisher,
    country: work.country,
    genres: work.genres,
    platforms: work.platforms,
    summary: work.summary,
    parent: work.parent && toWorkRef(work.parent, live),
    // Parts that nothing has been said about are not announced: what is being watched for a review is nobody's business yet.
    parts: work.parts.filter(part => live.has(part.id)).map(part => toWorkRef(part, live)),
    credits,
    reviews: [...own, ...ofParts],
    externalIds: work.externalIds,
  }
})
