import type { ReactNode } from 'react'
import styles from './form.module.css'
import { Notice } from './notice.tsx'

/** Fields one below the other, with room between them. */
export function FormFields({ children }: { children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>
}

/** The end of a form: its button, and what came of it. A problem that is not about one field stands above the button. */
export function FormAnswer({ answer, children }: { answer: { problem?: string; done?: string }; children: ReactNode }) {
  return (
    <>
      {answer.problem && <Notice tone="problem">{answer.problem}</Notice>}
      <div className={styles.end}>
        {children}
        <span className={styles.done} role="status">
          {answer.done}
        </span>
      </div>
    </>
  )
}
