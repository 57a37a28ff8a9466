import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { deskQuery, readDeskFilter } from '#lib/reviews/desk-filter.ts'

const mostViews = 50

export type ViewRefusal = { ok: false; code: 'not-allowed' | 'not-found' | 'known' | 'too-many' }

/**
 * Keeps a filter by a name: for oneself, or for everybody (`isHouse`). Of the query only what a filter says is kept. Refused: a view of the
 * house without `review.plan`, a name that is taken, more than fifty.
 */
export async function saveView(
  editor: Editor,
  { place, name, query, isHouse }: { place: 'reviews' | 'board'; name: string; query: string; isHouse: boolean },
): Promise<{ ok: true } | ViewRefusal> {
  if (isHouse && !can(editor, 'review.plan')) return { ok: false, code: 'not-allowed' }
  const ownerId = isHouse ? null : editor.id
  const filter = readDeskFilter(Object.fromEntries(new URLSearchParams(query)))
  try {
    return await transact(async tx => {
      if ((await tx.savedView.count({ where: { ownerId, place } })) >= mostViews) return { ok: false, code: 'too-many' }
      await tx.savedView.create({ data: { place, name, ownerId, query: deskQuery(filter, { page: 1 }) } })
      return { ok: true }
    })
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error
    return { ok: false, code: 'known' }
  }
}

/** Forgets a view: one's own, or one of the house with `review.plan`. */
export async function removeView(editor: Editor, id: string): Promise<{ ok: true } | ViewRefusal> {
  const house = can(editor, 'review.plan') ? [{ ownerId: null }] : []
  const { count } = await db().savedView.deleteMany({ where: { id, OR: [{ ownerId: editor.id }, ...house] } })
  return count > 0 ? { ok: true } : { ok: false, code: 'not-found' }
}
