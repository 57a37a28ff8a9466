import { stringify } from 'csv-stringify/sync'
import { confirmEditor } from '#lib/auth/confirmation.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { type AuditEntry, actionWords } from './audit.ts'
import type { AuditFilter } from './audit-schema.ts'
import { mostExported, readEntries } from './desk-queries.ts'

export type LogFile =
  | { ok: true; text: string; count: number }
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'confirm'; problem: string }

const columns: [name: string, value: (entry: AuditEntry) => string][] = [
  ['Entry', entry => entry.id],
  ['When (UTC)', entry => entry.at],
  ['Who', entry => entry.actor?.name ?? ''],
  ['Who (id)', entry => entry.actor?.id ?? ''],
  ['Action', entry => entry.action],
  ['In words', entry => `${actionWords(entry.action)} ${entry.subject?.name ?? ''}`.trim()],
  ['Detail', entry => entry.detail],
]

/**
 * The entries that fit as a table (RFC 4180, UTF-8 with a mark, formulas neutralised), newest first, at most 100,000. It is grave: the own
 * password is asked for, and the export is an entry itself.
 */
export async function exportLog(
  editor: Editor,
  input: { filter: AuditFilter; confirmation: string | null },
): Promise<LogFile> {
  if (!can(editor, 'audit.export')) return { ok: false, code: 'not-allowed' }
  const confirmed = await confirmEditor(editor, input.confirmation)
  if (!confirmed.ok) return confirmed
  const entries = await readEntries({ ...input.filter, before: null }, mostExported)
  const text = stringify(
    entries.map(entry => columns.map(([, value]) => value(entry))),
    {
      header: true,
      columns: columns.map(([name]) => name),
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  )
  await db().auditEntry.create({
    data: { actorId: editor.id, action: 'log.export', detail: { count: entries.length } },
  })
  return { ok: true, text, count: entries.length }
}
