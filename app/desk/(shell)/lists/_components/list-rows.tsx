import Link from 'next/link'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { DeskListRow } from '#lib/lists/desk-lists.ts'
import { worksText } from '#lib/lists/lists.ts'
import styles from './lists.module.css'

/** Lists, one to a row; the title opens the editor. */
export function ListRows({ rows, clock }: { rows: DeskListRow[]; clock: Clock }) {
  return (
    <ol className={styles.rows}>
      {rows.map(row => (
        <li key={row.id} className={styles.row}>
          <div>
            <Link href={`/desk/lists/${row.id}`} className={styles.title}>
              {row.title || <em>Without a title</em>}
            </Link>
            <p className={styles.facts}>{[row.critic ?? 'No byline', worksText(row.count)].join(' · ')}</p>
          </div>
          <p>
            <Badge tone={row.state === 'live' ? 'good' : 'neutral'}>{row.state === 'live' ? 'Live' : 'Draft'}</Badge>
          </p>
          <p className={styles.date}>
            {row.publishedAt ? 'Shown ' : 'Begun '}
            <Moment iso={row.publishedAt ?? row.createdAt} clock={clock} />
          </p>
        </li>
      ))}
    </ol>
  )
}
