import { Temporal } from 'temporal-polyfill'
import { pathOf } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { ratingSchema } from '#lib/ratings/ratings-schema.ts'
import type { ScaleReading } from '#lib/ratings/reading.ts'
import { toReading } from '#lib/ratings/reading-schema.ts'
import { toWorkRef, workRefSelect } from '#lib/reviews/published-cards.ts'
import { instantOf, zonedIso } from '#lib/settings/dates.ts'
import { readSettings } from '#lib/settings/published.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { idSchemes } from '#lib/works/external-ids.ts'
import { type AggregatorRow, type DeskAggregatorRow, mostRows, recipientKey, scoreOf } from './aggregators.ts'
import type { AggregatorRequest } from './aggregators-schema.ts'
import { digestOf } from './digest.ts'

type Client = Prisma.TransactionClient

export type Gathered = { ok: true; rows: DeskAggregatorRow[] } | { ok: false; code: 'too-many'; total: number }

/**
 * The live reviews of a range, newest first, each with what was said of it before; then those that were sent and that readers do not find
 * any more, whatever their date, until that was said too. Drafts are not among them, nor are translations, which say an opinion again.
 * Refused: more than `most`, with how many.
 */
export async function gatherRows(
  _editor: Editor,
  client: Client,
  request: Pick<AggregatorRequest, 'from' | 'to' | 'by' | 'recipient' | 'onlyNew'>,
  most = mostRows,
): Promise<Gathered> {
  const settings = await readSettings(client)
  const where = inRange(request, settings.timeZone)
  const total = await client.publication.count({ where })
  if (total > most) return { ok: false, code: 'too-many', total }
  const readings = await readingsByVersion(client)
  const [live, withdrawn] = await Promise.all([
    client.publication.findMany({ where, select: rowSelect, orderBy: newestFirst }),
    findWithdrawn(client, request.recipient),
  ])
  const rows = [
    ...live.map(row => toRow(row, false, settings, readings)),
    ...withdrawn.map(row => toRow(row, true, settings, readings)),
  ]
  const sent = await lastSent(
    client,
    rows.map(row => row.reviewId),
    request.recipient,
  )
  const told = rows.flatMap((row): DeskAggregatorRow[] => {
    const digest = digestOf(row)
    const before = (sent.get(row.reviewId) ?? []).map(({ recipient, at, digest: was }) => ({
      recipient,
      at: at.toISOString(),
      isChanged: was !== digest,
    }))
    // Whoever was told that it is gone is not told again.
    const open = row.isWithdrawn ? before.filter(last => last.isChanged) : before
    return row.isWithdrawn && open.length === 0 ? [] : [{ ...row, sent: open }]
  })
  return { ok: true, rows: request.onlyNew ? told.filter(({ sent: [last] }) => !last || last.isChanged) : told }
}

/** The name of a recipient as it was spelled before; as it is given when nothing was sent to it. */
export async function spelledBefore(client: Client, recipient: string): Promise<string> {
  const known = await client.delivery.findMany({ distinct: ['recipient'], select: { recipient: true } })
  return known.find(({ recipient: name }) => recipientKey(name) === recipientKey(recipient))?.recipient ?? recipient
}

const newestFirst = [{ publishedAt: 'desc' }, { id: 'desc' }] satisfies Prisma.PublicationOrderByWithRelationInput[]

const rowSelect = {
  reviewId: true,
  slug: true,
  title: true,
  pullQuote: true,
  rating: true,
  score: true,
  publishedAt: true,
  modifiedAt: true,
  language: true,
  work: { select: { ...workRefSelect, externalIds: { select: { scheme: true, value: true } } } },
  critics: { orderBy: { position: 'asc' }, select: { critic: { select: { name: true } } } },
} satisfies Prisma.PublicationSelect

type Row = Prisma.PublicationGetPayload<{ select: typeof rowSelect }>

/** Days begin and end at midnight in the publication's zone. */
function inRange(
  { from, to, by }: Pick<AggregatorRequest, 'from' | 'to' | 'by'>,
  timeZone: string,
): Prisma.PublicationWhereInput {
  const after = Temporal.PlainDate.from(to).add({ days: 1 }).toString()
  const within = { gte: instantOf(`${from}T00:00`, timeZone), lt: instantOf(`${after}T00:00`, timeZone) }
  return {
    isCurrent: true,
    translationOfId: null,
    ...(by === 'published' ? { publishedAt: within } : { modifiedAt: within }),
  }
}

/** The last snapshots of reviews that were sent and have none that is live. */
async function findWithdrawn(client: Client, recipient: string): Promise<Row[]> {
  const last = await client.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (p.review_id) p.id FROM publication p
    WHERE p.review_id IN (
      SELECT d.review_id FROM delivered_review d JOIN delivery v ON v.id = d.delivery_id ${to(recipient, 'WHERE')}
    ) AND NOT EXISTS (SELECT FROM publication c WHERE c.review_id = p.review_id AND c.is_current)
    ORDER BY p.review_id, p.number DESC LIMIT ${mostRows}`
  return client.publication.findMany({
    where: { id: { in: last.map(row => row.id) } },
    select: rowSelect,
    orderBy: newestFirst,
  })
}

/** What was last said of each review to each recipient, newest first. */
async function lastSent(client: Client, reviewIds: string[], recipient: string) {
  const rows = await client.$queryRaw<{ reviewId: string; recipient: string; at: Date; digest: string }[]>`
    SELECT DISTINCT ON (d.review_id, v.recipient) d.review_id AS "reviewId", v.recipient, v.at, d.digest
    FROM delivered_review d JOIN delivery v ON v.id = d.delivery_id
    WHERE d.review_id = ANY(${reviewIds}::uuid[]) ${to(recipient, 'AND')}
    ORDER BY d.review_id, v.recipient, v.at DESC, v.id DESC`
  return Map.groupBy(
    rows.sort((a, b) => b.at.getTime() - a.at.getTime()),
    row => row.reviewId,
  )
}

function to(recipient: string, word: 'WHERE' | 'AND'): Prisma.Sql {
  if (recipient === '') return Prisma.empty
  return word === 'WHERE' ? Prisma.sql`WHERE v.recipient = ${recipient}` : Prisma.sql`AND v.recipient = ${recipient}`
}

/** How the house reads each version of each scale today, by `versionKey`. */
async function readingsByVersion(client: Client): Promise<Map<string, ScaleReading>> {
  const rows = await client.scaleReading.findMany({ include: { version: { include: { scale: true } } } })
  return new Map(rows.map(row => [versionKey(row.version.scale.key, row.version.version), toReading(row)]))
}

function versionKey(key: string, version: number): string {
  return `${key} ${version}`
}

function toRow(
  row: Row,
  isWithdrawn: boolean,
  settings: PublicationSettings,
  readings: Map<string, ScaleReading>,
): AggregatorRow {
  const rating = row.rating === null ? null : ratingSchema.parse(row.rating)
  const read = rating && readings.get(versionKey(rating.scale.key, rating.scale.version))
  const reading = read ?? { bands: [], projection: [], freshFrom: null }
  const { title, year, kind } = toWorkRef(row.work, new Set())
  return {
    reviewId: row.reviewId,
    link: new URL(pathOf('review', row.slug), env().SITE_URL).href,
    headline: row.title,
    critics: row.critics.map(({ critic }) => critic.name),
    outlet: settings.name,
    work: {
      id: row.work.id,
      title,
      year,
      kind,
      ids: idSchemes.flatMap(scheme => row.work.externalIds.filter(id => id.scheme === scheme)),
    },
    quote: row.pullQuote,
    score:
      rating && row.score !== null
        ? scoreOf(rating, { hundred: row.score.toNumber(), reading, language: settings.language })
        : null,
    published: zonedIso(row.publishedAt.toISOString(), settings.timeZone),
    updated: zonedIso(row.modifiedAt.toISOString(), settings.timeZone),
    language: row.language ?? settings.language,
    isWithdrawn,
  }
}
