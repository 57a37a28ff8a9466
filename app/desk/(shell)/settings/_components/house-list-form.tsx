'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { useHouseActions } from './house-actions.tsx'

interface HouseListFormProps {
  name: 'badges' | 'affiliateDomains'
  label: string
  placeholder: string
  description: string
  entries: string[]
}

/** A list of the house, one entry to a line. What is stored may be written otherwise than it was typed, so it is shown as stored. */
export function HouseListForm({ name, label, placeholder, description, entries }: HouseListFormProps) {
  const { changeList } = useHouseActions()
  const stored = entries.join('\n')
  const [typed, setTyped] = useState<string | null>(null)
  const [answer, action] = useActionState(async (before: FormState, form: FormData) => {
    const after = await changeList(before, form)
    if (after.done) setTyped(null)
    return after
  }, {})
  const value = typed ?? stored
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="key" value={name} />
      <input type="hidden" name="seen" value={stored} />
      <TextArea
        label={label}
        name="value"
        rows={5}
        value={value}
        spellCheck={name === 'badges'}
        autoCapitalize={name === 'badges' ? 'sentences' : 'none'}
        placeholder={placeholder}
        description={description}
        onChange={event => setTyped(event.target.value)}
        error={answer.fields?.value}
      />
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain">Save</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
