'use client'
import { useEffect, useState } from 'react'
import { findLikely } from '#components/desk/editor/desk-client.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskWork } from '#lib/works/desk-works.ts'
import { kindName, type WorkKind } from '#lib/works/works.ts'
import { needsParent } from '#lib/works/works-schema.ts'
import styles from './new-work.module.css'

interface Typed {
  title: string
  kind: WorkKind
  released: string
}

/** Works that the one that is being typed may be, while it is typed. */
export function LikelyWorks({ onUse, ...typed }: Typed & { onUse: (work: DeskWork) => void }) {
  const works = useLikely(typed)
  return (
    <div className={styles.likely} data-empty={works.length === 0 || undefined}>
      <p role="status" className={styles.likelyTitle}>
        {works.length > 0 &&
          (works.length === 1 ? 'Is it this one? It is here already.' : 'Is it one of these? They are here already.')}
      </p>
      <ul>
        {works.map(work => (
          <li key={work.id}>
            <span>
              <strong dir="auto">{work.title}</strong> {detailOf(work)}
            </span>
            <Button
              size="small"
              aria-label={`Use this one: ${work.title}, ${detailOf(work)}`}
              onPress={() => onUse(work)}
            >
              Use this one
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the server found to be here when the work was sent. */
export function Namesake({
  work,
  isMaking,
  onUse,
  onAnother,
}: {
  work: DeskWork
  isMaking: boolean
  onUse: (work: DeskWork) => void
  onAnother: () => void
}) {
  return (
    <Notice
      tone="problem"
      title={`“${work.title}” is here already`}
      actions={
        <>
          <Button variant="primary" onPress={() => onUse(work)}>
            Use it
          </Button>
          <Button pending={isMaking && 'Making it…'} onPress={onAnother}>
            Mine is another one
          </Button>
        </>
      }
    >
      <p>{detailOf(work)}</p>
    </Notice>
  )
}

/** "Film, 2013, Spike Jonze" */
export function detailOf({ kind, year, makers }: DeskWork): string {
  return [kindName(kind), year, makers].filter(Boolean).join(', ')
}

/** Asks after a pause, for what was typed last. A question that is not answered offers nothing: the server asks again at the end. */
function useLikely({ title, kind, released }: Typed): DeskWork[] {
  const [works, setWorks] = useState<DeskWork[]>([])
  useEffect(() => {
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const found =
        title.trim().length < 2 || needsParent(kind)
          ? []
          : await findLikely({ title: title.trim().slice(0, 100), kind, year: released }, controller.signal).catch(
              () => [],
            )
      if (!controller.signal.aborted) setWorks(found)
    }, 200)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [title, kind, released])
  return works
}
