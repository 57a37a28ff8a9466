import { z } from 'zod'
import { answer, forEditor } from '#app/api/desk/answers.ts'
import { searchWorksForList } from '#lib/lists/desk-queries.ts'

const schema = z.object({ q: z.string().trim().max(200).default(''), critic: z.uuid().nullable().default(null) })

/** Works to add to a list, with what readers would see of each. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const input = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!input.success) return answer(422, { code: 'invalid' })
    return answer(200, { found: await searchWorksForList(editor, input.data.q, input.data.critic) })
  })
}
