import type { Editor } from '#lib/auth/editor.ts'
import { lacksFactor } from '#lib/auth/factor-rule.ts'
import { currentEditor } from '#lib/auth/require-editor.ts'
import { buildHeader, currentBuild } from '#lib/build.ts'
import { databaseTrouble } from '#lib/db/trouble.ts'
import { log } from '#lib/log.ts'

// What the route handlers of the desk share. They answer fetches of the editor, so nobody is redirected: a status says it.

/** Runs the handler for whoever is signed in; anybody else gets 401, and 403 who has to set up a second factor first. Without a database it is 503, without room on its disk 507. */
export async function forEditor(handle: (editor: Editor) => Promise<Response>): Promise<Response> {
  try {
    const editor = await currentEditor()
    if (!editor) return answer(401, { code: 'signed-out' })
    if (await lacksFactor(editor)) return answer(403, { code: 'not-allowed' })
    return await handle(editor)
  } catch (error) {
    const trouble = databaseTrouble(error)
    if (!trouble) throw error
    log().error({ event: 'database.trouble', trouble, err: error }, 'the desk could not be answered')
    return trouble === 'full' ? answer(507, { code: 'disk-full' }) : answer(503, { code: 'database-away' })
  }
}

/** JSON that nobody keeps. */
export function answer(status: number, body: unknown): Response {
  const headers = new Headers({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' })
  headers.set(buildHeader, currentBuild())
  if (status === 503) headers.set('Retry-After', '5')
  return Response.json(body, { status, headers })
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
