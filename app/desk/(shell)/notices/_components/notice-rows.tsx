'use client'
import Link from 'next/link'
import { useTransition } from 'react'
import styles from '#components/desk/rows.module.css'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ShownNotice } from '#lib/notices/notices.ts'
import { readNoticesAction } from '../actions.ts'

/** Each leads to what it is about, which is to have read it. */
export function NoticeRows({ notices }: { notices: (ShownNotice & { moment: string })[] }) {
  const [isBusy, act] = useTransition()
  const read = (id: string) => act(() => readNoticesAction(id))
  return (
    <ol className={styles.rows}>
      {notices.map(({ id, by, text, path, moment, isRead }) => (
        <li key={id} className={styles.row} data-unread={!isRead || undefined}>
          <p>
            {!isRead && <Badge tone="waiting">New</Badge>}{' '}
            <Link href={path} onClick={() => !isRead && read(id)}>
              {by ? `${by} ` : ''}
              {text}
            </Link>
          </p>
          <p className={styles.facts}>{moment}</p>
          {!isRead && (
            <Button size="small" variant="quiet" isDisabled={isBusy} onPress={() => read(id)}>
              I have seen it
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
