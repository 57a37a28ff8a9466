'use client'
import type { ReactNode } from 'react'
import { OwnPassword } from '#components/desk/own-password.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer, type FormProps } from '#components/ui/form.tsx'

/** Whose account it is, and whether their password was given too long ago. */
export interface Own {
  email: string
  asksPassword: boolean
}

interface ConfirmedFormProps extends FormProps, Own {
  /** What the button does, in its words, and what it says meanwhile. */
  button: string
  pending?: string
  children: ReactNode
}

/** A form of the account that asks for the own password first. */
export function ConfirmedForm(props: ConfirmedFormProps) {
  const { action, answer, email, asksPassword, button, pending = 'One moment…', children } = props
  return (
    <Form action={action} answer={answer}>
      {children}
      <OwnPassword email={email} isAsked={asksPassword} problem={answer.fields?.confirmation} />
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain" pending={pending}>
          {button}
        </SubmitButton>
      </FormAnswer>
    </Form>
  )
}
