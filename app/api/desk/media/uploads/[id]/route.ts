import { answer, forEditor } from '#app/api/desk/answers.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { env } from '#lib/env.ts'
import { isFullDisk } from '#lib/media/commands.ts'
import { type Appended, appendToUpload, finishUpload, getUpload, removeUpload } from '#lib/media/uploads.ts'
import { noRoom, refusedFile, takeFile } from '../../take.ts'
import { abilities, empty, numberIn, otherVersion, told } from '../protocol.ts'

export const runtime = 'nodejs'
export const maxDuration = 120

type Context = RouteContext<'/api/desk/media/uploads/[id]'>

export async function OPTIONS(): Promise<Response> {
  return abilities()
}

/** How far an upload is. Somebody else's is not there. */
export async function HEAD(request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const refusal = otherVersion(request)
    if (refusal) return refusal
    const found = await getUpload(env().DATA_DIR, editor.id, (await params).id)
    if (!found) return empty(404)
    const { upload, offset } = found
    return empty(200, {
      'Upload-Offset': String(offset),
      'Upload-Length': String(upload.length),
      'Upload-Expires': new Date(upload.expiresAt).toUTCString(),
    })
  })
}

/** Takes the next bytes. The last of them end it: the answer is then that of an upload in one go, and is the same when it is asked for again. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const refusal = otherVersion(request)
    if (refusal) return refusal
    if (request.headers.get('content-type') !== 'application/offset+octet-stream') return empty(415)
    const offset = numberIn(request.headers.get('upload-offset'))
    if (offset === null) return empty(400)
    const { id } = await params
    try {
      const { body } = request
      const appended = await appendToUpload(env().DATA_DIR, editor.id, id, { offset, body })
      if (!appended.ok) return refused(appended)
      const headers = { 'Upload-Offset': String(appended.offset) }
      return appended.offset < appended.upload.length ? empty(204, headers) : await finish(editor, id, headers)
    } catch (error) {
      if (isFullDisk(error)) return told(answer(noRoom.status, noRoom.body))
      throw error
    }
  })
}

/** Gives an upload up; what had come of it is gone. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return forEditor(async editor => {
    const refusal = otherVersion(request)
    if (refusal) return refusal
    const { id } = await params
    if (!(await getUpload(env().DATA_DIR, editor.id, id))) return empty(404)
    await removeUpload(env().DATA_DIR, id)
    return empty(204)
  })
}

async function finish(editor: Editor, id: string, headers: Record<string, string>): Promise<Response> {
  const outcome = await finishUpload(env().DATA_DIR, editor.id, id, (upload, file) => takeFile(editor, upload, file))
  return outcome ? told(answer(outcome.status, outcome.body), headers) : empty(404)
}

function refused(appended: Extract<Appended, { ok: false }>): Response {
  if (appended.code === 'not-found') return empty(404)
  if (appended.code === 'wrong-offset') return empty(409, { 'Upload-Offset': String(appended.offset) })
  return told(refusedFile(appended.code))
}
