import { answer, readJson } from '#app/api/desk/answers.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { countAttempt, type LimitPurpose } from '#lib/auth/limits.ts'
import { addressInput } from '#lib/links/links-schema.ts'

/**
 * Runs the handler with the address that an editor wants fetched. Each fetch counts against what one person may ask for in an hour: what is
 * fetched goes out in the publication's name.
 */
export async function fetched(
  editor: Editor,
  request: Request,
  purpose: LimitPurpose,
  handle: (address: string) => Promise<Response>,
): Promise<Response> {
  const input = addressInput.safeParse(await readJson(request, 10_000))
  if (!input.success) return answer(422, { code: 'invalid', problem: 'This is no address.' })
  const seconds = await countAttempt(purpose, editor.id)
  return seconds > 0 ? tooMany(seconds) : handle(input.data.address)
}

export function tooMany(seconds: number): Response {
  const problem = `These were many in one hour. Go on in ${Math.ceil(seconds / 60)} minutes.`
  return answer(429, { code: 'too-many', problem })
}
