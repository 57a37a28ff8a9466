import pg from 'pg'
import { BackupError, type Manifest } from '#lib/backup/manifest.ts'
import { Trouble } from './console.ts'

export type Run = {
  kind: 'made' | 'proven' | 'restored'
  file: string
  bytes?: number
  started: number
  manifest?: Manifest
  problem?: string
}

/** Writes down what was made, proven or restored, for the desk. */
export async function recordRun(
  client: pg.Client,
  { kind, file, bytes = 0, started, manifest, problem }: Run,
): Promise<void> {
  const rows = manifest?.tables.reduce((sum, table) => sum + table.rows, 0) ?? 0
  await client.query(
    `INSERT INTO backup_run (kind, file, bytes, seconds, rows, files, problem) VALUES ($1::"BackupKind", $2, $3, $4, $5, $6, $7)`,
    [kind, file, bytes, (performance.now() - started) / 1000, rows, manifest ? filesIn(manifest) : 0, problem ?? null],
  )
}

export function filesIn({ entries }: Manifest): number {
  return entries.filter(({ name }) => /^(media|originals)\//.test(name)).length
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'out-of-five backup' })
  // A connection that breaks also rejects the query under way.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } catch (error) {
    throw error instanceof BackupError ? new Trouble(error.message) : error
  } finally {
    await client.end()
  }
}
