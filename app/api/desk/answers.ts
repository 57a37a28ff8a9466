import type { Editor } from '#lib/auth/editor.ts'
import { currentEditor } from '#lib/auth/require-editor.ts'

// What the route handlers of the desk share. They answer fetches of the editor, so nobody is redirected: a status says it.

/** Runs the handler for whoever is signed in; anybody else gets 401. */
export async function forEditor(handle: (editor: Editor) => Promise<Response>): Promise<Response> {
  const editor = await currentEditor()
  return editor ? handle(editor) : answer(401, { code: 'signed-out' })
}

/** JSON that nobody keeps. */
export function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' } })
}

/** The JSON of a request, at most `most` bytes of it; undefined when there is more, or it is no JSON. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > most || !request.body) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > most) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
