'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { linesIn } from './note-lines.ts'
import styles from './notes.module.css'
import type { SuggestingMode } from './notes-layer.tsx'
import { suggestMarks } from './suggest-marks.ts'

/** Stands below the text while what is typed is suggested: how much it is, and the two ways out. */
export function SuggestBar({ editor, suggesting }: { editor: Editor; suggesting: SuggestingMode }) {
  const [problem, setProblem] = useState('')
  const [isSending, send] = useTransition()
  // Paragraphs, which are told at once; what is suggested in them is told apart when it is kept.
  const changed = useEditorState({ editor, selector: ({ editor: { state } }) => changedParagraphs(state) })
  const keep = () => send(async () => setProblem(await suggesting.keep()))
  return (
    <section className={styles.suggesting} aria-label="Suggesting">
      <p role="status">
        <strong>Suggesting.</strong> {countOf(changed)}
      </p>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="quiet" size="small" onPress={suggesting.discard}>
          {changed === 0 ? 'Stop suggesting' : 'Throw away'}
        </Button>
        {changed > 0 && (
          <Button variant="primary" size="small" pending={isSending && 'Keeping…'} onPress={keep}>
            Suggest this
          </Button>
        )}
      </div>
    </section>
  )
}

function changedParagraphs(state: Editor['state']): number {
  const base = suggestMarks.getState(state)?.base
  return base ? linesIn(state.doc).filter(({ text }, index) => text !== base[index]).length : 0
}

function countOf(paragraphs: number): string {
  if (paragraphs === 0) return 'Type as you would in the text: it stays as it is.'
  return paragraphs === 1 ? 'Changes in one paragraph.' : `Changes in ${paragraphs} paragraphs.`
}
