'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { versionLimits } from '#lib/history/version-words.ts'
import type { RevisionEntry } from '#lib/reviews/desk-reviews.ts'
import styles from './history.module.css'

interface NameFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>
  reviewId: string
  entry: RevisionEntry
}

/** Gives a version a name, to find it by, and says why there is one. */
export function NameForm({ action, reviewId, entry }: NameFormProps) {
  const [answer, send] = useActionState(action, {})
  return (
    <details className={styles.naming}>
      <summary>{entry.name ? 'Change its name' : 'Give it a name'}</summary>
      <Form action={send} answer={answer}>
        <input type="hidden" name="id" value={reviewId} />
        <input type="hidden" name="revisionId" value={entry.id} />
        <TextField
          label="Name"
          name="name"
          defaultValue={entry.name}
          maxLength={versionLimits.name}
          description="Such as “Before the cut”. A version with a name is always kept."
          error={answer.fields?.name}
        />
        <TextField
          label="Why"
          name="note"
          defaultValue={entry.note}
          maxLength={versionLimits.note}
          error={answer.fields?.note}
        />
        <FormAnswer answer={answer}>
          <SubmitButton variant="plain">Save</SubmitButton>
        </FormAnswer>
      </Form>
    </details>
  )
}
