'use client'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MoveHandle } from '#components/ui/move-handle.tsx'
import { type Role, roles, roleTitle } from '#lib/auth/policy.ts'
import styles from './steps.module.css'
import type { StepDraft } from './steps-form.tsx'

interface StepRowProps {
  draft: StepDraft
  index: number
  count: number
  onChange: (patch: Partial<StepDraft>) => void
  onStart: () => void
  onMove: (to: number) => void
  onRemove: () => void
}

/** One step: its place, its name, who may move a review into it, and whether new reviews begin there. */
export function StepRow({ draft, index, count, onChange, onStart, onMove, onRemove }: StepRowProps) {
  const name = draft.name || `Step ${index + 1}`
  const toggle = (role: Role, isOn: boolean) =>
    onChange({ movers: roles.filter(each => (each === role ? isOn : draft.movers.includes(each))) })
  return (
    <li className={styles.step}>
      <MoveHandle name={name} index={index} count={count} onMove={onMove} />
      <div className={styles.name}>
        <TextField
          label={`Name of step ${index + 1}`}
          hideLabel
          value={draft.name}
          maxLength={40}
          required
          onChange={event => onChange({ name: event.target.value })}
        />
        <p className={styles.count}>{draft.count === 1 ? '1 review' : `${draft.count} reviews`}</p>
      </div>
      <fieldset className={styles.movers}>
        <legend>Who may move a review into {name}</legend>
        {roles.map(role => (
          <Checkbox
            key={role}
            label={roleTitle(role)}
            checked={role === 'owner' || draft.movers.includes(role)}
            disabled={role === 'owner'}
            onChange={event => toggle(role, event.target.checked)}
          />
        ))}
      </fieldset>
      <label className={styles.start}>
        <input type="radio" name="start" checked={draft.isStart} onChange={onStart} /> New reviews begin here
      </label>
      {count > 1 && !draft.isStart && (
        <Button variant="quiet" size="small" isIcon aria-label={`Remove ${name}`} onPress={onRemove}>
          <Icon name="close" />
        </Button>
      )}
    </li>
  )
}
