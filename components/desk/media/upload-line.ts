import { z } from 'zod'
import { libraryPictureSchema } from '#lib/media/media-schema.ts'
import { LineLost, type Taken, type UploadLine, type UploadPlan, UploadRefused } from './upload-run.ts'

// Uploads that can be broken off, as the server offers them (tus 1.0.0, https://tus.io/protocols/resumable-upload).

const start = '/api/desk/media/uploads'
const always = { 'Tus-Resumable': '1.0.0' }

const takenSchema = z.object({ picture: libraryPictureSchema, duplicateOf: z.string().nullable().catch(null) })
const saidSchema = z.object({ problem: z.string(), picture: libraryPictureSchema.nullable().catch(null) })

export const uploadLine: UploadLine = {
  async begin(plan, size, signal) {
    const headers = { ...always, 'Upload-Length': String(size), 'Upload-Metadata': metadataOf(plan) }
    const response = await ask(start, { method: 'POST', headers, signal })
    const address = response.headers.get('Location')
    if (response.status !== 201 || !address) throw refusalOf(response.status, await response.json().catch(() => null))
    // Only our own path is taken from it: behind a proxy the server may not know what it is called outside.
    return new URL(address, location.href).pathname
  },
  async offset(address, signal) {
    const response = await ask(address, { method: 'HEAD', headers: always, signal })
    const offset = Number(response.headers.get('Upload-Offset') ?? Number.NaN)
    if (response.ok && Number.isInteger(offset)) return offset
    if (response.status === 404 || response.status === 410) return null
    throw refusalOf(response.status, null)
  },
  send: (address, { offset, bytes }, said, signal) =>
    new Promise((resolve, reject) => {
      // XMLHttpRequest, because fetch tells nothing about what has gone out.
      const request = new XMLHttpRequest()
      request.open('PATCH', address)
      request.timeout = 180_000
      for (const [name, value] of Object.entries(always)) request.setRequestHeader(name, value)
      request.setRequestHeader('Upload-Offset', String(offset))
      request.setRequestHeader('Content-Type', 'application/offset+octet-stream')
      request.upload.onprogress = event => said(event.loaded)
      request.onerror = request.ontimeout = request.onabort = () => reject(new LineLost())
      request.onload = () => {
        try {
          resolve(answerOf(request))
        } catch (error) {
          reject(error)
        }
      }
      signal.addEventListener('abort', () => request.abort(), { once: true })
      if (signal.aborted) reject(new LineLost())
      else request.send(bytes.size > 0 ? bytes : null)
    }),
}

/** Gives an upload up on the server; when it does not hear of it, it forgets it by itself after a day. */
export function dropUpload(address: string): void {
  void fetch(address, { method: 'DELETE', headers: always, keepalive: true }).catch(() => {})
}

function answerOf(request: XMLHttpRequest): number | Taken | null {
  const body = json(request.responseText)
  const taken = takenSchema.safeParse(body)
  if (request.status < 300 && taken.success)
    return { picture: taken.data.picture, wasThere: taken.data.duplicateOf !== null }
  const offset = Number(request.getResponseHeader('Upload-Offset') ?? Number.NaN)
  if (request.status === 204 && Number.isInteger(offset)) return offset
  // It stands elsewhere, or is gone: that is asked next. With words, it is a refusal of what the whole was for.
  if ((request.status === 409 || request.status === 404) && !saidSchema.safeParse(body).success) return null
  throw refusalOf(request.status, body)
}

function refusalOf(status: number, body: unknown): UploadRefused | LineLost {
  const said = saidSchema.safeParse(body)
  const canRetry = [401, 403, 429, 507].includes(status)
  if (said.success) return new UploadRefused(said.data.problem, { canRetry, picture: said.data.picture })
  if (status === 401)
    return new UploadRefused('You are signed out. Sign in again in another tab, then try again.', { canRetry })
  if (status === 403) return new UploadRefused('Your account may not upload pictures. Ask an editor.')
  if (status === 413) return new UploadRefused('The file is larger than what the server takes. Make it smaller.')
  if (status >= 500) return new LineLost()
  return new UploadRefused('The picture was not taken: the server did not understand. Reload the page and try again.', {
    canRetry: true,
  })
}

async function ask(address: string, init: RequestInit): Promise<Response> {
  return fetch(address, init).catch(() => {
    throw new LineLost()
  })
}

function metadataOf({ name, isAnother, replaces }: UploadPlan): string {
  const said: [string, string][] = [['filename', name]]
  if (isAnother) said.push(['another', '1'])
  if (replaces) said.push(['replaces', replaces.id], ['version', String(replaces.version)])
  return said.map(([key, value]) => `${key} ${base64(value)}`).join(',')
}

/** Of the text's UTF-8: names of files are in every script. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text.toWellFormed())))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
