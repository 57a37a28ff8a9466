'use client'
import { type ReactNode, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import type { PlanChoices } from '#lib/workflow/desk-queries.ts'
import { type Plan, priorities, priorityName } from '#lib/workflow/workflow.ts'
import { usePlan, useTrashReviews } from './plan-provider.tsx'
import styles from './selection.module.css'
import type { Selectable } from './selection.tsx'

/** What can be done with all that is chosen. Each is one request, and is taken back with one “Undo”. */
export function BulkBar({
  chosen,
  choices,
  onDone,
}: {
  chosen: Selectable[]
  choices: PlanChoices
  onDone: () => void
}) {
  const plan = usePlan()
  const trash = useTrashReviews()
  const [isBusy, setBusy] = useState(false)
  if (chosen.length === 0) return null
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    await work()
    setBusy(false)
    onDone()
  }
  const change = (patch: Partial<Plan>) =>
    run(() => plan(chosen.map(({ id, planVersion }) => ({ id, version: planVersion, ...patch }))))
  const into = choices.steps.filter(({ id }) => choices.into.includes(id))
  const entry = (id: string, label: string, patch: Partial<Plan>) => ({ id, label, onAction: () => change(patch) })
  return (
    <section className={styles.bar} aria-label="With what is chosen" aria-busy={isBusy}>
      <p role="status">{chosen.length === 1 ? '1 chosen' : `${chosen.length} chosen`}</p>
      <BulkMenu label="Move to" isBusy={isBusy} entries={into.map(({ id, name }) => entry(id, name, { stepId: id }))} />
      {choices.mayPlan && (
        <>
          <BulkMenu
            label="Give to"
            isBusy={isBusy}
            entries={[
              entry('nobody', 'Nobody', { assigneeId: null }),
              ...choices.people.map(({ id, name }) => entry(id, name, { assigneeId: id })),
            ]}
          />
          <DueDialog isBusy={isBusy} onChoose={dueOn => change({ dueOn })} />
          <BulkMenu
            label="Priority"
            isBusy={isBusy}
            entries={priorities.map(priority => entry(priority, priorityName(priority), { priority }))}
          />
        </>
      )}
      <Button
        variant="danger"
        size="small"
        isDisabled={isBusy}
        onPress={() => run(() => trash(chosen.map(({ id, version }) => ({ id, version }))))}
      >
        Trash
      </Button>
    </section>
  )
}

function BulkMenu({ label, entries, isBusy }: { label: string; entries: MenuEntry[]; isBusy: boolean }): ReactNode {
  return (
    <Menu
      label={label}
      trigger={
        <Button size="small" isDisabled={isBusy}>
          {label}…
        </Button>
      }
      entries={entries}
    />
  )
}

function DueDialog({ isBusy, onChoose }: { isBusy: boolean; onChoose: (day: string | null) => void }) {
  const [day, setDay] = useState('')
  return (
    <Dialog
      title="When are they due?"
      trigger={
        <Button size="small" isDisabled={isBusy}>
          Due…
        </Button>
      }
    >
      {close => {
        const choose = (to: string | null) => {
          close()
          onChoose(to)
        }
        return (
          <>
            <TextField label="Day" type="date" value={day} onChange={event => setDay(event.target.value)} />
            <DialogActions>
              <Button variant="quiet" onPress={() => choose(null)}>
                No day
              </Button>
              <Button variant="primary" isDisabled={day === ''} onPress={() => choose(day)}>
                Set the day
              </Button>
            </DialogActions>
          </>
        )
      }}
    </Dialog>
  )
}
