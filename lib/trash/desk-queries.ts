import type { Editor } from '#lib/auth/editor.ts'
import { can, type Grant, policy } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { kindName, type WorkKind, workKinds } from '#lib/works/works.ts'
import { keptDays, type TrashKind, type TrashRow } from './trash.ts'

export const trashRowsPerPage = 50

export interface Trash {
  rows: TrashRow[]
  total: number
  page: number
  pages: number
  may: { purge: boolean }
}

interface Row {
  kind: TrashKind
  id: string
  name: string
  detail: string
  at: Date
  by: string | null
  daysLeft: number
}

/** What is in the trash and this editor may take out of it, thrown away last first, fifty to a page. */
export async function listTrash(editor: Editor, asked: number): Promise<Trash> {
  const all = trashOf(editor)
  const [counted] = await db().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${all}) t`
  const total = counted?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / trashRowsPerPage))
  const page = Math.min(asked, pages)
  const rows = await db().$queryRaw<Row[]>`
    SELECT t.kind, t.id::text, t.name, t.detail, t.trashed_at AS at, u.name AS by,
      greatest(0, ceil(extract(epoch FROM t.trashed_at + make_interval(days => ${keptDays}) - now()) / 86400))::int AS "daysLeft"
    FROM (${all}) t LEFT JOIN app_user u ON u.id = t.trashed_by_id
    ORDER BY t.trashed_at DESC, t.id LIMIT ${trashRowsPerPage} OFFSET ${(page - 1) * trashRowsPerPage}`
  const may = { purge: can(editor, 'trash.purge') }
  return { rows: rows.map(row => toRow(row, may.purge)), total, page, pages, may }
}

/** One thing in the trash, for the page that it had; null when it is not there, or not this editor's to take out. */
export async function getTrashed(editor: Editor, kind: TrashKind, id: string): Promise<TrashRow | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT t.kind, t.id::text, t.name, t.detail, t.trashed_at AS at, u.name AS by,
      greatest(0, ceil(extract(epoch FROM t.trashed_at + make_interval(days => ${keptDays}) - now()) / 86400))::int AS "daysLeft"
    FROM (${trashOf(editor)}) t LEFT JOIN app_user u ON u.id = t.trashed_by_id
    WHERE t.kind = ${kind} AND t.id = ${id}::uuid`
  return row ? toRow(row, can(editor, 'trash.purge')) : null
}

/** The same rule as `mayTrash`, for a query. */
function trashOf(editor: Editor): Prisma.Sql {
  const isOwnReview = Prisma.sql`(created_by_id = ${editor.id}::uuid OR EXISTS (
    SELECT FROM review_critic c WHERE c.review_id = review.id AND c.critic_id = ${editor.criticId}::uuid))`
  const isOwnList = Prisma.sql`(created_by_id = ${editor.id}::uuid OR critic_id = ${editor.criticId}::uuid)`
  const works = granted(policy['work.trash'][editor.role], Prisma.sql`false`, Prisma.sql`false`)
  return Prisma.sql`
    SELECT 'review' AS kind, id, coalesce(nullif(title, ''), 'A review without a headline') AS name,
      CASE WHEN published_at IS NULL THEN 'Draft' ELSE 'Retracted review' END AS detail, trashed_at, trashed_by_id
      FROM review WHERE trashed_at IS NOT NULL AND ${granted(policy['review.trash'][editor.role], isOwnReview, Prisma.sql`published_at IS NULL`)}
    UNION ALL SELECT 'list', id, coalesce(nullif(title, ''), 'A list without a title'), 'List', trashed_at, trashed_by_id
      FROM list WHERE trashed_at IS NOT NULL AND ${granted(policy['list.trash'][editor.role], isOwnList, Prisma.sql`true`)}
    UNION ALL SELECT 'media', id, coalesce(nullif(title, ''), 'A picture'), 'Picture', trashed_at, trashed_by_id
      FROM media WHERE trashed_at IS NOT NULL AND ${granted(policy['media.trash'][editor.role], Prisma.sql`uploaded_by_id = ${editor.id}::uuid`, Prisma.sql`true`)}
    UNION ALL SELECT 'work', id, title, concat_ws(', ', kind, release_year), trashed_at, trashed_by_id
      FROM work WHERE trashed_at IS NOT NULL AND ${works}
    UNION ALL SELECT 'person', id, name, CASE WHEN kind = 'group' THEN 'Group' ELSE 'Person' END, trashed_at, trashed_by_id
      FROM person WHERE trashed_at IS NOT NULL AND ${works}
    UNION ALL SELECT 'series', id, name, 'Series', trashed_at, trashed_by_id
      FROM work_series WHERE trashed_at IS NOT NULL AND ${works}`
}

function granted(grant: Grant, isOwn: Prisma.Sql, isDraft: Prisma.Sql): Prisma.Sql {
  if (grant === 'any') return Prisma.sql`true`
  if (grant === 'no') return Prisma.sql`false`
  return grant === 'own' ? isOwn : Prisma.sql`(${isOwn} AND ${isDraft})`
}

function toRow({ at, detail, ...row }: Row, purge: boolean): TrashRow {
  const [kind = '', ...rest] = detail.split(', ')
  const said = row.kind === 'work' && isWorkKind(kind) ? [kindName(kind), ...rest].join(', ') : detail
  return { ...row, detail: said, at: at.toISOString(), may: { restore: true, purge } }
}

function isWorkKind(kind: string): kind is WorkKind {
  return workKinds.some(known => known === kind)
}
