import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { countFailedJobs } from '#lib/jobs/desk-queries.ts'
import { type FailedPicture, listFailedPictures } from '#lib/media/desk-queries-failed.ts'
import { listSettledPictures } from '#lib/media/desk-queries-settled.ts'
import { getSettings } from '#lib/settings/published.ts'
import { picturesOf } from './completeness.ts'
import { type DeskFilter, deskStates } from './desk-filter.ts'
import { filterParts, orders } from './desk-queries-where.ts'
import type { DeskReviewState } from './desk-reviews.ts'
import { type DeskDraft, type DeskRow, deskRowInclude, toDeskDraft, toDeskRow } from './desk-rows.ts'
import { ownOf, readableBy } from './desk-scope.ts'
import { contentOf } from './working-copy.ts'

export const deskRowsPerPage = 25

export interface DeskList {
  rows: DeskRow[]
  total: number
  page: number
  pages: number
  /** How many there are in each state with the rest of the filter, and in all. */
  counts: Record<DeskReviewState | 'all', number>
}

/** The reviews that this editor may read and that fit, twenty-five to a page; a page past the end is the last one. */
export async function listDeskReviews(editor: Editor, filter: DeskFilter): Promise<DeskList> {
  const open: Prisma.ReviewWhereInput = { AND: [readableBy(editor), ...(await filterParts(editor, filter))] }
  const where = filter.state ? { AND: [open, { state: filter.state }] } : open
  const counts = await countStates(open)
  const total = counts[filter.state ?? 'all']
  const pages = Math.max(1, Math.ceil(total / deskRowsPerPage))
  const page = Math.min(filter.page, pages)
  const orderBy = orders[filter.sort]
  // A late page is counted off in an index, and only its own rows are read.
  const ids = await db().review.findMany({
    where,
    select: { id: true },
    orderBy,
    skip: (page - 1) * deskRowsPerPage,
    take: deskRowsPerPage,
  })
  const rows = await db().review.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: deskRowInclude,
    orderBy,
  })
  return { rows: rows.map(row => toDeskRow(editor, row)), total, page, pages, counts }
}

export interface DeskChoices {
  sections: { slug: string; name: string }[]
  /** Empty for those who see only their own. */
  critics: { slug: string; name: string }[]
}

/** What the list can be narrowed to. */
export async function listDeskChoices(editor: Editor): Promise<DeskChoices> {
  const select = { slug: true, name: true }
  const [sections, critics] = await Promise.all([
    db().section.findMany({ select, orderBy: [{ position: 'asc' }, { name: 'asc' }] }),
    can(editor, 'review.read') ? db().critic.findMany({ select, orderBy: { name: 'asc' } }) : [],
  ])
  return { sections, critics }
}

export interface DeskHome {
  /** Their own drafts, last changed first, and how many there are in all. */
  drafts: DeskDraft[]
  draftCount: number
  /** Whether they have ever written anything here. */
  hasWritten: boolean
  /** Drafts of others; empty for those who see only their own. */
  othersDrafts: DeskRow[]
  /** Live, with changes that readers have not seen. */
  changed: DeskRow[]
  /** Newest on the site first. */
  lately: DeskRow[]
  broken: { pictures: FailedPicture[]; jobs: number }
  /** The demo publication is still here. */
  hasDemo: boolean
}

const shown = 6

/** What needs this editor. */
export async function getDeskHome(editor: Editor): Promise<DeskHome> {
  const readable = readableBy(editor)
  const drafts = { state: 'draft' }
  const own: Prisma.ReviewWhereInput = { AND: [readable, ownOf(editor), drafts] }
  const list = (where: Prisma.ReviewWhereInput, orderBy = orders.updated) =>
    db().review.findMany({ where, include: deskRowInclude, orderBy, take: shown })
  const [mine, draftCount, written, others, changed, lately, pictures, jobs, demo, { affiliateDomains }] =
    await Promise.all([
      list(own),
      db().review.count({ where: own }),
      db().review.count({ where: ownOf(editor) }),
      list({ AND: [readable, { NOT: ownOf(editor) }, drafts] }),
      list({ AND: [readable, { state: 'changed' }] }),
      list({ AND: [readable, { publications: { some: { isCurrent: true } } }] }, orders.published),
      listFailedPictures(editor),
      countFailedJobs(editor),
      db().setting.count({ where: { key: 'demo' } }),
      getSettings(),
    ])
  const settledPictures = await listSettledPictures(
    db(),
    mine.flatMap(row => picturesOf(contentOf(row))),
  )
  return {
    drafts: mine.map(row => toDeskDraft(editor, row, { affiliateDomains, settledPictures })),
    draftCount,
    hasWritten: written > 0,
    othersDrafts: others.map(row => toDeskRow(editor, row)),
    changed: changed.map(row => toDeskRow(editor, row)),
    lately: lately.map(row => toDeskRow(editor, row)),
    broken: { pictures, jobs },
    hasDemo: demo > 0 && can(editor, 'setting.edit'),
  }
}

async function countStates(where: Prisma.ReviewWhereInput): Promise<DeskList['counts']> {
  const found = await db().review.groupBy({ by: ['state'], where, _count: true })
  const [draft = 0, changed = 0, live = 0, retracted = 0] = deskStates.map(
    state => found.find(row => row.state === state)?._count ?? 0,
  )
  return { draft, changed, live, retracted, all: draft + changed + live + retracted }
}
