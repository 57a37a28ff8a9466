import { answer, forEditor, readJson } from '#app/api/desk/answers.ts'
import type { Editor } from '#lib/auth/editor.ts'
import {
  askForPen,
  declinePen,
  enterReview,
  givePen,
  keepPresence,
  leaveReview,
  type PresenceOutcome,
  settlePen,
  takeOver,
} from '#lib/presence/commands.ts'
import { getPresence } from '#lib/presence/desk-queries.ts'
import { watchPresence } from '#lib/presence/desk-queries-live.ts'
import { type PresenceRefusal, type PresenceVerb, presenceVerbSchema } from '#lib/presence/presence-schema.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'

type Context = RouteContext<'/api/desk/reviews/[id]/presence'>

/** Who is in the review, as it changes: server-sent events, until the window closes, the session ends or the server stops. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const window = new URL(request.url).searchParams.get('window') ?? ''
    // Settled before the first byte: who may not read the review gets none of the stream.
    const presence = isId(id) && isId(window) ? await getPresence(editor, { reviewId: id, window }) : null
    if (!presence) return answer(404, { code: 'not-found' })
    return new Response(events(editor, { reviewId: id, window }, request.signal), { headers })
  })
}

/** What a window tells the server: that it is there, and what it asks for. A route, so that a closing page can say that it leaves. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const { id } = await params
    const input = presenceVerbSchema.safeParse(await readJson(request, 4_096))
    if (!isId(id)) return answer(404, { code: 'not-found' })
    if (!input.success) return answer(422, { code: 'invalid', problem: input.error.issues[0]?.message })
    const outcome = await run(editor, id, input.data)
    return answer(outcome.ok ? 200 : status[outcome.code], outcome)
  })
}

const status: Record<PresenceRefusal, number> = {
  'not-found': 404,
  'not-allowed': 403,
  'not-yet': 409,
  'word-needed': 409,
  'no-pen': 409,
}

function run(editor: Editor, reviewId: string, input: PresenceVerb): Promise<PresenceOutcome> {
  switch (input.verb) {
    case 'enter':
      return enterReview(editor, { ...input, reviewId })
    case 'keep':
      return keepPresence(editor, { ...input, reviewId })
    case 'leave':
      return leaveReview(editor, { ...input, reviewId })
    case 'ask':
      return askForPen(editor, { ...input, reviewId })
    case 'give':
      return givePen(editor, { ...input, reviewId })
    case 'decline':
      return declinePen(editor, { ...input, reviewId })
    case 'take-over':
      return takeOver(editor, { ...input, reviewId })
    case 'settle':
      return settlePen(editor, { ...input, reviewId })
  }
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform: a proxy that compresses would keep the events until it has enough of them. The last one is nginx's own switch.
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Robots-Tag': 'noindex',
}

// Proxies end connections on which nothing happens, and a window that is gone is only noticed when it is written to.
const breath = 15_000

function events(
  editor: Editor,
  at: { reviewId: string; window: string },
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const undo: (() => void)[] = []
  let isOpen = true
  const stop = () => {
    isOpen = false
    for (const each of undo.splice(0)) each()
  }
  return new ReadableStream({
    start(controller) {
      const send = (text: string) => isOpen && controller.enqueue(encoder.encode(text))
      const close = () => {
        if (isOpen) controller.close()
        stop()
      }
      const breathing = setInterval(() => send(': still here\n\n'), breath)
      undo.push(() => clearInterval(breathing))
      const watching = watchPresence(editor, at, news => {
        send(`event: ${news.kind}\ndata: ${JSON.stringify(news.kind === 'presence' ? news.presence : news.reason)}\n\n`)
        if (news.kind === 'end') close()
      })
      undo.push(watching.stop)
      signal.addEventListener('abort', close)
      if (signal.aborted || !isOpen) stop()
    },
    cancel: stop,
  })
}
