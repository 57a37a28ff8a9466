import { db } from '#lib/db/client.ts'

/** So many reviews in one transaction: some seconds at most. */
const most = 200

/**
 * Brings into the search what one transaction left undone because it changed too much at once: a language, a much reviewed person's
 * name. The database notes such reviews; everything else it settles by itself. Returns when nothing is left.
 */
export async function settleSearch(): Promise<void> {
  for (let left = 1; left > 0; ) {
    const [row] = await db().$queryRaw<{ left: number }[]>`SELECT settle_search('', ${most}::integer) AS left`
    left = row?.left ?? 0
  }
}
