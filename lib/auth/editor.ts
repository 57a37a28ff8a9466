import type { Role } from './policy.ts'

declare const signedIn: unique symbol

/**
 * Somebody who is signed in to the desk, as the database knows them at this request. Only `requireEditor()` (and the operator's
 * scripts, through `editorForScripts`) make one, so a desk query or command cannot be called without the check.
 */
export interface Editor {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** The byline of this person, when they have one. */
  readonly criticId: string | null
  /** IANA; null means the publication's. */
  readonly timeZone: string | null
  readonly sessionId: string
  readonly [signedIn]: true
}

/** Brands a checked account. Call it only where a session has just been checked, or the caller is the machine's operator. */
export function asEditor(account: Omit<Editor, typeof signedIn>): Editor {
  return account as Editor
}
