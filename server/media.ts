import type { IncomingMessage, ServerResponse } from 'node:http'
import { pictureFile } from '#lib/media/picture-file.ts'
import { mediaHeaders } from './headers.ts'
import { sendFile } from './send-file.ts'

/** Serves `/media/<name>` from the folder of uploads; false where there is no such picture. */
export function createMedia(options: { dataDir: string; siteUrl: string }) {
  const headers = mediaHeaders(options.siteUrl)
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> => {
    const picture = pictureFile(options.dataDir, path.slice('/media/'.length))
    if (!picture) return false
    return sendFile(request, response, picture.path, [['Content-Type', picture.type], ...headers])
  }
}
