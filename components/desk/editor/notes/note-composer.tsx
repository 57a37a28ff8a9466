'use client'
import { useEffect, useRef, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { NotePerson } from '#lib/notes/notes.ts'
import { useEditorDesk, useText } from '../editor-context.tsx'
import { MessageField } from './message-field.tsx'
import { shortQuote } from './note-words.ts'
import styles from './notes.module.css'
import { type Composing, useNotes } from './notes-store.ts'

/** A new comment, on the words that were selected or on the whole review. */
export function NoteComposer({ composing, people }: { composing: Composing; people: NotePerson[] }) {
  const { autosave, mayWrite } = useEditorDesk()
  const editor = useText()
  const [{ asked }, store] = useNotes()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const [isSending, send] = useTransition()
  const [ids] = useState(() => ({ id: crypto.randomUUID(), commentId: crypto.randomUUID() }))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (asked > 0) field.current?.focus()
  }, [asked])
  const close = () => {
    store.set({ composing: null })
    editor?.view.focus()
  }
  const say = () =>
    send(async () => {
      // The server looks for the words in what it has.
      if (mayWrite) await autosave.save()
      const sent = await store.send({ verb: 'comment', ...ids, anchor: composing.anchor, text })
      if (!sent.ok) return setProblem(sent.problem)
      store.set({ activeId: ids.id })
      close()
    })
  return (
    <section className={styles.card} aria-label="New comment">
      {composing.anchor ? (
        <blockquote className={styles.quote}>{shortQuote(composing.anchor.quote)}</blockquote>
      ) : (
        <p className={styles.about}>About the whole review</p>
      )}
      <MessageField
        ref={field}
        label="Comment"
        placeholder="What do you want to say? @ names somebody."
        value={text}
        onChange={setText}
        onSend={say}
        onEscape={text === '' ? close : undefined}
        people={people}
        error={problem}
      />
      <div className={styles.actions}>
        <Button variant="quiet" size="small" onPress={close}>
          Cancel
        </Button>
        <Button
          variant="primary"
          size="small"
          isDisabled={text.trim() === ''}
          pending={isSending && 'Keeping…'}
          onPress={say}
        >
          Comment
        </Button>
      </div>
    </section>
  )
}
