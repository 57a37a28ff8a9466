import { answer, forEditor } from '#app/api/desk/answers.ts'
import { countAttempt } from '#lib/auth/limits.ts'
import { env } from '#lib/env.ts'
import { isFullDisk } from '#lib/media/commands.ts'
import { listLibrary } from '#lib/media/desk-queries-library.ts'
import { librarySearchSchema } from '#lib/media/library-schema.ts'
import { uploadTitleSchema } from '#lib/media/media-schema.ts'
import { receiveUpload } from '#lib/media/receive.ts'
import { noRoom, refusedFile, replacesOf, takeFile, tooOften } from './take.ts'

export const runtime = 'nodejs'
export const maxDuration = 120

/** Pictures that were uploaded before: those that fit what the address asks for, a page of them. */
export async function GET(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const { searchParams } = new URL(request.url)
    const search = librarySearchSchema.parse({
      ...{ q: searchParams.get('q') ?? '', filter: searchParams.get('filter') || null },
      ...{ place: searchParams.get('place') || null, after: searchParams.get('after') },
    })
    return answer(200, await listLibrary(editor, search))
  })
}

/** Takes a picture in one go: the file is the body, its name a parameter. (uploads/ takes one that may be broken off.) */
export async function POST(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const seconds = await countAttempt('upload:account', editor.id)
    if (seconds > 0) return tooOften(seconds)
    if (!request.body) return refusedFile('not-a-picture')
    const { searchParams } = new URL(request.url)
    const length = Number(request.headers.get('content-length')) || null
    try {
      const received = await receiveUpload(request.body, length, env().DATA_DIR)
      if (!received.ok) return refusedFile(received.code)
      try {
        const plan = {
          title: uploadTitleSchema.parse(searchParams.get('name') ?? ''),
          isAnother: searchParams.get('another') === '1',
          replaces: replacesOf(searchParams.get('replaces'), searchParams.get('version')),
        }
        const { status, body } = await takeFile(editor, plan, received.file)
        return answer(status, body)
      } finally {
        await received.remove()
      }
    } catch (error) {
      if (isFullDisk(error)) return answer(noRoom.status, noRoom.body)
      throw error
    }
  })
}
