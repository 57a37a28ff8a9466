import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { getSettings } from '#lib/settings/published.ts'
import { type AuditEntry, type AuditSubject, detailText } from './audit.ts'
import type { AuditFilter } from './audit-schema.ts'

export const auditPerPage = 100
/** A file of more would be none that anybody opens; the dates narrow it. */
export const mostExported = 100_000

export interface AuditLog {
  entries: AuditEntry[]
  /** The id that older entries are asked for with; null at the end. */
  older: string | null
  people: { id: string; name: string }[]
  may: { export: boolean }
}

/** What people did, newest first, a hundred at a time. Null for who may not see it. */
export async function readAuditLog(editor: Editor, filter: AuditFilter): Promise<AuditLog | null> {
  if (!can(editor, 'audit.view')) return null
  const [entries, people] = await Promise.all([
    readEntries(filter, auditPerPage + 1),
    db().user.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
  ])
  const shown = entries.slice(0, auditPerPage)
  return {
    entries: shown,
    older: entries.length > auditPerPage ? (shown.at(-1)?.id ?? null) : null,
    people,
    may: { export: can(editor, 'audit.export') },
  }
}

/** The entries that fit, newest first, at most `most` of them. */
export async function readEntries(filter: AuditFilter, most: number): Promise<AuditEntry[]> {
  const { timeZone } = await getSettings()
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.id::text, e.at, e.action, e.subject, e.detail, e.actor_id::text AS "actorId", u.name AS "actorName"
    FROM audit_entry e LEFT JOIN app_user u ON u.id = e.actor_id
    WHERE (${filter.before}::bigint IS NULL OR e.id < ${filter.before}::bigint)
      AND (${filter.who}::uuid IS NULL OR e.actor_id = ${filter.who}::uuid)
      AND (${filter.what}::text IS NULL OR e.action LIKE ${filter.what}::text || '.%')
      AND (${filter.from}::date IS NULL OR e.at >= ${filter.from}::date::timestamp AT TIME ZONE ${timeZone})
      AND (${filter.to}::date IS NULL OR e.at < (${filter.to}::date + 1)::timestamp AT TIME ZONE ${timeZone})
    ORDER BY e.id DESC LIMIT ${most}`
  const subjects = await namesOf(rows)
  return rows.map(row => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actorId && row.actorName !== null ? { id: row.actorId, name: row.actorName } : null,
    action: row.action,
    subject: subjectOf(row, subjects),
    detail: detailText(row.detail),
  }))
}

interface Row {
  id: string
  at: Date
  action: string
  subject: string
  detail: unknown
  actorId: string | null
  actorName: string | null
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)

function subjectOf({ action, subject, actorId }: Row, names: Map<string, AuditSubject>): AuditSubject | null {
  // Whoever signs in or joins does it themselves.
  if (subject === '' || (/^user\.(sign-in|join)$/.test(action) && subject === actorId)) return null
  return names.get(subject) ?? (isId(subject) ? null : { name: subject, href: null })
}

/** What the entries are about, by id: one look for each kind of thing. */
async function namesOf(rows: Row[]): Promise<Map<string, AuditSubject>> {
  const ids = [...new Set(rows.map(({ subject }) => subject).filter(isId))]
  if (ids.length === 0) return new Map()
  const found = await db().$queryRaw<{ id: string; name: string; href: string | null }[]>`
    WITH asked AS (SELECT unnest(${ids}::uuid[]) AS id)
    SELECT id::text, coalesce(nullif(title, ''), 'a review without a headline') AS name, '/desk/reviews/' || id AS href FROM review JOIN asked USING (id)
    UNION ALL SELECT id::text, title, '/desk/works/' || id FROM work JOIN asked USING (id)
    UNION ALL SELECT id::text, name, '/desk/people/' || id FROM person JOIN asked USING (id)
    UNION ALL SELECT id::text, name, '/desk/series/' || id FROM work_series JOIN asked USING (id)
    UNION ALL SELECT id::text, coalesce(nullif(title, ''), 'a list without a title'), '/desk/lists/' || id FROM list JOIN asked USING (id)
    UNION ALL SELECT id::text, name, '/desk/team' FROM app_user JOIN asked USING (id)
    UNION ALL SELECT id::text, name, '/desk/team' FROM invitation JOIN asked USING (id)`
  return new Map(found.map(({ id, name, href }) => [id, { name, href }]))
}
