import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import { type ListRefusal, saveList } from '#lib/lists/commands.ts'
import { listLimits } from '#lib/lists/lists.ts'
import { saveListSchema } from '#lib/lists/lists-schema.ts'

const status: Record<ListRefusal['code'], number> = { 'not-found': 404, 'not-allowed': 403, stale: 409, invalid: 422 }

// Every entry with the longest note that it may have, in letters of three bytes, and what is around them.
const mostBytes = listLimits.entries * (listLimits.note * 3 + 100)

/** Saves a list. A route and not a server action: those take a megabyte at most, and die with their build while a page stands open. */
export async function PUT(request: Request, { params }: RouteContext<'/api/desk/lists/[id]'>): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const input = await readJson(request, mostBytes)
    if (input === undefined) return answer(413, { code: 'too-large' })
    const save = saveListSchema.safeParse(typeof input === 'object' && input !== null ? { ...input, id } : input)
    if (!save.success) {
      const [issue] = save.error.issues
      const [part, field, place] = issue?.path ?? []
      const where = field === 'entries' && typeof place === 'number' ? `Place ${place + 1}: ` : ''
      return answer(422, {
        code: 'invalid',
        field: part === 'content' ? field : part,
        problem: where + (issue?.message ?? 'This cannot be saved.'),
      })
    }
    const outcome = await saveList(editor, save.data)
    if (!outcome.ok) return answer(status[outcome.code], outcome)
    return answer(200, { version: outcome.version })
  })
}
