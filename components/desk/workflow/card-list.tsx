import Link from 'next/link'
import { type Card, dueText, isLate, type Step } from '#lib/workflow/workflow.ts'
import styles from './card-list.module.css'

/** Reviews with where they stand and when they are due, one to a line. */
export function CardList({
  cards,
  steps,
  today,
  language,
}: {
  cards: Card[]
  steps: readonly Step[]
  today: string
  language: string
}) {
  return (
    <ol className={styles.cards}>
      {cards.map(card => (
        <li key={card.id} className={styles.card}>
          <div>
            <Link href={`/desk/reviews/${card.id}`} className={styles.title}>
              {card.title || 'Without a headline'}
            </Link>
            <p className={styles.facts}>
              {[card.work, card.critics.join(', '), card.assignee && `with ${card.assignee}`]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <p className={styles.step}>{steps.find(({ id }) => id === card.stepId)?.name}</p>
          <p className={styles.due} data-late={isLate(card.dueOn, today) || undefined}>
            {card.dueOn
              ? `${isLate(card.dueOn, today) ? '' : 'Due '}${dueText(card.dueOn, today, language)}`
              : 'No day'}
          </p>
        </li>
      ))}
    </ol>
  )
}
