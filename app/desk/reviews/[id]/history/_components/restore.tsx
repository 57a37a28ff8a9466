'use client'
import { useActionState } from 'react'
import type { VerbOutcome } from '#components/desk/editor/editor-actions.ts'
import { SubmitButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'

interface RestoreProps {
  action: (before: VerbOutcome | null, form: FormData) => Promise<VerbOutcome>
  reviewId: string
  /** The version that stands now. */
  version: number
  revisionId: string
}

/** Puts this version back. Nothing is asked first: what stands now stays in the history, one press away. */
export function Restore({ action, reviewId, version, revisionId }: RestoreProps) {
  const [outcome, restore] = useActionState(action, null)
  return (
    <form action={restore}>
      <input type="hidden" name="id" value={reviewId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="revisionId" value={revisionId} />
      {outcome && !outcome.ok && <Notice tone="problem">{outcome.problem}</Notice>}
      <SubmitButton pending="Restoring…">Restore this version</SubmitButton>
      <p>
        It becomes a new version. What is live stays as it is until it is published, and the address is not turned back.
      </p>
    </form>
  )
}
