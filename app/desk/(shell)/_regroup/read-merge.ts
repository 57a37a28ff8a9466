import type { Editor } from '#lib/auth/editor.ts'
import { getRecordName, getSurvivor, previewMerge } from '#lib/regrouping/desk-queries.ts'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

type Query = Record<string, string | string[] | undefined>

/** What the address of a merge page asks for: this record, the one chosen beside it, and the preview; null when this one is not there. */
export async function readMerge(editor: Editor, noun: RegroupingNoun, id: string, query: Query) {
  if (!isId(id) || (await getSurvivor(editor, noun, id))) return null
  const name = await getRecordName(editor, noun, id)
  if (name === null) return null
  const record = { id, name }
  const otherId = typeof query.with === 'string' && isId(query.with) ? query.with : null
  if (!otherId) return { noun, record, other: null, preview: null }
  const isKept = query.keep === 'this'
  const [otherName, preview] = await Promise.all([
    getRecordName(editor, noun, otherId),
    previewMerge(editor, { noun, fromId: isKept ? otherId : id, intoId: isKept ? id : otherId }),
  ])
  return { noun, record, other: otherName === null ? null : { id: otherId, name: otherName }, preview }
}
