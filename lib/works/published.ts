import { cache } from 'react'
import { livePaths, liveSubjects } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { toPicture } from '#lib/media/published.ts'
import { listCards } from '#lib/reviews/published.ts'
import { toWorkRef } from '#lib/reviews/published-cards.ts'
import type { Link, ReviewCard } from '#lib/reviews/reviews.ts'
import { sameAs } from './external-ids.ts'
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
  language: string | null
  genres: string[]
  platforms: string[]
  summary: string
  parent: WorkRef | null
  parts: WorkRef[]
  credits: CreditLine[]
  /** Every live review of the work, newest first, then of its parts. */
  reviews: ReviewCard[]
  externalIds: { scheme: string; value: string }[]
  /** Of the work itself: a poster, a cover, a sleeve. */
  picture: Picture | null
  editions: WorkEdition[]
  /** Series and franchises that it belongs to and that have a page. */
  series: Link[]
}

export interface WorkEdition {
  id: string
  name: string
  format: string
  publisher: string
  released: PartialDate
  isbn: string | null
}

/** The addresses that name a work in other catalogues, for markup. */
export async function getSameAs(workId: string, kind: WorkKind): Promise<string[]> {
  const ids = await db().externalId.findMany({
    where: { workId },
    orderBy: { value: 'asc' },
    select: { scheme: true, value: true },
  })
  return sameAs(kind, ids)
}

/** Who made a work, by role; people without a page have a null path. */
export async function getCreditLines(workId: string): Promise<CreditLine[]> {
  const credits = await db().credit.findMany({
    where: { workId },
    orderBy: { position: 'asc' },
    select: { role: true, character: true, person: { select: { id: true, kind: true, name: true } } },
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
      externalIds: { orderBy: { value: 'asc' }, select: { scheme: true, value: true } },
      image: true,
      editions: { orderBy: { position: 'asc' } },
      inSeries: { select: { series: { select: { id: true, name: true } } }, orderBy: { series: { sortName: 'asc' } } },
    },
  })
  if (!work) return null
  const partIds = work.parts.map(part => part.id)
  const [credits, own, ofParts, live, seriesPaths] = await Promise.all([
    getCreditLines(work.id),
    listCards({ workId: work.id }),
    partIds.length > 0 ? listCards({ workId: { in: partIds } }) : [],
    liveSubjects([...partIds, work.parentId ?? work.id]),
    livePaths(work.inSeries.map(({ series }) => series.id)),
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
    language: work.language,
    genres: work.genres,
    platforms: work.platforms,
    summary: work.summary,
    parent: work.parent && toWorkRef(work.parent, live),
    // Parts that nothing has been said about are not announced: what is being watched for a review is nobody's business yet.
    parts: work.parts.filter(part => live.has(part.id)).map(part => toWorkRef(part, live)),
    credits,
    reviews: [...own, ...ofParts],
    externalIds: work.externalIds,
    picture: work.image && toPicture(work.image, { alt: work.imageAlt, caption: '', credit: work.imageCredit }),
    editions: work.editions.map(({ id, name, format, publisher, isbn, ...edition }) => ({
      ...{ id, name, format, publisher, isbn },
      released: { year: edition.releaseYear, month: edition.releaseMonth, day: edition.releaseDay },
    })),
    series: work.inSeries.flatMap(({ series }) => {
      const path = seriesPaths[series.id]
      return path ? [{ ...series, path }] : []
    }),
  }
})
