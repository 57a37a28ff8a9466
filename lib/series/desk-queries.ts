import { pathOf } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { containing } from '#lib/db/like.ts'
import { deskWorkSelect, toDeskWork, workDetail } from '#lib/works/desk-queries.ts'
import type { SeriesKind } from './series.ts'
import type { SeriesContent } from './series-schema.ts'

export const deskSeriesPerPage = 50

export interface DeskSeriesRow {
  id: string
  name: string
  kind: SeriesKind
  works: number
  isLive: boolean
}

/** Series by name, fifty to a page; a page past the end is the last one. */
export async function listDeskSeries(
  _editor: Editor,
  { text, page }: { text: string; page: number },
): Promise<{ series: DeskSeriesRow[]; total: number; page: number; pages: number }> {
  const fits = containing(text)
  const where: Prisma.WorkSeriesWhereInput = {
    trashedAt: null,
    ...(text && { OR: [{ name: fits }, { entries: { some: { work: { title: fits } } } }] }),
  }
  const total = await db().workSeries.count({ where })
  const pages = Math.max(1, Math.ceil(total / deskSeriesPerPage))
  const at = Math.min(page, pages)
  const rows = await db().workSeries.findMany({
    where,
    include: { _count: { select: { entries: true } } },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    skip: (at - 1) * deskSeriesPerPage,
    take: deskSeriesPerPage,
  })
  const live = await db().address.findMany({
    where: { subjectId: { in: rows.map(row => row.id) }, state: 'live' },
    select: { subjectId: true },
  })
  const isLive = new Set(live.map(row => row.subjectId))
  const series = rows.map(({ id, name, kind, _count }) => ({
    id,
    name,
    kind,
    works: _count.entries,
    isLive: isLive.has(id),
  }))
  return { series, total, page: at, pages }
}

export interface DeskSeriesPage {
  id: string
  version: number
  content: SeriesContent
  /** Its works in order, as the form shows them. */
  works: { id: string; name: string; detail: string }[]
  livePath: string | null
  may: { edit: boolean }
}

/** A series with all that the desk edits of it; null when there is none. */
export async function getDeskSeries(editor: Editor, id: string): Promise<DeskSeriesPage | null> {
  const series = await db().workSeries.findUnique({
    where: { id, trashedAt: null },
    include: { entries: { orderBy: { position: 'asc' }, include: { work: { select: deskWorkSelect } } } },
  })
  if (!series) return null
  const { name, kind, slug, note } = series
  const works = series.entries.map(entry => toDeskWork(entry.work))
  const path = pathOf('series', slug)
  const address = await db().address.findFirst({ where: { path, state: 'live', subjectId: id } })
  return {
    id,
    version: series.version,
    content: { name, kind, slug, note, workIds: works.map(work => work.id) },
    works: works.map(work => ({ id: work.id, name: work.title, detail: workDetail(work) })),
    livePath: address ? path : null,
    may: { edit: can(editor, 'work.edit') },
  }
}
