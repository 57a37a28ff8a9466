import { db } from '#lib/db/client.ts'

export interface ResolvedAddress {
  state: 'live' | 'moved' | 'gone'
  target: string | null
}

/** What stands at a public path; null where nothing ever stood. One indexed look-up. */
export async function resolveAddress(path: string): Promise<ResolvedAddress | null> {
  return db().address.findUnique({ where: { path }, select: { state: true, target: true } })
}

/** Which of these works or people have a live page. */
export async function liveSubjects(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db().address.findMany({
    where: { subjectId: { in: [...new Set(ids)] }, state: 'live' },
    select: { subjectId: true },
  })
  return new Set(rows.flatMap(row => row.subjectId ?? []))
}

/**
 * The live paths of these subjects, by id. One that was merged into another leads to that one: texts are never changed, so what was
 * mentioned before the merge still names the old id.
 */
export async function livePaths(ids: string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db().address.findMany({
    where: {
      subjectId: { in: [...new Set(ids)] },
      OR: [{ state: 'live' }, { state: 'moved', movedTo: { state: 'live' } }],
    },
    select: { subjectId: true, path: true, state: true, target: true },
    // A live address comes last, and so wins over those that it had before.
    orderBy: { state: 'desc' },
  })
  return Object.fromEntries(rows.flatMap(row => (row.subjectId ? [[row.subjectId, row.target ?? row.path]] : [])))
}
