'use client'
import { useEffect, useRef, useState } from 'react'
import type { DeskNote, NotePerson } from '#lib/notes/notes.ts'
import { MessageForm } from './message-form.tsx'
import { noteName } from './note-words.ts'
import { useNotes } from './notes-store.ts'

/** An answer in a thread. */
export function ReplyForm({ note, people, onDone }: { note: DeskNote; people: NotePerson[]; onDone: () => void }) {
  const [, store] = useNotes()
  const [commentId] = useState(() => crypto.randomUUID())
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const back = () => {
    const card = field.current?.closest<HTMLElement>('[data-card]')
    onDone()
    card?.focus()
  }
  const reply = async (text: string) => {
    const sent = await store.send({ verb: 'reply', id: note.id, commentId, text })
    if (!sent.ok) return sent.problem
    back()
    return ''
  }
  return (
    <MessageForm
      ref={field}
      label={`Reply to: ${noteName(note)}`}
      placeholder="Reply"
      button="Reply"
      people={people}
      onSend={reply}
      onCancel={back}
    />
  )
}
