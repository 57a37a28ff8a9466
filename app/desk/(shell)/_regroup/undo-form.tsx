'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { undoAction } from './actions.ts'

/** One button that puts back what a merge or a split moved, or says why it cannot. */
export function UndoForm({ id, noun, label }: { id: string; noun: RegroupingNoun; label: string }) {
  const [answer, action] = useActionState(undoAction, {})
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="noun" value={noun} />
      {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
      <SubmitButton variant="plain" size="small" pending="Undoing…" aria-label={label}>
        Undo
      </SubmitButton>
    </form>
  )
}
