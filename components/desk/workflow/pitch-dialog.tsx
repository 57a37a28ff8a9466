'use client'
import { useActionState, useState } from 'react'
import { findWorks } from '#components/desk/editor/desk-client.ts'
import { detailOf } from '#components/desk/works/likely-works.tsx'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { FormState } from '#lib/forms/form-state.ts'

type PitchAction = (state: FormState, form: FormData) => Promise<FormState>

/** Says what should be reviewed, and why: it becomes a review in the first step. */
export function PitchDialog({ action }: { action: PitchAction }) {
  return (
    <Dialog title="Pitch a review" trigger={<Button variant="primary">Pitch a review</Button>} isQuestion>
      {close => <PitchForm action={action} close={close} />}
    </Dialog>
  )
}

function PitchForm({ action, close }: { action: PitchAction; close: () => void }) {
  const [pitch, setPitch] = useState({ title: '', why: '' })
  const [work, setWork] = useState<{ id: string; name: string } | null>(null)
  const [answer, submit] = useActionState(action, {})
  const field = (name: keyof typeof pitch) => ({
    name,
    value: pitch[name],
    onChange: (event: { target: { value: string } }) => setPitch({ ...pitch, [name]: event.target.value }),
    error: answer.fields?.[name],
  })
  return (
    <Form action={submit} answer={answer}>
      <TextField
        label="Headline"
        description="What you would call it now."
        required
        maxLength={200}
        {...field('title')}
      />
      <ComboBox
        label="Work"
        description="It can be chosen later."
        placeholder="Search by title"
        value={work}
        load={async (query, signal) =>
          (await findWorks(query, signal)).map(found => ({ id: found.id, name: found.title, detail: detailOf(found) }))
        }
        onChange={setWork}
      />
      <input type="hidden" name="workId" value={work?.id ?? ''} />
      <TextArea label="Why we should review it" required maxLength={2_000} {...field('why')} />
      {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
      <DialogActions>
        <Button variant="quiet" onPress={close}>
          Leave it
        </Button>
        <SubmitButton pending="Pitching…">Pitch it</SubmitButton>
      </DialogActions>
    </Form>
  )
}
