'use client'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import hidden from '#components/ui/visually-hidden.module.css'
import { readable } from '#lib/notes/lines.ts'
import { type DeskNote, type DeskNotes, isGone, isOnWhole } from '#lib/notes/notes.ts'
import { bothZones } from '../both-zones.ts'
import { useEditorDesk, useText } from '../editor-context.tsx'
import { noteMarks } from './note-marks.ts'
import { NoteMessage } from './note-message.tsx'
import { noteName, settledWords, shortQuote, shortTime } from './note-words.ts'
import styles from './notes.module.css'
import { goToWords } from './notes-layer.tsx'
import { useNotes } from './notes-store.ts'
import { ReplyForm } from './reply-form.tsx'
import { useSettling } from './use-settling.ts'

/** One note: whose it is, what it is about, what was said, and what can be done with it. */
export function NoteCard({ note, beside }: { note: DeskNote; beside: DeskNotes }) {
  const [{ activeId, asked }, store] = useNotes()
  const { choices } = useEditorDesk()
  const isActive = activeId === note.id
  const card = useRef<HTMLElement>(null)
  // Asked for by its key, with the cursor in its words.
  useEffect(() => {
    if (isActive && asked > 0) (card.current?.querySelector('textarea') ?? card.current)?.focus()
  }, [isActive, asked])
  return (
    <article
      ref={card}
      className={styles.card}
      data-card={note.id}
      data-active={isActive || undefined}
      data-settled={note.state !== 'open' || undefined}
      aria-label={noteName(note)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows go from card to card, as they do in a list of choices
      tabIndex={0}
      onFocus={() => !isActive && store.set({ activeId: note.id })}
    >
      <header className={styles.head}>
        <strong>{note.author?.name ?? 'Somebody who has left'}</strong>
        <time dateTime={note.at} title={bothZones(note.at, choices)}>
          {shortTime(note.at, choices)}
        </time>
      </header>
      <About note={note} />
      {note.comments.map(comment => (
        <NoteMessage
          key={comment.id}
          comment={comment}
          isFirst={comment === note.comments[0]}
          note={note}
          people={beside.people}
        />
      ))}
      {note.state !== 'open' && (
        <p className={styles.about}>
          {settledWords(note)}
          {note.settledAt && `, ${shortTime(note.settledAt, choices)}`}
        </p>
      )}
      {beside.may.write && <Actions note={note} beside={beside} />}
    </article>
  )
}

/** What it is about. The words are shown in the text when they are pressed. */
function About({ note }: { note: DeskNote }) {
  const editor = useText()
  const [, store] = useNotes()
  const show = () => {
    const place = editor && noteMarks.getState(editor.state)?.placed.find(one => one.note.id === note.id)
    store.set({ activeId: note.id })
    if (editor && place) goToWords(editor, place)
  }
  if (isOnWhole(note)) return <p className={styles.about}>About the whole review</p>
  const words = note.kind === 'comment' ? <q>{shortQuote(note.quote)}</q> : <Change note={note} />
  return (
    <>
      {note.place && note.state === 'open' ? (
        <button type="button" className={styles.quote} onClick={show}>
          {words}
          <span className={hidden.hidden}>: show it in the text</span>
        </button>
      ) : (
        <p className={styles.quote}>{words}</p>
      )}
      {note.state === 'open' && isGone(note) && (
        <p className={styles.gone}>These words are not in the text any more.</p>
      )}
    </>
  )
}

function Change({ note: { quote, replacement, prefix, suffix } }: { note: DeskNote }) {
  return (
    <>
      <span>{readable(prefix.slice(-24))}</span>
      {quote && <del>{readable(quote)}</del>}
      {replacement && <ins>{readable(replacement)}</ins>}
      <span>{readable(suffix.slice(0, 24))}</span>
    </>
  )
}

function Actions({ note, beside }: { note: DeskNote; beside: DeskNotes }) {
  const { mayWrite } = useEditorDesk()
  const [, store] = useNotes()
  const [problem, setProblem] = useState('')
  const [isReplying, setReplying] = useState(false)
  const [isRunning, run] = useTransition()
  const { accept, reject } = useSettling()
  const isOpen = note.state === 'open'
  const isSuggestion = note.kind === 'suggestion'
  const simple = (verb: 'resolve' | 'reopen') =>
    run(async () => {
      const sent = await store.send({ verb, id: note.id })
      setProblem(sent.ok ? '' : sent.problem)
    })
  const settle = (how: (ids: string[]) => Promise<string>) => run(async () => setProblem(await how([note.id])))
  if (isReplying) return <ReplyForm note={note} people={beside.people} onDone={() => setReplying(false)} />
  return (
    <>
      <div className={styles.actions}>
        {isOpen && isSuggestion && beside.may.settle && (
          <Button
            size="small"
            isDisabled={!mayWrite || note.place === null}
            pending={isRunning && 'Settling…'}
            onPress={() => settle(accept)}
          >
            Accept
          </Button>
        )}
        {isOpen && isSuggestion && (beside.may.settle || note.isOwn) && (
          <Button size="small" variant="quiet" isDisabled={isRunning} onPress={() => settle(reject)}>
            {note.isOwn ? 'Take back' : 'Reject'}
          </Button>
        )}
        {isOpen && !isSuggestion && (
          <Button size="small" pending={isRunning && 'Settling…'} onPress={() => simple('resolve')}>
            Settle
          </Button>
        )}
        {!isOpen && note.state !== 'accepted' && (
          <Button size="small" pending={isRunning && 'Opening…'} onPress={() => simple('reopen')}>
            Open again
          </Button>
        )}
        {note.state !== 'accepted' && note.state !== 'rejected' && (
          <Button size="small" variant="quiet" onPress={() => setReplying(true)}>
            Reply
          </Button>
        )}
      </div>
      {isOpen && isSuggestion && beside.may.settle && !mayWrite && (
        <p className={styles.about}>It can be accepted by whoever has the pen.</p>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
