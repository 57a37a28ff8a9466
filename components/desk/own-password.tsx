'use client'
import { useState } from 'react'
import { PasswordField } from '#components/ui/password-field.tsx'

export interface OwnPasswordProps {
  /** Whether it was given too long ago. */
  isAsked: boolean
  problem?: string
  /** Whose it is, for password managers, where the page does not say. */
  email?: string
}

/** The own password, which is asked for again before what is grave: the field `confirmation` of a form. */
export function OwnPassword({ isAsked, problem, email }: OwnPasswordProps) {
  const [password, setPassword] = useState('')
  if (!isAsked && !problem) return null
  return (
    <>
      {email && <input type="text" autoComplete="username" value={email} readOnly hidden />}
      <PasswordField
        label="Your own password"
        description="Asked for again, because this is grave."
        name="confirmation"
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={problem}
      />
    </>
  )
}
