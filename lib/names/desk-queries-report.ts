import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { contentOf, workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { checkNames, hasStopped } from './commands-report.ts'
import type { PlacedDoubt } from './report.ts'

export const reportReviewsPerPage = 20

export interface NameReportPage {
  /** Null when nobody has looked through the archive yet. */
  report: { startedAt: string; isFinished: boolean; isStill: boolean; total: number; checked: number } | null
  reviews: DoubtedReview[]
  /** Of all pages, for this editor. */
  doubts: number
  total: number
  page: number
  pages: number
  may: { accept: boolean }
}

export interface DoubtedReview {
  id: string
  title: string
  /** "Her", or null without a work. */
  work: string | null
  isLive: boolean
  doubts: PlacedDoubt[]
}

/**
 * What the last look through the archive found, in the reviews that this editor may read, those changed last first. A review that was
 * saved since is looked at anew, so what was put right is gone.
 */
export async function getNameReport(editor: Editor, asked: number): Promise<NameReportPage> {
  // From the doubts: they are few among many reviews.
  const [report, doubted] = await Promise.all([
    db().nameReport.findFirst({ orderBy: { startedAt: 'desc' } }),
    db().nameDoubt.groupBy({
      by: ['reviewId'],
      where: { review: { AND: [readableBy(editor), { retractedAt: null }] } },
      _count: true,
    }),
  ])
  const total = doubted.length
  const doubts = doubted.reduce((sum, { _count }) => sum + _count, 0)
  const pages = Math.max(1, Math.ceil(total / reportReviewsPerPage))
  const page = Math.min(asked, pages)
  const rows = await db().review.findMany({
    where: { id: { in: doubted.map(({ reviewId }) => reviewId) } },
    include: {
      ...workingCopyInclude,
      work: { select: { title: true } },
      nameDoubts: { orderBy: { position: 'asc' } },
      publications: { where: { isCurrent: true }, select: { id: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    skip: (page - 1) * reportReviewsPerPage,
    take: reportReviewsPerPage,
  })
  const changed = rows.filter(row => row.nameDoubts.some(doubt => doubt.version !== row.version))
  const anew = await checkNames(changed.map(row => contentOf(row)))
  const fresh = new Map(changed.map((row, index) => [row.id, anew[index] ?? []]))
  return {
    report: report && {
      startedAt: report.startedAt.toISOString(),
      isFinished: report.finishedAt !== null,
      isStill: report.finishedAt === null && hasStopped(report.movedAt),
      total: report.total,
      checked: Math.min(report.checked, report.total),
    },
    reviews: rows.flatMap(row => {
      const shown = fresh.get(row.id) ?? row.nameDoubts.map(toDoubt)
      if (shown.length === 0) return []
      return [
        {
          id: row.id,
          title: row.title,
          work: row.work?.title ?? null,
          isLive: row.publications.length > 0,
          doubts: shown,
        },
      ]
    }),
    doubts,
    total,
    page,
    pages,
    may: { accept: can(editor, 'name.accept') },
  }
}

export interface AcceptedSpelling {
  key: string
  text: string
  /** ISO 8601. */
  at: string
  by: string | null
}

/** The spellings that the house has accepted, by alphabet. */
export async function listAcceptedNames(_editor: Editor): Promise<AcceptedSpelling[]> {
  const rows = await db().acceptedName.findMany({
    orderBy: { key: 'asc' },
    include: { by: { select: { name: true } } },
    take: 1_000,
  })
  return rows.map(({ key, text, at, by }) => ({ key, text, at: at.toISOString(), by: by?.name ?? null }))
}

function toDoubt({ place, sentence, offset, text, suggestion, name, isAccent }: PlacedDoubt): PlacedDoubt {
  return { place, sentence, offset, text, suggestion, name, isAccent }
}
