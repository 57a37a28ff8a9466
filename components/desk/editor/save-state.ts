import type { ReviewField } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { CopyProblem } from './safety-copy.ts'
import type { Stored, Unmanaged } from './save-client.ts'

// Where what was written is, as the editor knows it.

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** No connection, or the server did not manage; it is tried again. */
  | { kind: 'retrying'; reason: Unmanaged }
  /** Tried again too: they may have signed in again, here or in another window. */
  | { kind: 'signed-out' }
  /** Somebody else has signed in in this browser, under whose name this is not saved. */
  | { kind: 'another-account'; name: string }
  /** The review cannot be saved at all by this person any more. */
  | { kind: 'refused'; code: 'not-found' | 'not-allowed' | 'too-large' }
  /** The server has another version than the one this was made from. `base`: that one, where it is known. */
  | { kind: 'conflict'; theirs: Stored; base: ReviewContent | null; isRecovered?: boolean }

export interface SaveStatus {
  state: SaveState
  version: number
  /** ISO 8601, of the last save that went through. */
  savedAt: string
  /** Fields that were refused, and why; everything else is saved without them. */
  problems: Partial<Record<ReviewField, string>>
  /** Why this browser has no copy of what is not saved; null when it has one. */
  copyProblem: CopyProblem | null
}
