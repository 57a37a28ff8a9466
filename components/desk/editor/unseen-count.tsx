'use client'
import Link from 'next/link'
import hidden from '#components/ui/visually-hidden.module.css'
import { useEditorDesk } from './editor-context.tsx'
import styles from './unseen.module.css'
import { useUnseen } from './unseen.ts'

/** Beside “Publish changes”: how much that is, and the way to see it. */
export function UnseenCount() {
  const { review } = useEditorDesk()
  const size = useUnseen()
  if (size === '') return null
  return (
    <Link className={styles.count} href={`/desk/reviews/${review.id}/changes`} prefetch={false}>
      {size}
      <span className={hidden.hidden}> not published: see what readers have not seen</span>
    </Link>
  )
}

/** In the question before changes are published. */
export function UnseenLine() {
  const { review } = useEditorDesk()
  const size = useUnseen()
  return (
    <p className={styles.line}>
      {size === '' ? 'What has changed since readers last got it: ' : `Changed since readers last got it: ${size}. `}
      <Link href={`/desk/reviews/${review.id}/changes`} prefetch={false} target="_blank">
        see the difference<span className={hidden.hidden}> in a new tab</span>
      </Link>
    </p>
  )
}
