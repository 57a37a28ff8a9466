'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { testMailAction } from '../actions.ts'

export function TestMail() {
  const [answer, action] = useActionState(testMailAction, {})
  return (
    <Form action={action} answer={answer}>
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain" pending="Sending…">
          Send me a test
        </SubmitButton>
      </FormAnswer>
    </Form>
  )
}
