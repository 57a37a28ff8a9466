import { answer, forEditor } from '#app/api/desk/answers.ts'
import { sizeText } from '#lib/history/field-diff.ts'
import { getUnseen } from '#lib/reviews/desk-queries-history.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

/** How much readers have not seen of a review, in words. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/desk/reviews/[id]/changes'>,
): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const unseen = isId(id) ? await getUnseen(editor, id) : null
    if (!unseen) return answer(404, { code: 'not-found' })
    return answer(200, { version: unseen.version, size: unseen.difference ? sizeText(unseen.difference) : '' })
  })
}
