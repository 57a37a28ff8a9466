import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { endPreview, sharePreview } from '#lib/previews/commands.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { scheduleReview, setEmbargo, timingProblem, unscheduleReview } from '#lib/schedule/commands.ts'
import { getTiming } from '#lib/schedule/desk-queries.ts'
import { type TimingVerb, timingVerbSchema } from '#lib/schedule/schedule-schema.ts'

type Context = RouteContext<'/api/desk/reviews/[id]/timing'>

/** What is planned for a review, as the panel beside its text shows it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const timing = isId(id) ? await getTiming(editor, id) : null
    return timing ? answer(200, timing) : answer(404, { code: 'not-found' })
  })
}

/** Changes it, and answers what is planned then. A link that is made is in the answer to that, and nowhere else. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const input = timingVerbSchema.safeParse(await readJson(request, 4_096))
    if (!isId(id)) return answer(404, { code: 'not-found' })
    if (!input.success) return answer(422, { problem: input.error.issues[0]?.message ?? 'This cannot be planned.' })
    const outcome = await run(editor, id, input.data)
    if (!outcome.ok) return answer(outcome.code === 'not-found' ? 404 : 409, { problem: timingProblem(outcome) })
    return answer(200, { timing: await getTiming(editor, id), link: 'link' in outcome ? outcome.link : null })
  })
}

function run(editor: Editor, id: string, input: TimingVerb) {
  switch (input.verb) {
    case 'schedule':
      return scheduleReview(editor, { id, what: input.what, wall: input.wall })
    case 'unschedule':
      return unscheduleReview(editor, { id, what: input.what })
    case 'embargo':
      return setEmbargo(editor, { id, wall: input.wall, note: input.note, reason: input.reason })
    case 'no-embargo':
      return setEmbargo(editor, { id, wall: null, note: '', reason: input.reason })
    case 'share':
      return sharePreview(editor, { id, name: input.name, days: input.days })
    case 'unshare':
      return endPreview(editor, { id, linkId: input.linkId })
  }
}
