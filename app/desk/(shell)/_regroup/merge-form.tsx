'use client'
import { useActionState } from 'react'
import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { mergeAction } from './actions.ts'

interface MergeFormProps {
  noun: RegroupingNoun
  from: { id: string; name: string }
  into: { id: string; name: string }
  seen: string
  /** The same merge the other way round. */
  otherWay: string
}

/** Confirms exactly the merge that was shown. */
export function MergeForm({ noun, from, into, seen, otherWay }: MergeFormProps) {
  const [answer, action] = useActionState(mergeAction, {})
  return (
    <Form action={action} answer={answer}>
      {Object.entries({ noun, fromId: from.id, intoId: into.id, seen }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormAnswer answer={answer}>
        <SubmitButton pending="Merging…">Merge into “{into.name}”</SubmitButton>
        <ButtonLink href={otherWay} variant="plain">
          Keep “{from.name}” instead
        </ButtonLink>
      </FormAnswer>
    </Form>
  )
}
