'use server'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { sessionCookie } from '#lib/auth/options.ts'
import { requireAccount, requireEditor } from '#lib/auth/require-editor.ts'
import { endSession } from '#lib/auth/sessions.ts'
import { createReview } from '#lib/reviews/commands.ts'

/** Begins a review and opens it. */
export async function createReviewAction(): Promise<void> {
  const editor = await requireEditor()
  const outcome = await createReview(editor)
  // Every role may write, so a refusal is a fault of ours and goes to the error page.
  if (!outcome.ok) throw new Error(`A review could not be begun: ${outcome.code}`)
  redirect(`/desk/reviews/${outcome.id}`)
}

/** Ends the session in the database, whatever becomes of the cookie, and takes the cookie away. */
export async function signOutAction(): Promise<void> {
  const editor = await requireAccount()
  await endSession(editor, editor.sessionId)
  const store = await cookies()
  store.set({ ...sessionCookie(), value: '', maxAge: 0 })
  redirect('/desk/sign-in?signed-out=1')
}
