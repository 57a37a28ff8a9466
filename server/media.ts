import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pictureFile, pictureTag } from '#lib/media/picture-file.ts'
import type { Storage } from '#lib/storage/storage.ts'
import { mediaHeaders } from './headers.ts'
import { sendFile } from './send-file.ts'

/** Serves `/media/<name>` from the storage of pictures, wherever that is; false where there is no such picture. */
export function createMedia(options: { storage: Pick<Storage, 'local'>; siteUrl: string }) {
  const headers = mediaHeaders(options.siteUrl)
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> => {
    const picture = pictureFile(path.slice('/media/'.length))
    const local = picture && (await options.storage.local(picture.key))
    const found = local && (await stat(local).catch(() => null))
    if (!picture || !local || !found) return false
    const etag = pictureTag(picture.key, found.size)
    return sendFile(request, response, local, [['Content-Type', picture.type], ...headers], etag)
  }
}
