'use client'
import { useCallback, useEffect, useRef } from 'react'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { useStatus } from '#components/ui/status-line.tsx'
import { listLimits, moved } from '#lib/lists/lists.ts'
import styles from './entries.module.css'
import { EntryRow } from './entry-row.tsx'
import { findWorksForList } from './save-list.ts'
import { useEntryDrag } from './use-entry-drag.ts'
import type { ListEditing } from './use-list-editing.ts'

/** The works of the list in their order: added by search, moved by dragging, by buttons, by typing a rank. */
export function Entries({ editing: { content, works, failed, changeEntries, learn } }: { editing: ListEditing }) {
  const say = useStatus()
  const list = useRef<HTMLOListElement>(null)
  const focusNext = useRef<string | null>(null)
  const { entries, isRanked } = content
  const latest = useRef(entries)
  useEffect(() => {
    latest.current = entries
    // A row that was moved in the document has lost the focus on the way.
    if (focusNext.current) document.getElementById(focusNext.current)?.focus()
    focusNext.current = null
  }, [entries])

  const titleOf = useCallback((workId: string) => works[workId]?.title ?? 'This work', [works])
  const tell = useCallback(
    (workId: string, to: number) => say(`“${titleOf(workId)}” is now ${to + 1} of ${latest.current.length}.`),
    [say, titleOf],
  )
  const move = useCallback(
    (workId: string, to: number, focus?: string) => {
      const from = latest.current.findIndex(entry => entry.workId === workId)
      const target = Math.max(0, Math.min(latest.current.length - 1, to))
      focusNext.current = focus ?? null
      if (from !== target)
        changeEntries(before =>
          moved(
            before,
            before.findIndex(entry => entry.workId === workId),
            target,
          ),
        )
      tell(workId, target)
    },
    [changeEntries, tell],
  )
  const write = useCallback(
    (workId: string, note: string) =>
      changeEntries(before => before.map(entry => (entry.workId === workId ? { workId, note } : entry))),
    [changeEntries],
  )
  const remove = useCallback(
    (workId: string) => {
      const at = latest.current.findIndex(entry => entry.workId === workId)
      const entry = latest.current[at]
      if (!entry) return
      const next = latest.current[at + 1] ?? latest.current[at - 1]
      focusNext.current = next ? `remove-${next.workId}` : null
      changeEntries(before => before.filter(kept => kept.workId !== workId))
      const putBack = () => {
        focusNext.current = `remove-${workId}`
        changeEntries(before => (before.some(kept => kept.workId === workId) ? before : before.toSpliced(at, 0, entry)))
        say(`“${titleOf(workId)}” is back at ${at + 1}.`)
      }
      say({ text: `“${titleOf(workId)}” is removed.`, action: { label: 'Undo', onPress: putBack } })
    },
    [changeEntries, say, titleOf],
  )
  const { dragged, begin } = useEntryDrag(() => [...(list.current?.children ?? [])].filter(isElement), {
    onMove: (from, to) => changeEntries(before => moved(before, from, to)),
    onDrop: (id, from, to) => from !== to && tell(id, to),
  })
  const isFull = entries.length >= listLimits.entries
  const problem = failed && 'field' in failed && failed.field === 'entries' ? failed.problem : undefined
  return (
    <section className={styles.part} aria-labelledby="entries">
      <h2 id="entries">
        Works <span>{entries.length}</span>
      </h2>
      {/* Above the works, where it stays while they grow in number: what is found is closed when its field moves. */}
      <div className={styles.adder}>
        <ComboBox
          label="Add a work"
          placeholder="Search by title"
          description={
            isFull
              ? `A list has at most ${listLimits.entries} works: take one away to add another.`
              : 'It goes to the end of the list. Readers see the works that have a live review.'
          }
          error={problem}
          isAdder
          isDisabled={isFull}
          value={null}
          load={async (query, signal) =>
            (await findWorksForList(query, content.criticId, signal)).map(work => ({
              id: work.id,
              name: work.title,
              detail: detailOf(
                work.detail,
                work.review !== null,
                entries.some(entry => entry.workId === work.id),
              ),
              work,
            }))
          }
          onChange={item => {
            if (!item) return
            if (entries.some(entry => entry.workId === item.id)) return say(`“${item.name}” is in the list already.`)
            learn(item.work)
            changeEntries(before => [...before, { workId: item.id, note: '' }])
            say(`“${item.name}” is added as ${entries.length + 1}.`)
          }}
        />
      </div>
      {entries.length > 0 && (
        <ol ref={list} className={styles.entries}>
          {entries.map((entry, index) => (
            <EntryRow
              key={entry.workId}
              entry={entry}
              work={works[entry.workId]}
              index={index}
              length={entries.length}
              isRanked={isRanked}
              isDragged={dragged === entry.workId}
              onGrip={begin}
              onMove={move}
              onWrite={write}
              onRemove={remove}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function detailOf(detail: string, isReviewed: boolean, isListed: boolean): string {
  if (isListed) return `${detail} · in the list already`
  return isReviewed ? detail : `${detail} · not reviewed yet`
}

function isElement(node: Element): node is HTMLElement {
  return node instanceof HTMLElement
}
