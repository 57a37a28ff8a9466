import { answer, forEditor } from '#app/api/desk/answers.ts'
import { countAttempt } from '#lib/auth/limits.ts'
import { can } from '#lib/auth/policy.ts'
import { env } from '#lib/env.ts'
import { isFullDisk } from '#lib/media/commands.ts'
import { createUpload } from '#lib/media/uploads.ts'
import { noRoom, refusedFile, tooOften } from '../take.ts'
import { abilities, empty, otherVersion, planOf, told } from './protocol.ts'

export const runtime = 'nodejs'

export async function OPTIONS(): Promise<Response> {
  return abilities()
}

/** Begins an upload that can be broken off and gone on with. */
export async function POST(request: Request): Promise<Response> {
  return forEditor(async editor => {
    const refusal = otherVersion(request)
    if (refusal) return refusal
    if (!can(editor, 'media.upload')) return told(answer(403, { code: 'not-allowed' }))
    const seconds = await countAttempt('upload:account', editor.id)
    if (seconds > 0) return told(tooOften(seconds))
    const plan = planOf(request)
    if (plan instanceof Response) return plan
    try {
      const begun = await createUpload(env().DATA_DIR, editor.id, plan)
      if (!begun.ok) return told(refusedFile(begun.code))
      const { id, expiresAt } = begun.upload
      return empty(201, {
        Location: `/api/desk/media/uploads/${id}`,
        'Upload-Offset': '0',
        'Upload-Expires': new Date(expiresAt).toUTCString(),
      })
    } catch (error) {
      if (isFullDisk(error)) return told(answer(noRoom.status, noRoom.body))
      throw error
    }
  })
}
