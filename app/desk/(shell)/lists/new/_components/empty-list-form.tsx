'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { createListAction } from '../../actions.ts'

export function EmptyListForm() {
  const [answer, action] = useActionState(createListAction, {})
  return (
    <Form action={action} answer={answer}>
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain" pending="Opening…">
          Begin an empty list
        </SubmitButton>
      </FormAnswer>
    </Form>
  )
}
