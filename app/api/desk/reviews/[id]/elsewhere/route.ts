import { answer, forEditor } from '#app/api/desk/answers.ts'
import { getElsewhere } from '#lib/elsewhere/desk-queries.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

/** What machines would be told of the working copy: asked after each save by the editor that shows it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/desk/reviews/[id]/elsewhere'>,
): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const elsewhere = isId(id) ? await getElsewhere(editor, id) : null
    return elsewhere ? answer(200, elsewhere) : answer(404, { code: 'not-found' })
  })
}
