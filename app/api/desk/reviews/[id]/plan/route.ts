import { answer, forEditor } from '#app/api/desk/answers.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getReviewPlan } from '#lib/workflow/desk-queries.ts'

/** Where a review stands, who has it and until when, with what that can be changed to. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/desk/reviews/[id]/plan'>,
): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const plan = isId(id) ? await getReviewPlan(editor, id) : null
    return plan ? answer(200, plan) : answer(404, { code: 'not-found' })
  })
}
