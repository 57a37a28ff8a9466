'use client'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { readingMinutes, wordCount, wordsIn } from '#lib/prose/prose.ts'
import { useEditorDesk, useText } from './editor-context.tsx'
import { onIdle } from './idle.ts'
import styles from './review-editor.module.css'

/** How long the text is, for whoever reads it, and how long what is selected in it. Counted when the hands rest. */
export function WordsCount() {
  const { choices, draft } = useEditorDesk()
  const [words, setWords] = useState(() => wordCount(draft.get().body))
  const selected = useSelected()
  useEffect(() => onIdle(draft.subscribe, () => setWords(wordCount(draft.get().body))), [draft])
  const figure = (count: number) => count.toLocaleString(choices.language)
  return (
    <p className={styles.count}>
      {selected > 0 && `${figure(selected)} of `}
      {figure(words)} {words === 1 ? 'word' : 'words'}
      {selected > 0 ? ' selected' : words > 0 && `, ${readingMinutes(words)} min to read`}
    </p>
  )
}

function useSelected(): number {
  const editor = useText()
  const text = useEditorState({
    editor,
    selector: ({ editor: own }) => {
      if (!own || own.state.selection.empty) return ''
      const { doc, selection } = own.state
      return doc.textBetween(selection.from, selection.to, ' ', leaf => String(leaf.attrs.label ?? ' '))
    },
  })
  return text ? wordsIn(text) : 0
}
