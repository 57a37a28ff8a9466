import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'

const rows = z.array(z.object({ count: z.coerce.number() }))

/** How many jobs have been given up after all their attempts. 0 for those who look after their own reviews only. */
export async function countFailedJobs(editor: Editor): Promise<number> {
  if (!can(editor, 'review.read')) return 0
  // The worker makes its tables on its first start, which may be still to come.
  const [known] = await db().$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS there`
  if (!known?.there) return 0
  const [failed] = rows.parse(
    await db().$queryRaw`SELECT count(*) AS count FROM graphile_worker.jobs WHERE attempts >= max_attempts`,
  )
  return failed?.count ?? 0
}
