import { getCsrfToken, signIn } from 'next-auth/react'
import { minutesText } from '#lib/forms/form-state.ts'

const unreachable = 'The server did not answer. Your password was not checked; try again in a moment.'

/** What `signInWith` returns when the password is right and the account asks for a code as well. */
export const needsCode = 'needs-code'

/** Signs this browser in. Returns what went wrong, in words, `needsCode`, or null. */
export async function signInWith(email: string, password: string, code = ''): Promise<string | null> {
  try {
    // Asked first, because next-auth leaves the page when the server does not answer it.
    if (!(await getCsrfToken())) return unreachable
    const answer = await signIn('credentials', { email, password, code, redirect: false })
    return answer?.ok ? null : problemOf(answer?.error ?? '')
  } catch {
    return unreachable
  }
}

/** Signs this browser in with a passkey of the device. Returns what went wrong, in words, or null. */
export async function signInWithPasskey(): Promise<string | null> {
  try {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    const asked = await fetch('/api/passkey', { method: 'POST' })
    if (asked.status === 429) return problemOf(`wait:${asked.headers.get('Retry-After') ?? 60}`)
    if (!asked.ok) return 'Passkeys work only over https. Sign in with your password.'
    const response = await startAuthentication({ optionsJSON: await asked.json() }).catch(() => null)
    if (!response) return 'No passkey was given. Try again, or sign in with your password.'
    const answer = await signIn('passkey', { response: JSON.stringify(response), redirect: false })
    if (answer?.ok) return null
    return answer?.error === 'refused'
      ? 'This passkey opens nothing here any more. Sign in with your password.'
      : problemOf(answer?.error ?? '')
  } catch {
    return unreachable
  }
}

function problemOf(error: string): string {
  const wait = /^wait:(\d+)$/.exec(error)?.[1]
  if (wait) return `There were too many attempts. Wait ${minutesText(Number(wait))}, then try again.`
  if (error === 'code') return needsCode
  if (error === 'code:wrong')
    return 'This code is not the one, or was used already. Wait for the next one, then try again.'
  if (error === 'refused') return 'This address and this password do not belong together. Check both and try again.'
  return 'Signing in failed on the server. It is not your password; try again in a moment.'
}
