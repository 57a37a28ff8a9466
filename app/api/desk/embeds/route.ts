import { answer, forEditor } from '#app/api/desk/answers.ts'
import { fetched } from '#app/api/desk/fetched.ts'
import { fetchEmbedDetails } from '#lib/links/embed-details.ts'

export const runtime = 'nodejs'
export const maxDuration = 60

/** What an address shows: its provider and id, and the title and picture that the provider tells. */
export async function POST(request: Request): Promise<Response> {
  return forEditor(editor =>
    fetched(editor, request, 'fetch:account', async address => {
      const outcome = await fetchEmbedDetails(editor, address)
      if (outcome.ok) return answer(200, outcome)
      if (outcome.code === 'unknown') return answer(422, outcome)
      return answer(403, { code: outcome.code, problem: 'Your account may not upload pictures.' })
    }),
  )
}
