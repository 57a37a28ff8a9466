'use client'
import Link from 'next/link'
import { type DragEvent, startTransition, useOptimistic, useState } from 'react'
import { useMoveTime, usePlan } from '#components/desk/workflow/plan-provider.tsx'
import { calendarPath } from '#lib/workflow/calendar.ts'
import type { CalendarDay, ShownTime } from '#lib/workflow/desk-queries-calendar.ts'
import { type Card, dayText } from '#lib/workflow/workflow.ts'
import styles from './calendar.module.css'
import { DueCard, PublishedCard, ScheduledCard } from './day-card.tsx'

export interface CalendarProps {
  days: CalendarDay[]
  /** "2026-11" when a month is shown: days beside it are drawn fainter. */
  month: string | null
  today: string
  language: string
  mayPlan: boolean
}

/** Days in weeks. What is due or scheduled is dragged to another day, or sent there from its menu. */
export function CalendarGrid({ days, month, today, language, mayPlan }: CalendarProps) {
  const plan = usePlan()
  const moveTime = useMoveTime()
  const [shown, move] = useOptimistic(days, (now: CalendarDay[], change: Change) =>
    'card' in change ? moveDue(now, change) : moveComing(now, change),
  )
  const [over, setOver] = useState<string | null>(null)
  const onMove = (card: Card, dueOn: string | null) => {
    if (dueOn === card.dueOn) return
    startTransition(async () => {
      move({ card, dueOn })
      await plan([{ id: card.id, version: card.version, dueOn }])
    })
  }
  const onMoveTime = (coming: ShownTime, day: string) =>
    startTransition(async () => {
      move({ coming, day })
      await moveTime({ id: coming.reviewId, what: coming.verb, day })
    })
  const dropOn = (day: string) => ({
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragType)) return
      event.preventDefault()
      setOver(day)
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      const dragged: unknown = JSON.parse(event.dataTransfer.getData(dragType) || '{}')
      const card = shown.flatMap(({ due }) => due).find(each => each.id === partOf(dragged, 'due'))
      const coming = shown.flatMap(({ scheduled }) => scheduled).find(each => keyOf(each) === partOf(dragged, 'time'))
      if (card) onMove(card, day)
      if (coming) onMoveTime(coming, day)
    },
  })
  return (
    <ol className={styles.grid} data-span={month ? 'month' : 'week'}>
      {shown.map(({ day, due, published, scheduled, more }) => (
        <li
          key={day}
          className={styles.day}
          data-beside={(month && !day.startsWith(month)) || undefined}
          data-empty={due.length + published.length + scheduled.length === 0 || undefined}
          data-over={over === day || undefined}
          aria-current={day === today ? 'date' : undefined}
          {...dropOn(day)}
        >
          <h2 className={styles.date}>
            <span className={styles.weekday}>{dayText(day, { weekday: 'short' }, language)} </span>
            {dayText(day, { day: 'numeric' }, language)}
            <span className={styles.month}> {dayText(day, { month: 'long' }, language)}</span>
          </h2>
          {scheduled.map(coming => (
            <ScheduledCard key={keyOf(coming)} {...{ coming, day, language, dragType }} onMove={onMoveTime} />
          ))}
          {due.map(card => (
            <DueCard key={card.id} {...{ card, today, language, mayPlan, onMove, dragType }} />
          ))}
          {published.map(card => (
            <PublishedCard key={card.id} card={card} />
          ))}
          {more > 0 && (
            <Link href={calendarPath({ span: 'week', day })} className={styles.rest}>
              {more} more
            </Link>
          )}
        </li>
      ))}
    </ol>
  )
}

const dragType = 'application/x-review'

type Change = { card: Card; dueOn: string | null } | { coming: ShownTime; day: string }

function keyOf({ reviewId, verb }: ShownTime): string {
  return `${reviewId} ${verb}`
}

function partOf(dragged: unknown, key: string): unknown {
  return typeof dragged === 'object' && dragged !== null ? Reflect.get(dragged, key) : undefined
}

function moveComing(days: CalendarDay[], { coming, day: to }: { coming: ShownTime; day: string }): CalendarDay[] {
  return days.map(day => {
    const kept = day.scheduled.filter(each => keyOf(each) !== keyOf(coming))
    return { ...day, scheduled: day.day === to ? [...kept, coming] : kept }
  })
}

function moveDue(days: CalendarDay[], { card, dueOn }: { card: Card; dueOn: string | null }): CalendarDay[] {
  return days.map(day => {
    const kept = day.due.filter(({ id }) => id !== card.id)
    return { ...day, due: day.day === dueOn ? [...kept, { ...card, dueOn }] : kept }
  })
}
