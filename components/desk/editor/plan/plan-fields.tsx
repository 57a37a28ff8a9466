'use client'
import { useCallback, useEffect, useState } from 'react'
import { usePlan } from '#components/desk/workflow/plan-provider.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { StatusLine } from '#components/ui/status-line.tsx'
import type { ReviewPlan } from '#lib/workflow/desk-queries.ts'
import { dueText, isLate, type Plan, priorities, priorityName } from '#lib/workflow/workflow.ts'
import { useEditorDesk } from '../editor-context.tsx'
import { getPlan } from './plan-client.ts'

/** Where the review stands, who has it, until when, and why it was pitched. Changed at once, beside the saving of the text. */
export function PlanFields() {
  const { review } = useEditorDesk()
  const [plan, setPlan] = useState<ReviewPlan | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const load = useCallback(async () => {
    const next = await getPlan(review.id)
    setFailed(next === null)
    if (next) setPlan(next)
  }, [review.id])
  useEffect(() => {
    load()
  }, [load])
  // The page is not read anew: what is being written here is newer than it.
  const change = usePlan(load)
  if (!plan)
    return hasFailed ? (
      <Notice tone="problem" actions={<Button onPress={load}>Try again</Button>}>
        <p>Where the review stands could not be read.</p>
      </Notice>
    ) : null
  const set = async (patch: Partial<Plan>) => {
    setBusy(true)
    setPlan({ ...plan, plan: { ...plan.plan, ...patch } })
    await change([{ id: review.id, version: plan.plan.version, ...patch }])
    setBusy(false)
  }
  return (
    <>
      <Fields plan={plan} isBusy={isBusy} set={set} />
      {/* The editor's bar has none: what was done, and its undoing, is said here. */}
      <StatusLine />
    </>
  )
}

interface FieldsProps {
  plan: ReviewPlan
  isBusy: boolean
  set: (patch: Partial<Plan>) => void
}

function Fields({
  plan: { plan, steps, into, people, assignee, pitch, isLive, mayMove, mayPlan, today },
  isBusy,
  set,
}: FieldsProps) {
  const offered = steps.filter(({ id }) => id === plan.stepId || into.includes(id))
  const known = people.some(({ id }) => id === plan.assigneeId) || plan.assigneeId === null
  const whose = known ? people : [...people, { id: plan.assigneeId ?? '', name: assignee ?? 'Somebody' }]
  return (
    <>
      {pitch && (
        <blockquote>
          <p>{pitch}</p>
        </blockquote>
      )}
      <Select
        label="Step"
        description={isLive ? 'It is live. It stands in a step again when it is retracted.' : undefined}
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value={plan.stepId}
        disabled={!mayMove || isBusy}
        onChange={event => set({ stepId: event.target.value })}
      />
      <Select
        label="Given to"
        placeholder="Nobody"
        options={whose.map(({ id, name }) => ({ value: id, label: name }))}
        value={plan.assigneeId ?? ''}
        disabled={!mayPlan || isBusy}
        onChange={event => set({ assigneeId: event.target.value || null })}
      />
      <DueField key={plan.dueOn} dueOn={plan.dueOn} today={today} isDisabled={!mayPlan || isBusy} set={set} />
      <Select
        label="Priority"
        options={priorities.map(priority => ({ value: priority, label: priorityName(priority) }))}
        value={plan.priority}
        disabled={!mayPlan || isBusy}
        onChange={event => set({ priority: priorities.find(each => each === event.target.value) ?? 'normal' })}
      />
    </>
  )
}

/** The day is set when the field is left: while it is typed, it is other days. */
function DueField(props: { dueOn: string | null; today: string; isDisabled: boolean; set: FieldsProps['set'] }) {
  const { dueOn, today, isDisabled, set } = props
  const [day, setDay] = useState(dueOn ?? '')
  return (
    <TextField
      label="Due"
      type="date"
      description={dueOn ? (isLate(dueOn, today) ? dueText(dueOn, today) : `Due ${dueText(dueOn, today)}`) : undefined}
      value={day}
      disabled={isDisabled}
      onChange={event => setDay(event.target.value)}
      onBlur={() => day !== (dueOn ?? '') && set({ dueOn: day || null })}
    />
  )
}
