import Link from 'next/link'
import type { ReactNode } from 'react'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import { picturePath } from '#lib/media/pictures.ts'
import { ratingLabel, shortRating } from '#lib/ratings/ratings.ts'
import type { DeskRow } from '#lib/reviews/desk-rows.ts'
import { reviewKindName } from '#lib/reviews/reviews.ts'
import { dueText, isLate } from '#lib/workflow/workflow.ts'
import { type Clock, Moment } from './moment.tsx'
import styles from './review-rows.module.css'
import { StateBadge } from './state-badge.tsx'
import { WritingNow } from './writing-now.tsx'

export interface ReviewRowsProps {
  rows: DeskRow[]
  clock: Clock
  /** Which of its dates a row shows. */
  date: 'updatedAt' | 'publishedAt'
  /** Who is writing in which of them right now, by the review's id. */
  writing?: Record<string, string>
  /** The publication's day: with it, rows say when they are due. */
  today?: string
  /** Stands before a row. */
  lead?: (row: DeskRow) => ReactNode
}

/** Reviews, one to a row; the headline opens the editor. */
export function ReviewRows({ rows, clock, date, writing = {}, today, lead }: ReviewRowsProps) {
  return (
    <ol className={styles.rows} data-lead={lead ? true : undefined}>
      {rows.map(row => (
        <ReviewRow
          key={row.id}
          row={row}
          clock={clock}
          date={date}
          writer={writing[row.id]}
          today={today}
          lead={lead}
        />
      ))}
    </ol>
  )
}

function ReviewRow({
  row,
  clock,
  date,
  writer,
  today,
  lead,
}: { row: DeskRow; writer: string | undefined } & Omit<ReviewRowsProps, 'rows' | 'writing'>) {
  const at = row[date]
  return (
    <li className={styles.row}>
      {lead && <span className={styles.lead}>{lead(row)}</span>}
      <Thumbnail row={row} />
      <div className={styles.words}>
        <Link href={`/desk/reviews/${row.id}`} className={styles.title}>
          {row.title || <em>Without a headline</em>}
        </Link>
        <p className={styles.facts}>{factsOf(row).join(' · ')}</p>
        {today && <PlanLine row={row} today={today} language={clock.language} />}
        {writer && <WritingNow writer={writer} />}
      </div>
      <p className={styles.rating}>
        {row.rating && (
          <>
            <span aria-hidden="true">{shortRating(row.rating)}</span>
            <VisuallyHidden>{ratingLabel(row.rating)}</VisuallyHidden>
          </>
        )}
      </p>
      <p className={styles.state}>
        <StateBadge state={row.state} />
      </p>
      <p className={styles.date}>{at && <Moment iso={at} clock={clock} />}</p>
    </li>
  )
}

/** Where it stands, who has it and until when, as far as that is said of it. */
function PlanLine({ row, today, language }: { row: DeskRow; today: string; language: string }) {
  if (row.step === null) return null
  return (
    <p className={styles.facts}>
      {[row.step, row.assignee && `with ${row.assignee}`].filter(Boolean).join(' · ')}
      {row.dueOn && (
        <span data-late={isLate(row.dueOn, today) || undefined}> · due {dueText(row.dueOn, today, language)}</span>
      )}
    </p>
  )
}

/** Which review it is, at a glance; its words are beside it. */
function Thumbnail({ row: { picture } }: { row: DeskRow }) {
  const width = picture?.widths[0]
  return (
    <span className={styles.thumbnail} style={picture ? { background: picture.colour } : undefined}>
      {picture && width !== undefined && (
        // A plain img: the picture exists in the right size already.
        <img src={picturePath(picture, width)} alt="" loading="lazy" width={72} height={48} />
      )}
    </span>
  )
}

function factsOf({ work, critics, section, kind }: DeskRow): string[] {
  const kindText = kind === 'full' ? null : reviewKindName(kind)
  return [work ?? 'No work chosen', critics.join(', '), section, kindText].flatMap(fact => fact || [])
}
