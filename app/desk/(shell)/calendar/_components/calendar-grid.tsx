'use client'
import Link from 'next/link'
import { type DragEvent, startTransition, useOptimistic, useState } from 'react'
import { usePlan } from '#components/desk/workflow/plan-provider.tsx'
import { calendarPath } from '#lib/workflow/calendar.ts'
import type { CalendarDay } from '#lib/workflow/desk-queries-calendar.ts'
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

/** Days in weeks. What is due is dragged to another day, or sent there from its menu. */
export function CalendarGrid({ days, month, today, language, mayPlan }: CalendarProps) {
  const plan = usePlan()
  const [shown, move] = useOptimistic(days, moveDue)
  const [over, setOver] = useState<string | null>(null)
  const onMove = (card: Card, dueOn: string | null) => {
    if (dueOn === card.dueOn) return
    startTransition(async () => {
      move({ card, dueOn })
      await plan([{ id: card.id, version: card.version, dueOn }])
    })
  }
  const dropOn = (day: string) => ({
    onDragOver: (event: DragEvent) => {
      if (!mayPlan || !event.dataTransfer.types.includes(dragType)) return
      event.preventDefault()
      setOver(day)
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      const id = event.dataTransfer.getData(dragType)
      const card = shown.flatMap(({ due }) => due).find(each => each.id === id)
      if (card) onMove(card, day)
    },
  })
  return (
    <ol className={styles.grid} data-span={month ? 'month' : 'week'}>
      {shown.map(({ day, due, published, scheduled }) => (
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
            <ScheduledCard key={`${coming.reviewId} ${coming.verb}`} coming={coming} />
          ))}
          {due.map(card => (
            <DueCard key={card.id} {...{ card, today, language, mayPlan, onMove, dragType }} />
          ))}
          {published.slice(0, month ? mostPublished : undefined).map(card => (
            <PublishedCard key={card.id} card={card} />
          ))}
          {month && published.length > mostPublished && (
            <Link href={calendarPath({ span: 'week', day })} className={styles.rest}>
              {published.length - mostPublished} more published
            </Link>
          )}
        </li>
      ))}
    </ol>
  )
}

// A month is read at a glance; its weeks show all.
const mostPublished = 3
const dragType = 'application/x-review'

function moveDue(days: CalendarDay[], { card, dueOn }: { card: Card; dueOn: string | null }): CalendarDay[] {
  return days.map(day => {
    const kept = day.due.filter(({ id }) => id !== card.id)
    return { ...day, due: day.day === dueOn ? [...kept, { ...card, dueOn }] : kept }
  })
}
