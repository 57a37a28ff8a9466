import type { Editor } from '#lib/auth/editor.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { ListContent } from './lists.ts'
import { contentOfList, type StoredList } from './stored-list.ts'

type Tx = Prisma.TransactionClient

/** What one field of a list is refused for. */
export type ListInvalid = { ok: false; code: 'invalid'; field: keyof ListContent; problem: string }

/** Whether a content says nothing that is not stored already. */
export function isStoredList(list: StoredList, content: ListContent): boolean {
  return JSON.stringify(inOrder(contentOfList(list))) === JSON.stringify(inOrder(content))
}

/** What only the database can say against a content: a work that is not there or was merged away, a borrowed byline. */
export async function listContentProblem(
  tx: Tx,
  editor: Editor,
  list: StoredList,
  content: ListContent,
): Promise<ListInvalid | null> {
  const ids = content.entries.map(entry => entry.workId)
  const works = await tx.work.count({ where: { id: { in: ids }, mergedIntoId: null, trashedAt: null } })
  if (works < ids.length) {
    return {
      ok: false,
      code: 'invalid',
      field: 'entries',
      problem:
        'A work in the list does not exist any more: it was removed, or merged into another. Take it away and add it again.',
    }
  }
  const mayChangeByline = editor.role === 'owner' || editor.role === 'editor'
  const isBorrowed = content.criticId !== list.criticId && content.criticId !== editor.criticId
  if (isBorrowed && !mayChangeByline)
    return { ok: false, code: 'invalid', field: 'criticId', problem: 'Only an editor can change whose list this is.' }
  return null
}

/** What the database refused, in words; anything that it should never have refused is thrown on. */
export function refusalOfListConstraint(error: unknown): ListInvalid {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error
  const detail = JSON.stringify(error.meta ?? {}) + error.message
  const refused = (field: keyof ListContent, problem: string): ListInvalid => ({
    ok: false,
    code: 'invalid',
    field,
    problem,
  })
  if (error.code === 'P2002' && /slug/.test(detail))
    return refused('slug', 'Another list has this address. Choose another one.')
  if (error.code === 'P2003' && /critic/.test(detail))
    return refused('criticId', 'This critic does not exist any more. Choose another.')
  if (error.code === 'P2003' && /topic/.test(detail))
    return refused('topicId', 'This topic does not exist any more. Choose another.')
  throw error
}

function inOrder({ slug, title, standfirst, criticId, topicId, isRanked, entries }: ListContent) {
  return [slug, title, standfirst, criticId, topicId, isRanked, entries.map(({ workId, note }) => [workId, note])]
}
