import { cache } from 'react'
import { db } from '#lib/db/client.ts'
import { listCardsByPublication } from '#lib/reviews/published-by-id.ts'
import type { ReviewCard, ReviewList } from '#lib/reviews/reviews.ts'

/** A year with something live in it, and its months that have something: how many reviews in each. */
export interface ArchiveYear {
  year: number
  count: number
  /** From January on. */
  months: { month: number; count: number }[]
}

export const archivePerPage = 24

/** Every year and month in which something that is live was published, newest year first. Read once per request. */
export const listArchive = cache(async (): Promise<ArchiveYear[]> => {
  const rows = await db().publication.groupBy({
    by: ['year', 'month'],
    where: { isCurrent: true, translationOfId: null },
    _count: true,
    orderBy: [{ year: 'desc' }, { month: 'asc' }],
  })
  const years: ArchiveYear[] = []
  for (const { year, month, _count: count } of rows) {
    const last = years.at(-1)
    if (last?.year === year) {
      last.count += count
      last.months.push({ month, count })
    } else years.push({ year, count, months: [{ month, count }] })
  }
  return years
})

/** One numbered page of a year, or of a month of it (1–12), newest first; a page past the end is the last one. */
export const getArchivePage = cache(async (year: number, month: number | null, asked: number): Promise<ReviewList> => {
  const where = { isCurrent: true, translationOfId: null, year, ...(month !== null && { month }) }
  const total = await db().publication.count({ where })
  const pages = Math.max(1, Math.ceil(total / archivePerPage))
  const page = Math.min(Math.max(1, asked), pages)
  // Only ids until the page is found: an index has them, so the last page costs little more than the first.
  const ids = await db().publication.findMany({
    where,
    select: { id: true },
    orderBy: [{ year: 'desc' }, { month: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * archivePerPage,
    take: archivePerPage,
  })
  const cards = await listCardsByPublication(ids.map(row => row.id))
  return { reviews: ids.flatMap(({ id }): ReviewCard | ReviewCard[] => cards.get(id) ?? []), total, page, pages }
})
