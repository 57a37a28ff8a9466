import { answer } from '#app/api/desk/answers.ts'
import { largestUpload } from '#lib/media/files.ts'
import { uploadTitleSchema } from '#lib/media/media-schema.ts'
import type { UploadPlan } from '#lib/media/uploads.ts'
import { replacesOf } from '../take.ts'

// The words of the tus protocol. https://tus.io/protocols/resumable-upload

const version = '1.0.0'

/** Adds to an answer what every answer of the protocol has. */
export function told(response: Response, headers: Record<string, string> = {}): Response {
  const all = { 'Tus-Resumable': version, 'Cache-Control': 'no-store', ...headers }
  for (const [name, value] of Object.entries(all)) response.headers.set(name, value)
  return response
}

export function empty(status: number, headers: Record<string, string> = {}): Response {
  return told(new Response(null, { status }), headers)
}

/** What this server can do, for clients that ask. */
export function abilities(): Response {
  return empty(204, {
    'Tus-Version': version,
    'Tus-Extension': 'creation,expiration,termination',
    'Tus-Max-Size': String(largestUpload),
  })
}

/** The refusal of a client that speaks another version; null for one that speaks ours. */
export function otherVersion(request: Request): Response | null {
  return request.headers.get('tus-resumable') === version ? null : empty(412, { 'Tus-Version': version })
}

/** What a client wants to send, or a refusal in words. */
export function planOf(request: Request): UploadPlan | Response {
  const length = numberIn(request.headers.get('upload-length'))
  if (length === null)
    return told(answer(400, { code: 'invalid', problem: 'Say how long the file is, with Upload-Length.' }))
  const words = metadataOf(request.headers.get('upload-metadata') ?? '')
  return {
    length,
    title: uploadTitleSchema.parse(words.get('filename') ?? ''),
    isAnother: words.get('another') === '1',
    replaces: replacesOf(words.get('replaces') ?? null, words.get('version') ?? null),
  }
}

/** A whole number that is not negative, as a header says it; null for anything else. */
export function numberIn(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** "filename aGVyLmpwZw==,another MQ==" */
function metadataOf(header: string): Map<string, string> {
  const pairs = header
    .split(',')
    .slice(0, 20)
    .map(pair => pair.trim().split(' '))
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]))
}
