import { answer, forEditor } from '#app/api/desk/answers.ts'
import { typedText } from '#lib/forms/query-schema.ts'
import { findAtDesk } from '#lib/search/desk-queries.ts'

/** What the palette finds by a name: reviews, works, people, lists, series. `?q=` is what was typed. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const typed = typedText.parse(new URL(request.url).searchParams.get('q') ?? '')
    return answer(200, { found: await findAtDesk(editor, typed) })
  })
}
