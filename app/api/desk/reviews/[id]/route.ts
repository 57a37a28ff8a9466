import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import { type Refusal, saveReview } from '#lib/reviews/commands.ts'
import { getDeskReview } from '#lib/reviews/desk-queries-review.ts'
import { isId, saveReviewSchema } from '#lib/reviews/reviews-schema.ts'

const status: Record<Refusal['code'], number> = { 'not-found': 404, 'not-allowed': 403, stale: 409, invalid: 422 }

// The text may have 1 MB; what is around it is small.
const mostBytes = 1_500_000

/** What is stored now, for an editor that comes back to a page that stood open. */
export async function GET(_request: Request, { params }: RouteContext<'/api/desk/reviews/[id]'>): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const review = isId(id) ? await getDeskReview(editor, id) : null
    if (!review) return answer(404, { code: 'not-found' })
    return answer(200, review)
  })
}

/**
 * Saves a review. A route and not a server action: a save has to work while the page is closing (keepalive), beside other actions,
 * across a deployment (an action's id dies with its build), and to tell "no connection" from "refused".
 */
export async function PUT(request: Request, { params }: RouteContext<'/api/desk/reviews/[id]'>): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const input = await readJson(request, mostBytes)
    if (input === undefined) return answer(413, { code: 'too-large' })
    const save = saveReviewSchema.safeParse(typeof input === 'object' && input !== null ? { ...input, id } : input)
    if (!save.success) {
      const [issue] = save.error.issues
      const [part, field] = issue?.path ?? []
      return answer(422, {
        code: 'invalid',
        field: part === 'content' ? field : part,
        problem: issue?.message ?? 'This cannot be saved.',
      })
    }
    const { editorId, ...asked } = save.data
    // Somebody else has signed in since the page was loaded: what was written before is not theirs to save.
    if (editorId && editorId !== editor.id) return answer(403, { code: 'another-account', name: editor.name })
    const outcome = await saveReview(editor, asked)
    if (outcome.ok) return answer(200, outcome)
    // Of a lost race both texts are told.
    const yours = outcome.code === 'stale' ? { yours: asked.content } : {}
    return answer(status[outcome.code], { ...outcome, ...yours })
  })
}
