import { answer, forEditor } from '#app/api/desk/answers.ts'
import { recognisePeople } from '#lib/works/desk-queries.ts'
import { namesSchema } from '#lib/works/works-schema.ts'

/** Who is known here by the names given as `name=…&name=…`. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const names = namesSchema.safeParse([...new Set(new URL(request.url).searchParams.getAll('name'))])
    return names.success
      ? answer(200, { people: await recognisePeople(editor, names.data) })
      : answer(422, { code: 'invalid' })
  })
}
