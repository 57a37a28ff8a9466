import type { Picture } from '#lib/media/pictures.ts'
import { answers } from './reading.ts'

/** What the file chooser offers; the server looks at the bytes. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif'
const mostBytes = 20 * 1024 * 1024

/** Why a picture was not taken, in words for whoever chose it. */
export class UploadProblem extends Error {}

/**
 * Uploads a picture. `progress` is called with 0 to 1 while it goes out; 1 means that it is there and being made ready. Throws
 * UploadProblem with what to do. (XMLHttpRequest, because fetch tells nothing about what has gone out.)
 */
export function uploadPicture(file: File, progress: (part: number) => void): Promise<Picture> {
  if (file.size > mostBytes)
    return Promise.reject(new UploadProblem('The file is larger than 20 MB. Make it smaller and try again.'))
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/desk/media?name=${encodeURIComponent(file.name)}`)
    request.responseType = 'json'
    request.timeout = 180_000
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total)
    request.onerror = () =>
      reject(new UploadProblem(`“${file.name}” was not uploaded: there is no connection. Try again when there is.`))
    request.ontimeout = () => reject(new UploadProblem(`“${file.name}” took too long. Try again.`))
    request.onload = () => resolve(readUploaded(request.status, request.response))
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.send(file)
  })
}

async function readUploaded(status: number, body: unknown): Promise<Picture> {
  const { takenSchema, toldSchema } = await answers()
  const taken = takenSchema.safeParse(body)
  if (taken.success) return taken.data.picture
  const told = toldSchema.safeParse(body)
  throw new UploadProblem(told.success ? told.data.problem : problemOf(status))
}

function problemOf(status: number): string {
  if (status === 401) return 'You are signed out. Sign in again in another tab, then try once more.'
  if (status === 413) return 'The file is larger than 20 MB. Make it smaller and try again.'
  return 'The picture was not taken: the server did not manage. Try again.'
}

/** The pictures among files that were dropped, pasted or chosen. */
export function picturesIn(files: FileList | null | undefined): File[] {
  return [...(files ?? [])].filter(file => file.type.startsWith('image/'))
}

/** The words for any failure. */
export function uploadProblemText(error: unknown): string {
  return error instanceof UploadProblem ? error.message : 'The picture was not taken. Try again.'
}
