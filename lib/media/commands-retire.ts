import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { storage } from '#lib/storage/open.ts'
import { isKey, removeFiles } from './keep.ts'

type Tx = Prisma.TransactionClient

/** How long files stay that no picture has any more, in days: pages that are open, programs that have read a feed, still ask for them. */
const graceDays = 7

/** Says, in the transaction that gave a picture other files, that these are to go: after the days of grace, or with `atOnce` right away. */
export async function retireFiles(
  tx: Tx,
  { name, original, atOnce = false }: { name: string; original: string | null; atOnce?: boolean },
): Promise<void> {
  const days = atOnce ? 0 : graceDays
  await tx.$executeRaw`
    INSERT INTO retired_files (name, original, remove_after) VALUES (${name}, ${original}, now() + make_interval(days => ${days}::int))
    ON CONFLICT (name) DO UPDATE SET original = coalesce(EXCLUDED.original, retired_files.original),
      remove_after = least(EXCLUDED.remove_after, retired_files.remove_after)`
  if (atOnce) await tx.$executeRaw`SELECT graphile_worker.add_job('remove-retired', job_key => 'remove-retired')`
}

/** The job: removes the files whose time is over. What a picture still has of that name stays. */
export async function removeRetired(): Promise<void> {
  for (;;) {
    const rows = retiredRows.parse(
      await db().$queryRaw`
      SELECT r.name, r.original, whole.id IS NOT NULL AS "hasWhole", cut.id IS NOT NULL AS "hasCut"
      FROM retired_files r
        LEFT JOIN media whole ON whole.name = r.name
        LEFT JOIN media cut ON coalesce(cut.crop_name, cut.name) = r.name
      WHERE r.remove_after <= now() ORDER BY r.remove_after LIMIT 50`,
    )
    for (const { name, original, hasWhole, hasCut } of rows) {
      if (!hasCut) await removeFiles(name, 'cut')
      if (!hasWhole) await removeFiles(name, 'whole')
      if (original !== null && isKey(original)) await storage().remove(original)
      await db().retiredFiles.deleteMany({ where: { name } })
    }
    if (rows.length < 50) return
  }
}

const retiredRows = z.array(
  z.object({ name: z.string(), original: z.string().nullable(), hasWhole: z.boolean(), hasCut: z.boolean() }),
)
