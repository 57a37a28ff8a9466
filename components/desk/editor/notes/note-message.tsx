'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type DeskComment, type DeskNote, messageParts, type NotePerson } from '#lib/notes/notes.ts'
import { bothZones } from '../both-zones.ts'
import { useEditorDesk } from '../editor-context.tsx'
import { MessageForm } from './message-form.tsx'
import { shortTime } from './note-words.ts'
import styles from './notes.module.css'
import { useNotes } from './notes-store.ts'

interface NoteMessageProps {
  comment: DeskComment
  note: DeskNote
  /** Whose it is, and when, stands above it. */
  isFirst: boolean
  people: NotePerson[]
}

/** One message of a thread; its writer changes it or takes it back. */
export function NoteMessage({ comment, note, isFirst, people }: NoteMessageProps) {
  const { choices } = useEditorDesk()
  const [isEditing, setEditing] = useState(false)
  const hasHead = !isFirst || note.kind === 'suggestion'
  const name = comment.author?.name ?? 'Somebody who has left'
  return (
    <div className={styles.said}>
      {hasHead && (
        <p className={styles.head}>
          <strong>{name}</strong>
          <time dateTime={comment.at} title={bothZones(comment.at, choices)}>
            {shortTime(comment.at, choices)}
          </time>
        </p>
      )}
      {isEditing ? (
        <EditForm comment={comment} people={people} onDone={() => setEditing(false)} />
      ) : comment.text === '' ? (
        <p className={styles.about}>Taken back by {name}</p>
      ) : (
        <p className={styles.text}>
          <Words comment={comment} />
          {comment.isEdited && <small> (changed)</small>}
        </p>
      )}
      {comment.isOwn && !isEditing && comment.text !== '' && (
        <OwnActions comment={comment} onEdit={() => setEditing(true)} />
      )}
    </div>
  )
}

function Words({ comment }: { comment: DeskComment }) {
  let at = 0
  return messageParts(comment.text, comment.mentions).map(({ text, person }) => {
    const key = at
    at += text.length
    return person ? (
      <b key={key} className={styles.mentioned}>
        {text}
      </b>
    ) : (
      text
    )
  })
}

function OwnActions({ comment, onEdit }: { comment: DeskComment; onEdit: () => void }) {
  const [, store] = useNotes()
  const [problem, setProblem] = useState('')
  const [, start] = useTransition()
  const takeBack = () =>
    start(async () => {
      const sent = await store.send({ verb: 'delete', commentId: comment.id })
      setProblem(sent.ok ? '' : sent.problem)
    })
  return (
    <div className={styles.own}>
      <Button variant="quiet" size="small" onPress={onEdit}>
        Edit
      </Button>
      <Button variant="quiet" size="small" onPress={takeBack}>
        Take back
      </Button>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function EditForm({ comment, people, onDone }: { comment: DeskComment; people: NotePerson[]; onDone: () => void }) {
  const [, store] = useNotes()
  const save = async (text: string) => {
    const sent = await store.send({ verb: 'edit', commentId: comment.id, text })
    if (!sent.ok) return sent.problem
    onDone()
    return ''
  }
  return (
    <MessageForm
      label="Your message"
      initial={comment.text}
      button="Keep"
      people={people}
      onSend={save}
      onCancel={onDone}
    />
  )
}
