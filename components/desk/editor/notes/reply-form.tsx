'use client'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { DeskNote, NotePerson } from '#lib/notes/notes.ts'
import { MessageField } from './message-field.tsx'
import { noteName } from './note-words.ts'
import styles from './notes.module.css'
import { useNotes } from './notes-store.ts'

/** An answer in a thread. */
export function ReplyForm({ note, people, onDone }: { note: DeskNote; people: NotePerson[]; onDone: () => void }) {
  const [, store] = useNotes()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const [isSending, send] = useTransition()
  const [commentId] = useState(() => crypto.randomUUID())
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const back = () => {
    const card = field.current?.closest<HTMLElement>('[data-card]')
    onDone()
    card?.focus()
  }
  const reply = () =>
    send(async () => {
      const sent = await store.send({ verb: 'reply', id: note.id, commentId, text })
      if (sent.ok) back()
      else setProblem(sent.problem)
    })
  return (
    <>
      <MessageField
        ref={field}
        label={`Reply to: ${noteName(note)}`}
        placeholder="Reply"
        value={text}
        onChange={setText}
        onSend={reply}
        onEscape={text === '' ? back : undefined}
        people={people}
        error={problem}
      />
      <div className={styles.actions}>
        <Button variant="quiet" size="small" onPress={back}>
          Cancel
        </Button>
        <Button
          variant="primary"
          size="small"
          isDisabled={text.trim() === ''}
          pending={isSending && 'Keeping…'}
          onPress={reply}
        >
          Reply
        </Button>
      </div>
    </>
  )
}
