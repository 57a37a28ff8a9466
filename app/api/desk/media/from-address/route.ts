import { answer, forEditor } from '#app/api/desk/answers.ts'
import { fetched } from '#app/api/desk/fetched.ts'
import { noRoom } from '#app/api/desk/media/take.ts'
import { takePicture } from '#lib/links/take-picture.ts'
import { isFullDisk } from '#lib/media/commands.ts'
import { refusalText } from '#lib/media/library.ts'

export const runtime = 'nodejs'
export const maxDuration = 120

const statuses = { 'not-allowed': 403, 'not-found': 404, unusable: 422, 'no-room': 507 } as const

/** Takes in a picture from an address: what a page that was pasted shows. */
export async function POST(request: Request): Promise<Response> {
  return forEditor(editor =>
    fetched(editor, request, 'upload:account', async address => {
      try {
        const outcome = await takePicture(editor, address)
        if (outcome.ok) return answer(201, outcome)
        if (outcome.code === 'unreachable') return answer(422, outcome)
        return answer(statuses[outcome.code], { ...outcome, problem: refusalText(outcome) })
      } catch (error) {
        if (isFullDisk(error)) return answer(noRoom.status, noRoom.body)
        throw error
      }
    }),
  )
}
