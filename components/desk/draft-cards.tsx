import Link from 'next/link'
import type { DeskDraft } from '#lib/reviews/desk-rows.ts'
import styles from './draft-cards.module.css'
import { type Clock, Moment } from './moment.tsx'
import { WritingNow } from './writing-now.tsx'

/** Drafts, with how they begin and what they still need. */
export function DraftCards({
  drafts,
  clock,
  writing,
}: {
  drafts: DeskDraft[]
  clock: Clock
  /** Who is writing in which of them right now, by the review's id. */
  writing: Record<string, string>
}) {
  return (
    <ul className={styles.drafts}>
      {drafts.map(draft => (
        <li key={draft.id} className={styles.draft}>
          <p className={styles.work}>{draft.work ?? 'No work chosen'}</p>
          <Link href={`/desk/reviews/${draft.id}`} className={styles.title}>
            {draft.title || <em>Without a headline</em>}
          </Link>
          {writing[draft.id] && <WritingNow writer={writing[draft.id] ?? ''} />}
          {draft.opening && <p className={styles.opening}>{draft.opening}</p>}
          <p className={styles.foot}>
            <span>{needsText(draft.missing)}</span>
            <Moment iso={draft.updatedAt} clock={clock} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function needsText([next, ...others]: string[]): string {
  if (next === undefined) return 'Ready to publish'
  return others.length === 0 ? `Next: ${next}` : `Next: ${next} And ${others.length} more.`
}
