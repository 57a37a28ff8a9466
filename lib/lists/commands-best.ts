import { freeSlug } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { bestOfTitle } from './best-of.ts'
import { insertList } from './commands.ts'
import type { BestOf } from './lists-schema.ts'

type Tx = Prisma.TransactionClient

/**
 * Begins a list with the best of a year by its scores, best first, to be edited as any other. Each work stands with the newest score that
 * counts: of all, when the year is that of release; of that year's reviews, when it is that of reviewing. Of equal scores the later
 * review comes first, and then the title that is earlier in the alphabet. Notes are left to whoever signs the list.
 * Refused: roles that make no lists; a year in which nothing that fits was scored.
 */
export async function createBestOf(
  editor: Editor,
  input: BestOf,
): Promise<{ ok: true; id: string; found: number } | { ok: false; code: 'not-allowed' | 'nothing-found' }> {
  return db().$transaction(async tx => {
    const section = input.sectionId
      ? await tx.section.findUnique({ where: { id: input.sectionId }, select: { name: true } })
      : null
    const workIds = input.by === 'released' ? await bestReleased(tx, input) : await bestReviewed(tx, input)
    if (workIds.length === 0) return { ok: false, code: 'nothing-found' }
    const title = bestOfTitle({ ...input, section: section?.name ?? null })
    const made = await insertList(tx, editor, {
      title,
      slug: await freeSlug(tx, 'list', title),
      entries: workIds.map(workId => ({ workId, note: '' })),
    })
    return made.ok ? { ...made, found: workIds.length } : made
  })
}

async function bestReleased(tx: Tx, { year, kind, sectionId, count }: BestOf): Promise<string[]> {
  const rows = await tx.$queryRaw<{ workId: string }[]>`
    SELECT s.work_id AS "workId" FROM standing s
    JOIN work w ON w.id = s.work_id JOIN publication p ON p.id = s.publication_id
    WHERE s.release_year = ${year} ${ofKind(kind)} ${ofSection(sectionId)}
    ORDER BY s.score DESC, s.published_at DESC, w.sort_title LIMIT ${count}`
  return rows.map(row => row.workId)
}

async function bestReviewed(tx: Tx, { year, kind, sectionId, count }: BestOf): Promise<string[]> {
  const rows = await tx.$queryRaw<{ workId: string }[]>`
    SELECT w.id AS "workId" FROM (
      SELECT DISTINCT ON (work_id) work_id, section_id, score, published_at FROM publication
      WHERE is_current AND translation_of_id IS NULL AND year = ${year} AND score IS NOT NULL
      ORDER BY work_id, published_at DESC, id DESC
    ) p JOIN work w ON w.id = p.work_id
    WHERE true ${kind ? Prisma.sql`AND w.kind::text = ${kind}` : Prisma.empty} ${ofSection(sectionId)}
    ORDER BY p.score DESC, p.published_at DESC, w.sort_title LIMIT ${count}`
  return rows.map(row => row.workId)
}

const ofKind = (kind: BestOf['kind']) => (kind ? Prisma.sql`AND s.kind::text = ${kind}` : Prisma.empty)
const ofSection = (id: string | null) => (id ? Prisma.sql`AND p.section_id = ${id}::uuid` : Prisma.empty)
