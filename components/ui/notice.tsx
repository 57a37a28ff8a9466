import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import styles from './notice.module.css'

export interface NoticeProps {
  /** info: good to know; good: it worked; problem: it did not, and is read out at once. */
  tone?: 'info' | 'good' | 'problem'
  title?: ReactNode
  children?: ReactNode
  /** Buttons that help. */
  actions?: ReactNode
}

/** Something to be told, in its place on the page: what happened, what was kept, what to do. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  return (
    <div
      className={classes(styles.notice, styles[tone])}
      role={tone === 'problem' ? 'alert' : tone === 'good' ? 'status' : undefined}
    >
      {tone !== 'info' && <Icon name={tone === 'problem' ? 'alert' : 'check'} />}
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
