'use client'
import { type KeyboardEvent, useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { DeskNotes } from '#lib/notes/notes.ts'
import { useEditorDesk } from '../editor-context.tsx'
import { keysText } from '../keys.ts'
import { askForNote } from './note-asked.ts'
import { NoteCard } from './note-card.tsx'
import { NoteComposer } from './note-composer.tsx'
import styles from './notes.module.css'
import { noteKeys } from './notes-keys.ts'
import { useNotes } from './notes-store.ts'
import { useSettling } from './use-settling.ts'

/** Everything that is said beside the text, in the order of the text, and what can be said more. */
export default function NotesPanel() {
  const [{ beside, hasFailed, composing }, store] = useNotes()
  if (!beside)
    return hasFailed ? (
      <div className={styles.panel}>
        <Notice
          tone="problem"
          title="The notes could not be loaded."
          actions={<Button onPress={() => void store.load()}>Try again</Button>}
        />
      </div>
    ) : (
      <p className={styles.loading} role="status">
        Loading…
      </p>
    )
  return (
    <section className={styles.panel} aria-label="Notes">
      {beside.may.write && !composing && <Begin />}
      {composing && <NoteComposer key={composing.anchor?.quote ?? ''} composing={composing} people={beside.people} />}
      <Notes beside={beside} />
    </section>
  )
}

function Begin() {
  const [{ isSuggesting }] = useNotes()
  return (
    <div className={styles.begin}>
      <Button size="small" aria-keyshortcuts={ariaKeys('M')} onPress={() => askForNote('comment')}>
        Comment
      </Button>
      <Button
        size="small"
        aria-keyshortcuts={ariaKeys('E')}
        isDisabled={isSuggesting}
        onPress={() => askForNote('suggest')}
      >
        Suggest changes
      </Button>
    </div>
  )
}

function ariaKeys(letter: string): string {
  return `Control+Alt+${letter} Meta+Alt+${letter}`
}

function Notes({ beside }: { beside: DeskNotes }) {
  const [{ activeId }] = useNotes()
  const [isSettledShown, setSettledShown] = useState(false)
  const open = beside.notes.filter(({ state }) => state === 'open')
  const settled = beside.notes.filter(({ state }) => state !== 'open')
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (activeId) list.current?.querySelector(`[data-card="${activeId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  const shown = isSettledShown ? settled.toReversed() : open
  return (
    <>
      {settled.length > 0 && (
        <div className={styles.which}>
          <button type="button" aria-pressed={!isSettledShown} onClick={() => setSettledShown(false)}>
            Open ({open.length})
          </button>
          <button type="button" aria-pressed={isSettledShown} onClick={() => setSettledShown(true)}>
            Settled ({settled.length})
          </button>
        </div>
      )}
      {!isSettledShown && <All beside={beside} />}
      {shown.length === 0 && <Nothing mayWrite={beside.may.write} />}
      <ol ref={list} className={styles.cards} onKeyDown={event => along(event, list.current)}>
        {shown.map(note => (
          <li key={note.id}>
            <NoteCard note={note} beside={beside} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Nothing({ mayWrite }: { mayWrite: boolean }) {
  return (
    <EmptyState title="Nothing is open here">
      {mayWrite
        ? `Select words in the text and press ${keysText(noteKeys.comment)} to say something about them, or ${keysText(noteKeys.suggest)} to suggest other words. Readers never see any of it.`
        : 'What is said about the text stands here. Readers never see any of it.'}
    </EmptyState>
  )
}

/** Every open suggestion at once, from two on. */
function All({ beside }: { beside: DeskNotes }) {
  const { mayWrite } = useEditorDesk()
  const [isRunning, run] = useTransition()
  const [problem, setProblem] = useState('')
  const { accept, reject } = useSettling()
  const ids = beside.notes.filter(note => note.kind === 'suggestion' && note.state === 'open').map(({ id }) => id)
  const placed = beside.notes.filter(note => ids.includes(note.id) && note.place).map(({ id }) => id)
  if (!beside.may.settle || ids.length < 2) return null
  const settle = (how: (ids: string[]) => Promise<string>, which: string[]) =>
    run(async () => setProblem(await how(which)))
  return (
    <div className={styles.all}>
      <p>{ids.length} suggestions</p>
      <Button
        size="small"
        isDisabled={!mayWrite || placed.length === 0}
        pending={isRunning && 'Settling…'}
        onPress={() => settle(accept, placed)}
      >
        Accept all
      </Button>
      <Button size="small" variant="quiet" isDisabled={isRunning} onPress={() => settle(reject, ids)}>
        Reject all
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** From card to card with the arrows, while the focus is on one itself. */
function along(event: KeyboardEvent, list: HTMLElement | null): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
  const at = cards.findIndex(card => card.matches(':focus'))
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[event.key]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  cards[Math.min(Math.max(next, 0), cards.length - 1)]?.focus()
}
