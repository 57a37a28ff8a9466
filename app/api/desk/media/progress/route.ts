import { answer, forEditor } from '#app/api/desk/answers.ts'
import { listProgress } from '#lib/media/desk-queries-library.ts'
import { progressSchema } from '#lib/media/library-schema.ts'

/** How far the files of pictures are, for a desk that waits for them. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const ids = progressSchema.parse(new URL(request.url).searchParams.get('ids') ?? '')
    return answer(200, { pictures: await listProgress(editor, ids) })
  })
}
