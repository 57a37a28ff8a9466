'use client'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import type { ShownTime } from '#lib/workflow/desk-queries-calendar.ts'
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
  const name = card.title || 'Without a headline'
  return (
    // The drag is for the pointer; the menu beside it does the same from the keyboard.
    <article
      className={styles.card}
      data-late={isLate(card.dueOn, today) || undefined}
      draggable={mayPlan}
      onDragStart={event => {
        event.dataTransfer.setData(dragType, JSON.stringify({ due: card.id }))
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
        <MoveMenu
          name={name}
          day={card.dueOn ?? today}
          language={language}
          question={`When is ${name} due?`}
          onMove={to => onMove(card, to)}
          entries={[{ id: 'none', label: 'No day', onAction: () => onMove(card, null) }]}
        />
      )}
    </article>
  )
}

interface MoveMenuProps {
  name: string
  day: string
  language: string
  /** Above the field in which another day is chosen. */
  question: string
  onMove: (day: string) => void
  entries?: MenuEntry[]
}

/** Moves to another day from the keyboard what is dragged there by the pointer. */
function MoveMenu({ name, day, language, question, onMove, entries = [] }: MoveMenuProps) {
  const [isChoosing, setChoosing] = useState(false)
  const goTo = (id: string, label: string, to: string) => ({
    id,
    label,
    description: dayText(to, { weekday: 'long', day: 'numeric', month: 'long' }, language),
    onAction: () => onMove(to),
  })
  return (
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
          ...entries,
        ]}
      />
      {isChoosing && <ChooseDay question={question} day={day} onClose={() => setChoosing(false)} onChoose={onMove} />}
    </div>
  )
}

function ChooseDay(props: { question: string; day: string; onClose: () => void; onChoose: (day: string) => void }) {
  const [day, setDay] = useState(props.day)
  return (
    <Dialog title={props.question} isOpen onOpenChange={props.onClose}>
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

interface ScheduledCardProps {
  coming: ShownTime
  day: string
  language: string
  dragType: string
  onMove: (coming: ShownTime, day: string) => void
}

/** What is to be done with a review on that day. Moved to another, it keeps its hour, which is changed beside the text. */
export function ScheduledCard({ coming, day, language, dragType, onMove }: ScheduledCardProps) {
  const { reviewId, verb, time, mayMove } = coming
  const name = coming.title || 'Without a headline'
  return (
    <article
      className={styles.card}
      data-scheduled
      draggable={mayMove}
      onDragStart={event => {
        event.dataTransfer.setData(dragType, JSON.stringify({ time: `${reviewId} ${verb}` }))
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <Link href={`/desk/reviews/${reviewId}#field-timing`} className={styles.title} draggable={false}>
        {name}
      </Link>
      <p className={styles.facts}>
        {verb === 'publish' ? 'Goes out' : 'Is retracted'} at {time}
      </p>
      {mayMove && (
        <MoveMenu
          {...{ name, day, language }}
          question={verb === 'publish' ? `On which day does ${name} go out?` : `On which day is ${name} retracted?`}
          onMove={to => onMove(coming, to)}
        />
      )}
    </article>
  )
}
