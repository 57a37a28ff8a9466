import { syncArchiveAddress } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { languageName } from '#lib/languages/languages.ts'
import { changeSettings, type SettingsRefusal } from './commands-change.ts'
import type { Masthead } from './publication-schema.ts'

type Tx = Prisma.TransactionClient

interface Invalid {
  ok: false
  code: 'invalid'
  field: keyof Masthead
  problem: string
}

export type MastheadRefusal = SettingsRefusal | Invalid

/** What of it is to be, and as what it was seen. */
export interface MastheadChange {
  value: Partial<Masthead>
  seen: Record<string, unknown>
}

/**
 * Changes what the publication is called and how it speaks. Every page shows it, so all are dropped. Reviews that name no language are
 * taken to be in the new one; refused where a translation would then be in the language of its original. Another time zone moves the
 * reviews of the archive to the years and months that their dates have there, in the same transaction, with the archive's addresses.
 */
export async function changeMasthead(
  editor: Editor,
  { value, seen }: MastheadChange,
): Promise<{ ok: true } | MastheadRefusal> {
  return changeSettings<Invalid>(editor, {
    ...{ value, seen },
    before: async (tx, keys, current) => {
      const problem =
        (keys.includes('language')
          ? await languageProblem(tx, current.language, value.language ?? current.language)
          : null) ?? (keys.includes('timeZone') ? await zoneProblem(tx, value.timeZone ?? current.timeZone) : null)
      if (problem) return problem
      // Whoever is publishing is waited for, and whoever begins to waits: nothing is dated by the zone that was.
      if (keys.includes('timeZone')) await tx.$executeRaw`LOCK TABLE publication IN SHARE ROW EXCLUSIVE MODE`
      return null
    },
    after: async (tx, keys) => {
      if (keys.includes('timeZone')) await redateArchive(tx)
    },
    event: { tags: [], purge: true },
    // A large archive takes its time.
    timeout: 120_000,
  })
}

/** Originals and translations that would be in one language, because one of the two names none. */
async function languageProblem(tx: Tx, before: string, after: string): Promise<Invalid | null> {
  const [row] = await tx.$queryRaw<{ title: string; total: number }[]>`
    SELECT min(t.title) AS title, count(*)::int AS total FROM review t JOIN review o ON o.id = t.translation_of_id
    WHERE t.retracted_at IS NULL AND coalesce(t.language, ${after}) = coalesce(o.language, ${after})
      AND coalesce(t.language, ${before}) <> coalesce(o.language, ${before})`
  if (!row || row.total === 0) return null
  const name = languageName(after)
  const which = row.total === 1 ? `“${row.title}”` : `“${row.title}” and ${row.total - 1} more`
  return {
    ok: false,
    code: 'invalid',
    field: 'language',
    problem: `${which} would be in ${name} as its original is: one of each two names no language, and is taken to be in the publication’s. Say in the editor which language each is in, then change this.`,
  }
}

async function zoneProblem(tx: Tx, timeZone: string): Promise<Invalid | null> {
  const [known] = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM pg_timezone_names WHERE name = ${timeZone}`
  if (known) return null
  return {
    ok: false,
    code: 'invalid',
    field: 'timeZone',
    problem: 'The database does not know this zone. Choose one nearby.',
  }
}

/** Year and month of every publication by the zone that is set now, and the addresses of the archive that come and go with them. */
async function redateArchive(tx: Tx): Promise<void> {
  const moved = await tx.$queryRaw<{ before: number; after: number }[]>`
    WITH dated AS (
      SELECT id, year AS before, extract(year FROM there)::int AS year, extract(month FROM there)::int AS month
      FROM publication, LATERAL (SELECT published_at AT TIME ZONE publication_zone() AS there) zone
      WHERE (year, month) IS DISTINCT FROM (extract(year FROM there)::int, extract(month FROM there)::int)
    ), turned AS (
      UPDATE publication p SET year = dated.year, month = dated.month FROM dated WHERE p.id = dated.id
      RETURNING dated.before, p.year AS after
    ) SELECT DISTINCT before, after FROM turned`
  for (const year of new Set(moved.flatMap(({ before, after }) => [before, after]))) await syncArchiveAddress(tx, year)
}
