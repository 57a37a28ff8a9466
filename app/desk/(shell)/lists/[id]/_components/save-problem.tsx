'use client'
import { useEffect, useRef } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import styles from './list-editor.module.css'
import type { ListEditing } from './use-list-editing.ts'

interface SaveProblemProps {
  id: string
  editing: ListEditing
  onSaveOver: (version: number) => void
}

/** What stood in the way of the last save, and what an earlier page has left in this browser: each with what can be done. */
export function SaveProblem({ id, editing, onSaveOver }: SaveProblemProps) {
  const { failed, left, version, bringBack, throwAway } = editing
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failed) place.current?.scrollIntoView({ block: 'center' })
  }, [failed])
  return (
    <div ref={place} className={styles.notices}>
      {failed && (
        <Notice
          tone="problem"
          title={'isStale' in failed ? 'Somebody else has saved it' : 'Not saved'}
          actions={
            'isStale' in failed && (
              <>
                <ButtonLink href={`/desk/lists/${id}`} target="_blank" prefetch={false} size="small">
                  See theirs in a new tab
                </ButtonLink>
                <Button size="small" variant="danger" onPress={() => onSaveOver(failed.version)}>
                  Save mine over it
                </Button>
              </>
            )
          }
        >
          <p>{failed.problem}</p>
        </Notice>
      )}
      {left && (
        <Notice
          title="Changes from an earlier visit"
          actions={
            <>
              <Button size="small" onPress={bringBack}>
                Bring them back
              </Button>
              <Button size="small" variant="quiet" onPress={throwAway}>
                Throw them away
              </Button>
            </>
          }
        >
          <p>
            They were typed in this browser and not saved.
            {left.version < version && ' The list has been saved since: look at both before you save them over it.'}
          </p>
        </Notice>
      )}
    </div>
  )
}
