import { answer, forEditor } from '#app/api/desk/answers.ts'
import { fetched } from '#app/api/desk/fetched.ts'
import { fetchTitle } from '#lib/links/outside-page.ts'

export const runtime = 'nodejs'

/** What a page of another site is called; empty when it does not say, or does not answer. */
export async function POST(request: Request): Promise<Response> {
  return forEditor(editor =>
    fetched(editor, request, 'fetch:account', async address =>
      answer(200, { title: await fetchTitle(editor, address) }),
    ),
  )
}
