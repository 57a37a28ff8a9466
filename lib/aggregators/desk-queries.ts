import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { type DeskAggregatorRow, quoteProblem, type Standing, standingOf } from './aggregators.ts'
import type { AggregatorRequest } from './aggregators-schema.ts'
import { gatherRows, spelledBefore } from './desk-queries-rows.ts'

export const rowsPerPage = 50

export interface AggregatorPage {
  /** The request as it was understood: the recipient as it was spelled before. */
  request: AggregatorRequest
  rows: DeskAggregatorRow[]
  total: number
  page: number
  pages: number
  counts: Record<Standing | 'withdrawn' | 'quotes', number>
  /** How many there are, when they are too many to be shown. */
  tooMany: number | null
}

/** A file that was made before. */
export interface PastDelivery {
  id: string
  recipient: string
  format: 'csv' | 'json'
  /** ISO 8601 dates. */
  from: string
  to: string
  /** ISO 8601. */
  at: string
  by: string | null
  count: number
}

/** One page of what aggregators would be sent, as it stands now; looking remembers nothing. Null for who may not send. */
export async function getAggregatorPage(
  editor: Editor,
  asked: AggregatorRequest,
  askedPage: number,
): Promise<AggregatorPage | null> {
  if (!can(editor, 'delivery.make')) return null
  const request = asked.recipient ? { ...asked, recipient: await spelledBefore(db(), asked.recipient) } : asked
  const gathered = await gatherRows(editor, db(), request)
  const all = gathered.ok ? gathered.rows : []
  const live = all.filter(row => !row.isWithdrawn)
  const standings = live.map(standingOf)
  const pages = Math.max(1, Math.ceil(all.length / rowsPerPage))
  const page = Math.min(askedPage, pages)
  return {
    request,
    rows: all.slice((page - 1) * rowsPerPage, page * rowsPerPage),
    total: all.length,
    page,
    pages,
    counts: {
      'not-sent': standings.filter(standing => standing === 'not-sent').length,
      changed: standings.filter(standing => standing === 'changed').length,
      sent: standings.filter(standing => standing === 'sent').length,
      withdrawn: all.length - live.length,
      quotes: live.filter(row => quoteProblem(row.quote, request.limit)).length,
    },
    tooMany: gathered.ok ? null : gathered.total,
  }
}

/** Everybody that something was sent to, by name. */
export async function listRecipients(editor: Editor): Promise<string[]> {
  if (!can(editor, 'delivery.make')) return []
  const rows = await db().delivery.findMany({
    distinct: ['recipient'],
    select: { recipient: true },
    orderBy: { recipient: 'asc' },
  })
  return rows.map(row => row.recipient)
}

/** The files that were made last, newest first; of one recipient, when one is given. */
export async function listDeliveries(editor: Editor, recipient = '', take = 10): Promise<PastDelivery[]> {
  if (!can(editor, 'delivery.make')) return []
  const rows = await db().delivery.findMany({
    where: recipient ? { recipient } : {},
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
    include: { by: { select: { name: true } }, _count: { select: { reviews: true } } },
  })
  return rows.map(row => ({
    id: row.id,
    recipient: row.recipient,
    format: row.format,
    from: row.fromDay.toISOString().slice(0, 10),
    to: row.toDay.toISOString().slice(0, 10),
    at: row.at.toISOString(),
    by: row.by?.name ?? null,
    count: row._count.reviews,
  }))
}
