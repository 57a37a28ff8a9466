'use client'
import type { KeyboardEvent } from 'react'
import { TextArea } from '#components/ui/text-area.tsx'
import { useEditorDesk, useField, useWritten } from './editor-context.tsx'
import styles from './review-editor.module.css'
import { followsTitle, slugFor } from './slug.ts'

/** Headline and standfirst, written where readers will see them. */
export function HeadFields() {
  const { draft, review, mayWrite } = useEditorDesk()
  const written = useWritten()
  const [title, , titleProblem] = useField('title')
  const [standfirst, setStandfirst, standfirstProblem] = useField('standfirst')
  const readOnly = !mayWrite
  const setTitle = (next: string) => {
    const { slug } = draft.get()
    draft.set({ title: next, slug: followsTitle(review, draft.get()) ? slugFor(next, slug) : slug })
  }
  return (
    <div className={styles.head}>
      <div className={styles.headline} id="field-title">
        <TextArea
          label="Headline"
          {...written}
          hideLabel
          isBare
          rows={1}
          value={title}
          placeholder="Headline"
          maxLength={200}
          readOnly={readOnly}
          onChange={event => setTitle(event.target.value.replace(/\n/g, ' '))}
          onKeyDown={toNext('field-standfirst')}
          error={titleProblem}
        />
      </div>
      <div className={styles.standfirst} id="field-standfirst">
        <TextArea
          label="Standfirst"
          {...written}
          hideLabel
          isBare
          rows={1}
          value={standfirst}
          placeholder="Standfirst: what it is, and why to read on"
          maxLength={500}
          readOnly={readOnly}
          onChange={event => setStandfirst(event.target.value)}
          onKeyDown={toNext('field-body')}
          error={standfirstProblem}
        />
      </div>
    </div>
  )
}

/** The sentence that stands beside the rating. */
export function VerdictField() {
  const { mayWrite } = useEditorDesk()
  const written = useWritten()
  const [verdict, setVerdict, problem] = useField('verdict')
  return (
    <div className={styles.verdict} id="field-verdict">
      <TextArea
        label="Verdict"
        {...written}
        isBare
        rows={1}
        value={verdict}
        placeholder="One sentence that stands beside the rating"
        maxLength={300}
        readOnly={!mayWrite}
        onChange={event => setVerdict(event.target.value.replace(/\n/g, ' '))}
        error={problem}
      />
    </div>
  )
}

/** Enter goes on to what is written next, as it does from a headline to a text. */
function toNext(id: string) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey)
      return
    event.preventDefault()
    const place = document.getElementById(id)
    const next = place?.matches('[contenteditable]') ? place : place?.querySelector('textarea')
    next?.focus()
  }
}
