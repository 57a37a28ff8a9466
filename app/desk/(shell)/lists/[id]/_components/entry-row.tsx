'use client'
import { type KeyboardEvent, memo, type PointerEvent, useState } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { classes } from '#components/ui/classes.ts'
import { Icon } from '#components/ui/icon.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import type { ListedWork } from '#lib/lists/desk-lists.ts'
import { indexOfRank, type ListEntryContent, listLimits } from '#lib/lists/lists.ts'
import styles from './entries.module.css'

export interface EntryRowProps {
  entry: ListEntryContent
  work: ListedWork | undefined
  index: number
  length: number
  isRanked: boolean
  isDragged: boolean
  onGrip: (workId: string, index: number) => (event: PointerEvent) => void
  onMove: (workId: string, to: number, focus?: string) => void
  onWrite: (workId: string, note: string) => void
  onRemove: (workId: string) => void
}

/** One work of a list: its place, its note, and everything that moves it. Alt with an arrow moves it from anywhere inside. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { entry, work, index, isDragged, onGrip, onMove, onWrite, onRemove } = props
  const { workId, note } = entry
  const title = work?.title ?? 'A work that does not exist any more'
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const focused = document.activeElement?.id
    onMove(workId, index + (event.key === 'ArrowUp' ? -1 : 1), focused)
  }
  return (
    <li className={classes(styles.entry, isDragged && styles.dragged)} onKeyDown={onKeyDown}>
      <span className={styles.grip} onPointerDown={onGrip(workId, index)}>
        <svg viewBox="0 0 10 16" aria-hidden="true">
          <path d="M2 2h1M7 2h1M2 8h1M7 8h1M2 14h1M7 14h1" />
        </svg>
      </span>
      <Rank {...props} title={title} />
      <div className={styles.words}>
        <p className={styles.title}>
          {title} {!work?.review && <Badge tone="waiting">Not reviewed yet: readers won’t see it</Badge>}
        </p>
        <p className={styles.facts}>{[work?.detail, work?.review?.rating].filter(Boolean).join(' · ')}</p>
        <TextArea
          label={`Note on ${title}`}
          hideLabel
          rows={2}
          maxLength={listLimits.note}
          placeholder="Why it stands here"
          value={note}
          onChange={event => onWrite(workId, event.target.value)}
        />
        {note.trim() === '' && work?.review && (
          <div className={styles.verdict}>
            <p>
              {work.review.critics}: “{work.review.verdict}”
            </p>
            <Button size="small" variant="quiet" onPress={() => onWrite(workId, work.review?.verdict ?? '')}>
              Use the verdict<VisuallyHidden> on {title} as its note</VisuallyHidden>
            </Button>
          </div>
        )}
      </div>
      <div className={styles.tools}>
        <Tool id={`up-${workId}`} label={`Move ${title} up`} onPress={() => onMove(workId, index - 1, `up-${workId}`)}>
          <span aria-hidden="true">↑</span>
        </Tool>
        <Tool
          id={`down-${workId}`}
          label={`Move ${title} down`}
          onPress={() => onMove(workId, index + 1, `down-${workId}`)}
        >
          <span aria-hidden="true">↓</span>
        </Tool>
        <Tool id={`remove-${workId}`} label={`Remove ${title}`} onPress={() => onRemove(workId)}>
          <Icon name="close" />
        </Tool>
      </div>
    </li>
  )
})

function Tool({
  id,
  label,
  onPress,
  children,
}: {
  id: string
  label: string
  onPress: () => void
  children: React.ReactNode
}) {
  return (
    <Button id={id} size="small" variant="quiet" isIcon aria-label={label} onPress={onPress}>
      {children}
    </Button>
  )
}

/** The place as a number that can be typed over: Enter moves the work there, Escape leaves it. */
function Rank({ entry, index, length, isRanked, title, onMove }: EntryRowProps & { title: string }) {
  const [typed, setTyped] = useState<string | null>(null)
  const id = `rank-${entry.workId}`
  const go = (focus?: string) => {
    const to = typed === null ? null : indexOfRank(typed, length)
    setTyped(null)
    if (to !== null && to !== index) onMove(entry.workId, to, focus)
  }
  return (
    <input
      id={id}
      className={styles.rank}
      aria-label={`${isRanked ? 'Rank' : 'Place'} of ${title}, of ${length}`}
      inputMode="numeric"
      autoComplete="off"
      value={typed ?? index + 1}
      onFocus={event => event.target.select()}
      onChange={event => setTyped(event.target.value)}
      onBlur={() => go()}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          event.preventDefault()
          go(id)
        } else if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}
