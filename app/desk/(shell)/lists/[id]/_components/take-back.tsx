'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import type { DeskList } from '#lib/lists/desk-lists.ts'
import { takeBackListAction } from '../../actions.ts'

/** Asks before a list is taken away from readers, and says what they will meet instead. */
export function TakeBack({ list, version, isDirty }: { list: DeskList; version: number; isDirty: boolean }) {
  const router = useRouter()
  const say = useStatus()
  const [problem, setProblem] = useState('')
  const [isTaking, take] = useTransition()
  const press = (close: () => void) =>
    take(async () => {
      const outcome = await takeBackListAction({ id: list.id, version }).catch(() => ({
        ok: false as const,
        problem: 'The server did not answer. It may have been done all the same: reload the page to see.',
      }))
      if (!outcome.ok) return setProblem(outcome.problem)
      close()
      say('The list is a draft again.')
      router.refresh()
    })
  return (
    <Dialog title="Take this list back?" trigger={<Button variant="danger">Take back</Button>} isQuestion>
      {close => (
        <>
          <p>
            Readers will not find it any more: <strong>{list.path}</strong> answers “410 Gone”, and no page leads to it.
            The list stays here as a draft, and can be shown again.
          </p>
          {isDirty && <p>What you have changed and not saved stays on this page.</p>}
          {problem && <Notice tone="problem">{problem}</Notice>}
          <DialogActions>
            <Button onPress={close}>Keep it live</Button>
            <Button variant="danger" pending={isTaking && 'Taking back…'} onPress={() => press(close)}>
              Take back
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  )
}
