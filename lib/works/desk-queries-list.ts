import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { containing } from '#lib/db/like.ts'
import { readableBy } from '#lib/reviews/desk-scope.ts'
import { toWorkRef } from '#lib/reviews/published-cards.ts'
import type { WorksFilter } from './desk-filter.ts'
import { worksCalled } from './desk-queries-called.ts'
import { creditLines, creditsSentence, kindName } from './works.ts'

export const deskWorksPerPage = 50

export interface DeskWorkRow {
  id: string
  slug: string
  /** With that of the series before it. */
  title: string
  /** "Film, 2013" */
  facts: string
  /** "Directed by Spike Jonze.": who is billed first, with all who did the same. */
  credits: string
  /** How many reviews of it this editor may read, drafts included. */
  reviews: number
}

export interface DeskWorkList {
  works: DeskWorkRow[]
  total: number
  page: number
  pages: number
}

/** Everything that can be reviewed and fits, by title, fifty to a page; a page past the end is the last one. */
export async function listDeskWorks(
  editor: Editor,
  { text, page, kind = null, isUnreviewed = false }: Pick<WorksFilter, 'text' | 'page'> & Partial<WorksFilter>,
): Promise<DeskWorkList> {
  const where = {
    mergedIntoId: null,
    trashedAt: null,
    ...(kind && { kind }),
    ...(isUnreviewed && { publications: { none: {} } }),
    ...(await whereText(text)),
  }
  const total = await db().work.count({ where })
  const pages = Math.max(1, Math.ceil(total / deskWorksPerPage))
  const at = Math.min(page, pages)
  const rows = await db().work.findMany({
    where,
    include: {
      parent: { select: { title: true } },
      credits: { orderBy: { position: 'asc' }, include: { person: { select: { id: true, kind: true, name: true } } } },
      _count: { select: { reviews: { where: readableBy(editor) } } },
    },
    orderBy: [{ sortTitle: 'asc' }, { id: 'asc' }],
    skip: (at - 1) * deskWorksPerPage,
    take: deskWorksPerPage,
  })
  const works = rows.map(row => {
    const credits = row.credits.map(credit => ({ ...credit, person: { ...credit.person, path: null } }))
    return {
      id: row.id,
      slug: row.slug,
      title: toWorkRef(row, new Set()).title,
      facts: [kindName(row.kind), row.releaseYear].filter(Boolean).join(', '),
      credits: creditsSentence(creditLines(credits).filter(line => line.role === credits[0]?.role)),
      reviews: row._count.reviews,
    }
  })
  return { works, total, page: at, pages }
}

async function whereText(text: string): Promise<Prisma.WorkWhereInput> {
  if (text === '') return {}
  const called = await worksCalled(text, { isByMakers: true })
  if (called) return { id: { in: called } }
  const fits = containing(text)
  return {
    OR: [
      { title: fits },
      { originalTitle: fits },
      { parent: { title: fits } },
      { credits: { some: { person: { name: fits } } } },
    ],
  }
}
