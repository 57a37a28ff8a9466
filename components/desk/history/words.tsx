import { Fragment } from 'react'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import type { WordChange } from '#lib/history/word-diff.ts'
import styles from './difference.module.css'

/** A text with what came and what went in its place: underlined and struck through, and said to whoever does not see that. */
export function Words({ parts }: { parts: readonly WordChange[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a difference does not change while it is looked at
    <Fragment key={index}>
      <Part part={part} />
    </Fragment>
  ))
}

/** The same of a list, an item to a line. */
export function Items({ parts }: { parts: readonly WordChange[] }) {
  return (
    <ul className={styles.items}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={index}>
          <Part part={part} />
        </li>
      ))}
    </ul>
  )
}

function Part({ part: { kind, text } }: { part: WordChange }) {
  if (kind === 'same') return text
  if (kind === 'added')
    return (
      <ins className={styles.added}>
        <VisuallyHidden>added: </VisuallyHidden>
        {text}
        <VisuallyHidden>, end of what was added. </VisuallyHidden>
      </ins>
    )
  return (
    <del className={styles.removed}>
      <VisuallyHidden>taken away: </VisuallyHidden>
      {text}
      <VisuallyHidden>, end of what was taken away. </VisuallyHidden>
    </del>
  )
}
