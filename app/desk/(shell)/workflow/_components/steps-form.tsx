'use client'
import { useActionState, useRef, useState } from 'react'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { moved } from '#components/ui/move-handle.tsx'
import { Select } from '#components/ui/select.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import type { Step } from '#lib/workflow/workflow.ts'
import type { StepsInput } from '#lib/workflow/workflow-schema.ts'
import { StepRow } from './step-row.tsx'
import styles from './steps.module.css'

export interface StepDraft extends Omit<Step, 'id'> {
  /** Null for a step that is new here. */
  id: string | null
  key: string
  count: number
}

interface StepsFormProps {
  steps: (Step & { count: number })[]
  seen: string
  action: (input: StepsInput) => Promise<FormState>
}

/** All the steps at once: nothing is changed before it is saved. */
export function StepsForm({ steps, seen, action }: StepsFormProps) {
  const [drafts, setDrafts] = useState<StepDraft[]>(() => steps.map(step => ({ ...step, key: step.id })))
  const [into, setInto] = useState<Record<string, string>>({})
  const added = useRef(0)
  const say = useStatus()
  const removed = steps.filter(({ id }) => !drafts.some(draft => draft.id === id))
  const targets = drafts.flatMap(({ id, name }) => (id ? [{ value: id, label: name || 'Without a name' }] : []))
  const [answer, save] = useActionState(async () => {
    const chosen = removed.map(({ id }) => [id, into[id] ?? targets[0]?.value ?? ''] as const)
    const outcome = await action({
      seen,
      steps: drafts.map(({ id, name, movers, isStart }) => ({ id, name, movers, isStart })),
      into: Object.fromEntries(chosen.filter(([, to]) => to !== '')),
    })
    // The saved steps are another form than this one: what is to be said outlives it.
    if (outcome.done) say('The steps are saved.')
    return outcome
  }, {})
  const change = (key: string, patch: Partial<StepDraft>) =>
    setDrafts(drafts.map(draft => (draft.key === key ? { ...draft, ...patch } : draft)))
  const add = () => {
    added.current += 1
    const fresh = {
      id: null,
      key: `new-${added.current}`,
      name: '',
      movers: ['owner', 'editor'],
      isStart: false,
      count: 0,
    } as const
    setDrafts([...drafts, { ...fresh, movers: [...fresh.movers] }])
  }
  return (
    <Form action={save} answer={answer}>
      <ol className={styles.steps}>
        {drafts.map((draft, index) => (
          <StepRow
            key={draft.key}
            {...{ draft, index, count: drafts.length }}
            onChange={patch => change(draft.key, patch)}
            onStart={() => setDrafts(drafts.map(each => ({ ...each, isStart: each.key === draft.key })))}
            onMove={to => setDrafts(moved(drafts, index, to))}
            onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
          />
        ))}
      </ol>
      <div>
        <Button onPress={add} isDisabled={drafts.length >= 12}>
          <Icon name="plus" /> Add a step
        </Button>
      </div>
      {removed.map(step => (
        <div key={step.id} className={styles.removed}>
          <Select
            label={`${step.name} is removed. ${step.count === 1 ? 'The review that stands there goes' : `The ${step.count} reviews that stand there go`} to`}
            options={targets}
            value={into[step.id] ?? targets[0]?.value ?? ''}
            onChange={event => setInto({ ...into, [step.id]: event.target.value })}
          />
          <Button variant="quiet" onPress={() => setDrafts([...drafts, { ...step, isStart: false, key: step.id }])}>
            Keep it
          </Button>
        </div>
      ))}
      <FormAnswer answer={answer}>
        <SubmitButton>Save the steps</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
