import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import type { Editor } from '#lib/auth/editor.ts'
import {
  addComment,
  deleteComment,
  editComment,
  type NoteOutcome,
  type NoteRefusal,
  reopenNote,
  replyToNote,
  resolveNote,
} from '#lib/notes/commands.ts'
import { answerScore, proposeScore } from '#lib/notes/commands-score.ts'
import { acceptSuggestions, rejectSuggestions, suggestEdits } from '#lib/notes/commands-suggest.ts'
import { getNotes } from '#lib/notes/desk-queries.ts'
import { type NoteVerb, noteVerbSchema } from '#lib/notes/notes-schema.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

type Context = RouteContext<'/api/desk/reviews/[id]/notes'>

/** What stands beside the text: comments, suggestions, a score that waits for its critic. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const notes = isId(id) ? await getNotes(editor, id) : null
    return notes ? answer(200, notes) : answer(404, { code: 'not-found' })
  })
}

// Two hundred suggestions with what stands around them.
const mostBytes = 1_000_000

/** Does one of the verbs, and answers with everything that stands beside the text then. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const body = await readJson(request, mostBytes)
    if (!isId(id)) return answer(404, { code: 'not-found' })
    const input = noteVerbSchema.safeParse(body)
    if (!input.success) return answer(422, { code: 'invalid', problem: input.error.issues[0]?.message })
    const outcome = await run(editor, id, input.data)
    if (!outcome.ok) return answer(status[outcome.code], outcome)
    return answer(200, { missed: outcome.missed ?? [], beside: await getNotes(editor, id) })
  })
}

const status: Record<NoteRefusal['code'], number> = {
  'not-found': 404,
  'not-allowed': 403,
  gone: 409,
  settled: 409,
  stale: 409,
  'too-many': 422,
  invalid: 422,
}

function run(editor: Editor, reviewId: string, input: NoteVerb): Promise<NoteOutcome> {
  switch (input.verb) {
    case 'comment':
      return addComment(editor, reviewId, input)
    case 'reply':
      return replyToNote(editor, reviewId, input)
    case 'edit':
      return editComment(editor, reviewId, input)
    case 'delete':
      return deleteComment(editor, reviewId, input)
    case 'resolve':
      return resolveNote(editor, reviewId, input)
    case 'reopen':
      return reopenNote(editor, reviewId, input)
    case 'suggest':
      return suggestEdits(editor, reviewId, input)
    case 'accept':
      return acceptSuggestions(editor, reviewId, input)
    case 'reject':
      return rejectSuggestions(editor, reviewId, input)
    case 'propose-score':
      return proposeScore(editor, reviewId, input)
    case 'answer-score':
      return answerScore(editor, reviewId, input)
  }
}
