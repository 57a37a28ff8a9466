import { answer } from '#app/api/desk/answers.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { uploadPicture } from '#lib/media/commands.ts'
import { replacePicture } from '#lib/media/commands-replace.ts'
import { notAPicture, tooLarge } from '#lib/media/files.ts'
import { type LibraryRefusal, refusalText } from '#lib/media/library.ts'
import type { UploadPlan } from '#lib/media/uploads.ts'

// What both ways of uploading end in, and how refusals are said.

export interface TakeOutcome {
  status: number
  body: Record<string, unknown>
}

/** Takes a file that has come whole: as a picture, or in place of the one that it replaces. */
export async function takeFile(
  editor: Editor,
  { title, isAnother, replaces }: Omit<UploadPlan, 'length'>,
  file: string,
): Promise<TakeOutcome> {
  const outcome = replaces
    ? await replacePicture(editor, replaces, { file, title })
    : await uploadPicture(editor, { file, title, isAnother })
  if (outcome.ok) return { status: 201, body: { ...outcome } }
  return { status: statuses[outcome.code], body: { ...outcome, problem: refusalText(outcome) } }
}

const statuses: Record<LibraryRefusal['code'], number> = {
  'not-found': 404,
  'not-allowed': 403,
  stale: 409,
  'in-use': 409,
  unusable: 422,
  'no-room': 507,
}

export const noRoom: TakeOutcome = {
  status: 507,
  body: { code: 'no-room', problem: refusalText({ ok: false, code: 'no-room' }) },
}

type ReceiveRefusal = 'too-large' | 'not-a-picture' | 'cut-off' | 'too-many'

/** What is said of a file that did not even come whole. */
export function refusedFile(code: ReceiveRefusal): Response {
  const [status, problem] = {
    'too-large': [413, tooLarge] as const,
    'not-a-picture': [415, notAPicture] as const,
    'cut-off': [400, 'The upload was cut off. Try again.'] as const,
    'too-many': [429, 'You have begun many uploads and not ended them. End them, or wait a day.'] as const,
  }[code]
  return answer(status, { code, problem })
}

export function tooOften(seconds: number): Response {
  const problem = `These were many pictures in one hour. Go on in ${Math.ceil(seconds / 60)} minutes.`
  return answer(429, { code: 'too-often', problem })
}

/** The picture that a file is to replace, as a request says it; null where it says none, or nonsense. */
export function replacesOf(id: string | null, version: string | null): UploadPlan['replaces'] {
  const number = Number(version)
  return id !== null && /^[0-9a-f-]{36}$/.test(id) && Number.isInteger(number) ? { id, version: number } : null
}
