'use client'
import { useState, useSyncExternalStore, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { signInWithPasskey } from './sign-in-with.ts'

/** Signing in with what the device knows, in place of password and code. Nothing where the browser has no passkeys. */
export function PasskeyButton({ onSignedIn }: { onSignedIn: () => void | Promise<void> }) {
  const [problem, setProblem] = useState('')
  const [isAsking, ask] = useTransition()
  if (!useHasPasskeys()) return null
  const press = () =>
    ask(async () => {
      const refused = await signInWithPasskey()
      setProblem(refused ?? '')
      if (refused === null) await onSignedIn()
    })
  return (
    <div>
      <Button variant="plain" pending={isAsking && 'Waiting for your device…'} onPress={press}>
        Use a passkey
      </Button>
      {problem && <Notice tone="problem">{problem}</Notice>}
    </div>
  )
}

/** Whether this browser has passkeys: not on the server, and not on a page without https. */
export function useHasPasskeys(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => typeof PublicKeyCredential === 'function',
    () => false,
  )
}
