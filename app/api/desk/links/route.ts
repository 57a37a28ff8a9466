import { answer, forEditor } from '#app/api/desk/answers.ts'
import { searchTargets } from '#lib/links/desk-queries-targets.ts'
import { linkSearch } from '#lib/links/links-schema.ts'

/** Pages of ours that a link can lead to, as one types. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const input = linkSearch.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!input.success) return answer(422, { code: 'invalid' })
    return answer(200, { found: await searchTargets(editor, input.data.q) })
  })
}
