'use client'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/menu.tsx'
import type { CalendarDay } from '#lib/workflow/desk-queries-calendar.ts'
import { addDays, type Card, dayText, isLate } from '#lib/workflow/workflow.ts'
import styles from './calendar.module.css'

interface DueCardProps {
  card: Card
  today: string
  language: string
  mayPlan: boolean
  dragType: string
  onMove: (card: Card, dueOn: string | null) => void
}

/** A review on the day that it is due. */
export function DueCard({ card, today, language, mayPlan, dragType, onMove }: DueCardProps) {
  const [isChoosing, setChoosing] = useState(false)
  const name = card.title || 'Without a headline'
  const day = card.dueOn ?? today
  const goTo = (id: string, label: string, to: string) => ({
    id,
    label,
    description: dayText(to, { weekday: 'long', day: 'numeric', month: 'long' }, language),
    onAction: () => onMove(card, to),
  })
  return (
    // The drag is for the pointer; the menu beside it does the same from the keyboard.
    <article
      className={styles.card}
      data-late={isLate(card.dueOn, today) || undefined}
      draggable={mayPlan}
      onDragStart={event => {
        event.dataTransfer.setData(dragType, card.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <Link href={`/desk/reviews/${card.id}`} className={styles.title} draggable={false}>
        {name}
      </Link>
      <p className={styles.facts}>
        {isLate(card.dueOn, today) ? 'Late' : 'Due'} · {card.assignee ?? 'nobody has it'}
      </p>
      {mayPlan && (
        <div className={styles.move}>
          <Menu
            label={`Move ${name}`}
            trigger={
              <Button variant="quiet" size="small" isIcon aria-label={`Move ${name} to another day`}>
                <Icon name="more" />
              </Button>
            }
            entries={[
              goTo('later', 'A day later', addDays(day, 1)),
              goTo('earlier', 'A day earlier', addDays(day, -1)),
              goTo('week', 'A week later', addDays(day, 7)),
              { id: 'other', label: 'Another day…', onAction: () => setChoosing(true) },
              { id: 'none', label: 'No day', onAction: () => onMove(card, null) },
            ]}
          />
        </div>
      )}
      {isChoosing && (
        <ChooseDay name={name} day={day} onClose={() => setChoosing(false)} onChoose={to => onMove(card, to)} />
      )}
    </article>
  )
}

function ChooseDay(props: { name: string; day: string; onClose: () => void; onChoose: (day: string) => void }) {
  const [day, setDay] = useState(props.day)
  return (
    <Dialog title={`When is ${props.name} due?`} isOpen onOpenChange={props.onClose}>
      <TextField label="Day" type="date" value={day} onChange={event => setDay(event.target.value)} />
      <DialogActions>
        <Button variant="quiet" onPress={props.onClose}>
          Leave it
        </Button>
        <Button
          variant="primary"
          isDisabled={day === ''}
          onPress={() => {
            props.onChoose(day)
            props.onClose()
          }}
        >
          Move it
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** A review on the day that it went out. */
export function PublishedCard({ card }: { card: Card }) {
  return (
    <article className={styles.card} data-published>
      <Link href={`/desk/reviews/${card.id}`} className={styles.title}>
        {card.title || 'Without a headline'}
      </Link>
      <p className={styles.facts}>Published</p>
    </article>
  )
}

/** What is to be done with a review on that day; its time is changed beside its text. */
export function ScheduledCard({ coming }: { coming: CalendarDay['scheduled'][number] }) {
  return (
    <article className={styles.card} data-published>
      <Link href={`/desk/reviews/${coming.reviewId}#field-timing`} className={styles.title}>
        {coming.title || 'Without a headline'}
      </Link>
      <p className={styles.facts}>
        {coming.verb === 'publish' ? 'Goes out' : 'Is retracted'} at {coming.time}
      </p>
    </article>
  )
}
