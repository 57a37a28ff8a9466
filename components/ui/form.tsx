'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './form.module.css'
import { Notice } from './notice.tsx'

export interface FormProps {
  action: (form: FormData) => void | Promise<void>
  /** What the action said last; the focus moves to the first field that is wrong. */
  answer: { problem?: string; done?: string; fields?: Record<string, string> }
  children: ReactNode
}

/**
 * A form with an action, fields one below the other. What was typed stays: React would empty the fields when the action has run,
 * whatever came of it, so whoever wants them empty empties them.
 */
export function Form({ action, answer, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (answer.fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [answer])
  return (
    <form ref={form} className={styles.fields} action={action} onReset={event => event.preventDefault()} noValidate>
      {children}
    </form>
  )
}

/** The end of a form: its button, and what came of it. A problem that is not about one field stands above the button. */
export function FormAnswer({ answer, children }: Pick<FormProps, 'answer' | 'children'>) {
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
