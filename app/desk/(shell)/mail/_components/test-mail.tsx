'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { testMailAction } from '../actions.ts'

export function TestMail() {
  const [{ said }, action] = useActionState(testMailAction, { said: '' })
  return (
    <form action={action}>
      <SubmitButton variant="plain" pending="Sending…">
        Send me a test
      </SubmitButton>
      <p role="status">{said}</p>
    </form>
  )
}
