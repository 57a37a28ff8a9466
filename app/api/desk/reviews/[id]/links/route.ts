import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import { tooMany } from '#app/api/desk/fetched.ts'
import { countAttempt } from '#lib/auth/limits.ts'
import { checkLinks } from '#lib/links/commands.ts'
import { listLinks } from '#lib/links/desk-queries.ts'
import { checkInput } from '#lib/links/links-schema.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

/** The links of the review as it is stored, and how each stands. */
export async function GET(_: Request, { params }: RouteContext<'/api/desk/reviews/[id]/links'>): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const links = isId(id) ? await listLinks(editor, id) : null
    return links ? answer(200, { links }) : answer(404, { code: 'not-found' })
  })
}

/** Has them checked. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/api/desk/reviews/[id]/links'>,
): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const input = checkInput.safeParse(await readJson(request, 1_000))
    if (!input.success) return answer(422, { code: 'invalid' })
    const seconds = await countAttempt('fetch:account', editor.id)
    if (seconds > 0) return tooMany(seconds)
    const links = isId(id) ? await checkLinks(editor, { reviewId: id, again: input.data.again }) : null
    return links ? answer(200, { links }) : answer(404, { code: 'not-found' })
  })
}
