import { z } from 'zod'
import type { DeskNotes } from '#lib/notes/notes.ts'
import { type NoteVerb, notesSchema } from '#lib/notes/notes-schema.ts'
import { readDesk, tellDesk } from '../desk-fetch.ts'

export type Sent = { ok: true; missed: string[]; beside: DeskNotes } | { ok: false; problem: string }

const doneSchema = z.object({ missed: z.array(z.string()), beside: notesSchema })
const refusalSchema = z.object({ code: z.string(), problem: z.string().optional() })

/** What stands beside the text; null when it cannot be told. */
export function fetchNotes(reviewId: string): Promise<DeskNotes | null> {
  return readDesk(pathOf(reviewId), notesSchema)
}

/** Does something beside the text; never throws. `isLast`: the page is closing, and nobody will hear the answer. */
export async function sendNote(reviewId: string, verb: NoteVerb, isLast = false): Promise<Sent> {
  try {
    const response = await tellDesk(pathOf(reviewId), verb, { isLast })
    if (response.ok) return { ok: true, ...doneSchema.parse(await response.json()) }
    const { code, problem } = refusalSchema.parse(await response.json())
    return { ok: false, problem: problem ?? problems[code] ?? problems.unknown ?? '' }
  } catch {
    return { ok: false, problem: 'No answer from the server. Nothing was lost: try again.' }
  }
}

const problems: Record<string, string> = {
  'not-found': 'This is not there any more, or is not yours to see.',
  'not-allowed': 'Your role does not allow this. Ask an editor.',
  gone: 'These words are not in the text any more, as it is saved. Select them again.',
  settled: 'Somebody has settled this meanwhile.',
  stale: 'The review has been saved meanwhile. Look at it as it is now, then try again.',
  'too-many': 'There are too many open notes on this review. Settle some first.',
  'signed-out': 'You are signed out. Sign in again in another tab, then try again.',
  'database-away': 'The database cannot be reached at the moment. Nothing was lost: try again.',
  unknown: 'Something went wrong on the server. Nothing was lost: try again.',
}

function pathOf(reviewId: string): string {
  return `/api/desk/reviews/${reviewId}/notes`
}
