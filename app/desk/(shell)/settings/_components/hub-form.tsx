'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { changeHubAction } from '../telling-actions.ts'

/** The hub that is told of changes to feeds. What is stored may be written otherwise than it was typed, so it is shown as stored. */
export function HubForm({ hub }: { hub: string }) {
  const [typed, setTyped] = useState<string | null>(null)
  const [answer, action] = useActionState(async (before: FormState, form: FormData) => {
    const after = await changeHubAction(before, form)
    if (after.done) setTyped(null)
    return after
  }, {})
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="seen" value={hub} />
      <TextField
        label="Address of a WebSub hub"
        name="hub"
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        placeholder="https://hub.example.org/"
        description="A hub is a service that feed readers subscribe at: told of a change once, it passes the feed on to all of them within seconds. You can use anybody’s or run your own. Every feed names it. Empty for none."
        value={typed ?? hub}
        onChange={event => setTyped(event.target.value)}
        error={answer.fields?.hub}
      />
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain">Save</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
