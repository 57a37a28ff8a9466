import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { mediaHeaders } from './headers.ts'
import { sendFile } from './send-file.ts'

// The names are ours, made at upload. Whatever else is asked for is not there.
const NAME = /^\/media\/([a-z0-9-]{1,200}\.(webp|jpg|png))$/
const TYPES = new Map([
  ['webp', 'image/webp'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
])

/** Serves `/media/<name>` from the folder of uploads; false where there is no such picture. */
export function createMedia(options: { dataDir: string; siteUrl: string }) {
  const folder = join(options.dataDir, 'media')
  const headers = mediaHeaders(options.siteUrl)
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> => {
    const [, name, type] = NAME.exec(path) ?? []
    if (!name || !type) return false
    const content = TYPES.get(type) ?? 'application/octet-stream'
    return sendFile(request, response, join(folder, name), [['Content-Type', content], ...headers])
  }
}
