'use client'
import { useEffect, useRef, useState } from 'react'
import type { NotePerson } from '#lib/notes/notes.ts'
import { useEditorDesk, useText } from '../editor-context.tsx'
import { MessageForm } from './message-form.tsx'
import { shortQuote } from './note-words.ts'
import styles from './notes.module.css'
import { type Composing, useNotes } from './notes-store.ts'

/** A new comment, on the words that were selected or on the whole review. */
export function NoteComposer({ composing, people }: { composing: Composing; people: NotePerson[] }) {
  const { autosave, mayWrite } = useEditorDesk()
  const editor = useText()
  const [{ asked }, store] = useNotes()
  const [ids] = useState(() => ({ id: crypto.randomUUID(), commentId: crypto.randomUUID() }))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (asked > 0) field.current?.focus()
  }, [asked])
  const close = () => {
    store.set({ composing: null })
    editor?.view.focus()
  }
  const say = async (text: string) => {
    // The server looks for the words in what it has.
    if (mayWrite) await autosave.save()
    const sent = await store.send({ verb: 'comment', ...ids, anchor: composing.anchor, text })
    if (!sent.ok) return sent.problem
    store.set({ activeId: ids.id })
    close()
    return ''
  }
  return (
    <section className={styles.card} aria-label="New comment">
      {composing.anchor ? (
        <blockquote className={styles.quote}>{shortQuote(composing.anchor.quote)}</blockquote>
      ) : (
        <p className={styles.about}>About the whole review</p>
      )}
      <MessageForm
        ref={field}
        label="Comment"
        placeholder="What do you want to say? @ names somebody."
        button="Comment"
        people={people}
        onSend={say}
        onCancel={close}
      />
    </section>
  )
}
