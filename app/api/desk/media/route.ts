import { answer, forEditor } from '#app/api/desk/answers.ts'
import { countAttempt } from '#lib/auth/limits.ts'
import { env } from '#lib/env.ts'
import { isFullDisk, type UploadRefusal, uploadPicture } from '#lib/media/commands.ts'
import { listPictures } from '#lib/media/desk-queries.ts'
import { uploadNameSchema } from '#lib/media/media-schema.ts'
import { type Received, receiveUpload } from '#lib/media/receive.ts'

export const runtime = 'nodejs'
export const maxDuration = 120

/** Pictures that were uploaded before. */
export async function GET(): Promise<Response> {
  return forEditor(async editor => answer(200, { pictures: await listPictures(editor) }))
}

/** Takes a picture: the file is the body, its name a parameter. */
export async function POST(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const seconds = await countAttempt('upload:account', editor.id)
    if (seconds > 0)
      return refused(429, `These were many pictures in one hour. Go on in ${Math.ceil(seconds / 60)} minutes.`)
    if (!request.body) return refused(415, notAPicture)
    const length = Number(request.headers.get('content-length')) || null
    try {
      const received = await receiveUpload(request.body, length, env().DATA_DIR)
      if (!received.ok) return refusedFile(received.code)
      try {
        const hint = uploadNameSchema.parse(new URL(request.url).searchParams.get('name'))
        const outcome = await uploadPicture(editor, { file: received.file, hint })
        return outcome.ok ? answer(201, outcome) : refusedPicture(outcome)
      } finally {
        await received.remove()
      }
    } catch (error) {
      if (isFullDisk(error)) return refused(507, noRoom)
      throw error
    }
  })
}

const notAPicture = 'This is not a JPEG, PNG, WebP or GIF picture.'
const noRoom = 'The server has no room for pictures left. Your text is still saved; tell whoever runs it.'

function refusedFile(code: Extract<Received, { ok: false }>['code']): Response {
  if (code === 'too-large') return refused(413, 'The file is larger than 20 MB. Make it smaller and try again.')
  return code === 'not-a-picture' ? refused(415, notAPicture) : refused(400, 'The upload was cut off. Try again.')
}

function refusedPicture(outcome: UploadRefusal): Response {
  if (outcome.code === 'unusable') return refused(422, outcome.problem)
  if (outcome.code === 'no-room') return refused(507, noRoom)
  return refused(403, 'Your account may not upload pictures.')
}

function refused(status: number, problem: string): Response {
  return answer(status, { code: 'refused', problem })
}
