import { answer, forEditor } from '#app/api/desk/answers.ts'
import { getNamesToCheck } from '#lib/names/desk-queries.ts'
import { nameSourcesSchema } from '#lib/names/names-schema.ts'

/** What the names of a review are checked against while it is written: those of its work, and of what it mentions. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const { searchParams } = new URL(request.url)
    const input = nameSourcesSchema.safeParse({
      workId: searchParams.get('work'),
      mentionIds: searchParams.getAll('mention'),
    })
    if (!input.success) return answer(422, { code: 'invalid' })
    return answer(200, await getNamesToCheck(editor, input.data))
  })
}
