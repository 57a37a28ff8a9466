import { answer, forEditor } from '#app/api/desk/answers.ts'
import { drawVerdictCard } from '#lib/cards/draw.ts'
import { getCardToBe } from '#lib/elsewhere/desk-queries.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

/** The drawn card of the working copy: at an address of the desk, because a draft is nobody else's business. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/desk/reviews/[id]/card'>,
): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const content = isId(id) ? await getCardToBe(editor, id) : null
    if (!content) return answer(404, { code: 'not-found' })
    return new Response(new Uint8Array(await drawVerdictCard(content)), {
      headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' },
    })
  })
}
