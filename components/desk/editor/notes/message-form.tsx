'use client'
import { type Ref, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { NotePerson } from '#lib/notes/notes.ts'
import { MessageField } from './message-field.tsx'
import styles from './notes.module.css'

interface MessageFormProps {
  label: string
  placeholder?: string
  /** What is there to be changed. */
  initial?: string
  /** "Reply" */
  button: string
  people: NotePerson[]
  /** Keeps it, and says what was wrong: empty when nothing was. */
  onSend: (text: string) => Promise<string>
  onCancel: () => void
  ref?: Ref<HTMLTextAreaElement>
}

/** A message with what sends it and what does not. Escape leaves it where nothing of it would be lost. */
export function MessageForm(props: MessageFormProps) {
  const { label, placeholder, initial = '', button, people, onSend, onCancel, ref } = props
  const [text, setText] = useState(initial)
  const [problem, setProblem] = useState('')
  const [isSending, start] = useTransition()
  const send = () => start(async () => setProblem(await onSend(text)))
  return (
    <>
      <MessageField
        ref={ref}
        label={label}
        placeholder={placeholder}
        value={text}
        onChange={setText}
        onSend={send}
        onEscape={text === initial ? onCancel : undefined}
        people={people}
        error={problem}
      />
      <div className={styles.actions}>
        <Button variant="quiet" size="small" onPress={onCancel}>
          Cancel
        </Button>
        <Button
          variant="primary"
          size="small"
          isDisabled={text.trim() === ''}
          pending={isSending && 'Keeping…'}
          onPress={send}
        >
          {button}
        </Button>
      </div>
    </>
  )
}
