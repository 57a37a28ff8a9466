'use client'
import { readingMinutes, wordCount } from '#lib/prose/prose.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './review-editor.module.css'

/** How long the text is, for whoever reads it. */
export function WordsCount() {
  const { choices } = useEditorDesk()
  const [body] = useField('body')
  const words = wordCount(body)
  return (
    <p className={styles.count}>
      {words.toLocaleString(choices.language)} {words === 1 ? 'word' : 'words'}
      {words > 0 && `, ${readingMinutes(words)} min to read`}
    </p>
  )
}
