'use client'
import { useState } from 'react'
import { PasswordField } from '#components/ui/password-field.tsx'

/** The own password, where it was given too long ago, with the address for password managers. */
export function OwnPassword({
  email,
  isAsked,
  problem,
}: {
  email: string
  isAsked: boolean
  problem: string | undefined
}) {
  const [password, setPassword] = useState('')
  if (!isAsked && !problem) return null
  return (
    <>
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Your own password"
        name="confirmation"
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
        error={problem}
      />
    </>
  )
}
