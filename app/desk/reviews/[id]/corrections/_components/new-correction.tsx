'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { correctionLimit } from '#lib/corrections/corrections.ts'
import type { FormState } from '#lib/forms/form-state.ts'
import { addCorrectionAction } from '../actions.ts'

/** Says one more correction. What was typed stays until it is public. */
export function NewCorrection({
  reviewId,
  livePath,
  begun,
}: {
  reviewId: string
  livePath: string | null
  /** Words to begin with. */
  begun: string
}) {
  const [text, setText] = useState(begun)
  const [answer, action] = useActionState(async (before: FormState, form: FormData) => {
    const after = await addCorrectionAction(before, form)
    if (after.done) setText('')
    return after
  }, {})
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="reviewId" value={reviewId} />
      <TextArea
        label="What was wrong, and what is right"
        name="text"
        rows={3}
        required
        maxLength={correctionLimit}
        value={text}
        onChange={event => setText(event.target.value)}
        placeholder="An earlier version of this review misspelt the name of Scarlett Johansson."
        description={`Public at once, with today’s date, ${livePath ? 'under the review and on the page of corrections' : 'on the page of corrections; the review itself is not live'}. Its words cannot be changed afterwards. Put the text of the review right as well.`}
        error={answer.fields?.text}
      />
      <FormAnswer answer={answer}>
        <SubmitButton pending="Publishing…">Publish the correction</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
