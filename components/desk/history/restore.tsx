'use client'
import { type ReactNode, useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { versionLimits } from '#lib/history/version-words.ts'
import styles from './restore.module.css'

interface RestoreProps {
  action: (before: FormState, form: FormData) => Promise<FormState>
  id: string
  /** The version that stands now. */
  version: number
  revisionId: string
  /** More that the action needs. */
  hidden?: Record<string, string>
  children: ReactNode
}

/** Puts a version back. Nothing is asked first: what stands now stays in the history, one press away. */
export function Restore({ action, id, version, revisionId, hidden = {}, children }: RestoreProps) {
  const [answer, restore] = useActionState(action, {})
  return (
    <form action={restore} className={styles.restore}>
      {Object.entries({ id, version: String(version), revisionId, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField label="Why (for the history)" name="note" maxLength={versionLimits.note} error={answer.fields?.note} />
      {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
      <SubmitButton pending="Restoring…">Restore this version</SubmitButton>
      <p>{children}</p>
    </form>
  )
}
