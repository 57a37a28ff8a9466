import type pg from 'pg'
import { z } from 'zod'

export type ContentEvent = {
  id: bigint
  /** What the affected pages say they depend on. */
  tags: string[]
  /** Drop every page, and every copy of one: something was taken back. */
  purge: boolean
  /** The transaction that wrote it. */
  tx: bigint
}

/**
 * The events of transactions from `position` on (none for null), and the next position: every transaction before it has
 * ended, so whatever it wrote is among what was read up to now.
 */
export async function readEvents(
  client: pg.Client,
  position: bigint | null,
): Promise<{ position: bigint; events: ContentEvent[] }> {
  const result = await client.query(EVENTS, [position === null ? null : String(position)])
  const rows = z.array(eventRow).min(1).parse(result.rows)
  const events = rows.flatMap(({ id, tx, tags, purge }) =>
    id === null || tx === null ? [] : [{ id: BigInt(id), tx: BigInt(tx), tags, purge }],
  )
  return { position: BigInt(rows[0]?.position ?? 0), events }
}

/** A name that another database, a restored or a promoted one does not have: positions mean nothing there. */
export async function nameOfDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query(IDENTITY)
  return z.object({ database: z.string() }).parse(rows[0]).database
}

// Where the server does not tell its identity (some hosts restrict it), the database's own number has to do.
const IDENTITY = `
  SELECT concat_ws('/', d.oid,
    CASE WHEN has_function_privilege('pg_control_system()', 'execute')
      THEN (SELECT system_identifier FROM pg_control_system()) END,
    CASE WHEN has_function_privilege('pg_control_checkpoint()', 'execute')
      THEN (SELECT timeline_id FROM pg_control_checkpoint()) END) AS database
  FROM pg_database d WHERE d.datname = current_database()`

// Rows and snapshot are of one statement, so they agree. Transaction numbers from the future were restored from elsewhere.
const EVENTS = `
  SELECT s.xmin::text AS position, e.id::text, e.tx::text, coalesce(e.tags, '{}') AS tags, coalesce(e.purge, false) AS purge
  FROM (SELECT pg_snapshot_xmin(s) AS xmin, pg_snapshot_xmax(s) AS xmax FROM pg_current_snapshot() s) s
  LEFT JOIN content_event e ON e.tx >= $1::xid8 AND e.tx < s.xmax
  ORDER BY e.id`

const eventRow = z.object({
  position: z.string(),
  id: z.string().nullable(),
  tx: z.string().nullable(),
  tags: z.array(z.string()),
  purge: z.boolean(),
})
