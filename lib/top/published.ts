import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { ReviewCard } from '#lib/reviews/reviews.ts'
import { type WorkKind, workKinds } from '#lib/works/works.ts'
import { sharedRanks, type TopFilter } from './top.ts'

export interface TopPage {
  /** Best first. `isTied`: another work has the same score. */
  works: { rank: number; isTied: boolean; review: ReviewCard }[]
  total: number
  page: number
  pages: number
}

export interface TopChoices {
  kinds: WorkKind[]
  /** Newest first. */
  years: number[]
  decades: number[]
  /** The most frequent ones, by name. */
  genres: string[]
}

export const topPerPage = 25
const mostGenres = 60

/**
 * One numbered page of the works that fit, by score; a page past the end is the last one. A work that was reviewed several times stands
 * once, with its newest score. Equal scores share a rank, the later review first.
 */
export const getTopPage = cache(async (filter: TopFilter, asked: number): Promise<TopPage> => {
  const where = whereOf(filter)
  const [count] = await db().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM standing ${where}`
  const total = count?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / topPerPage))
  const page = Math.min(Math.max(1, asked), pages)
  const before = (page - 1) * topPerPage
  // One more than the page shows: whether its last work shares its score with the next page's first.
  const rows = await db().$queryRaw<{ publicationId: string; score: number }[]>`
    SELECT publication_id AS "publicationId", score::float8 AS score FROM standing ${where}
    ORDER BY score DESC, published_at DESC, work_id LIMIT ${topPerPage + 1} OFFSET ${before}`
  const shown = rows.slice(0, topPerPage)
  const best = shown[0]?.score ?? 0
  const [above] = await db().$queryRaw<{ above: number }[]>`
    SELECT count(*)::int AS above FROM standing ${where} AND score > ${best}`
  const first = (above?.above ?? 0) + 1
  const ranks = sharedRanks(
    shown.map(row => row.score),
    before + 1,
    first,
  )
  const cards = await listCardsByPublication(shown.map(row => row.publicationId))
  const works = shown.flatMap(({ publicationId, score }, index) => {
    const review = cards.get(publicationId)
    const isTied =
      rows[index + 1]?.score === score || rows[index - 1]?.score === score || (index === 0 && first !== before + 1)
    return review ? [{ rank: ranks[index] ?? 0, isTied, review }] : []
  })
  return { works, total, page, pages }
})

/** What there is to narrow by. */
export async function listTopChoices(): Promise<TopChoices> {
  const [kinds, years, genres] = await Promise.all([
    db().standing.groupBy({ by: ['kind'] }),
    db().standing.groupBy({
      by: ['releaseYear'],
      where: { releaseYear: { not: null } },
      orderBy: { releaseYear: 'desc' },
    }),
    db().$queryRaw<{ genre: string }[]>`
      SELECT genre FROM standing, unnest(genres) genre GROUP BY genre ORDER BY count(*) DESC, genre LIMIT ${mostGenres}`,
  ])
  const known = new Set(kinds.map(row => row.kind))
  const all = years.flatMap(row => row.releaseYear ?? [])
  return {
    kinds: workKinds.filter(kind => known.has(kind)),
    years: all,
    decades: [...new Set(all.map(year => year - (year % 10)))],
    genres: genres.map(row => row.genre).sort((a, b) => a.localeCompare(b)),
  }
}

function whereOf({ kind, year, decade, genre }: TopFilter): Prisma.Sql {
  const parts = [Prisma.sql`true`]
  if (kind) parts.push(Prisma.sql`kind = ${kind}::"WorkKind"`)
  if (year) parts.push(Prisma.sql`release_year = ${year}`)
  if (decade) parts.push(Prisma.sql`release_year BETWEEN ${decade} AND ${decade + 9}`)
  if (genre) parts.push(Prisma.sql`genres @> ARRAY[${genre}]`)
  return Prisma.sql`WHERE ${Prisma.join(parts, ' AND ')}`
}
