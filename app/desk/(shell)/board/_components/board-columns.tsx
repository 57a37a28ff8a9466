'use client'
import Link from 'next/link'
import { type ReactNode, startTransition, useOptimistic } from 'react'
import { usePlan } from '#components/desk/workflow/plan-provider.tsx'
import type { PlanChoices } from '#lib/workflow/desk-queries.ts'
import type { Board } from '#lib/workflow/desk-queries-board.ts'
import type { Card } from '#lib/workflow/workflow.ts'
import styles from './board.module.css'
import { BoardColumn } from './board-column.tsx'

export interface BoardProps {
  board: Board
  choices: PlanChoices
  language: string
  /** When what is scheduled goes out, in words, by the review's id. */
  times: Record<string, string>
}

/** The columns side by side. A card that is moved stands in its new column at once, and goes back if that is refused. */
export function BoardColumns({ board, choices, language, times }: BoardProps) {
  const plan = usePlan()
  const [columns, move] = useOptimistic(board.columns, moveCards)
  const byId = new Map(columns.flatMap(({ cards }) => cards).map(card => [card.id, card]))
  const onMove = (ids: string[], stepId: string) => {
    const cards = ids.flatMap(id => byId.get(id) ?? []).filter(card => card.mayMove && card.stepId !== stepId)
    if (cards.length === 0) return
    startTransition(async () => {
      move({ cards, stepId })
      await plan(cards.map(({ id, version }) => ({ id, version, stepId })))
    })
  }
  return (
    <section className={styles.board} aria-label="Steps">
      {columns.map(({ stepId, cards, total }) => {
        const step = choices.steps.find(({ id }) => id === stepId)
        return step && <BoardColumn key={stepId} {...{ step, cards, total, choices, language, onMove }} />
      })}
      <FixedColumn
        id="scheduled"
        name="Scheduled"
        cards={board.scheduled}
        line={({ id }) => times[id]}
        empty="What has a time at which it goes out stands here."
        more={<Link href="/desk/calendar">The calendar</Link>}
      />
      <FixedColumn
        id="live"
        name="Live"
        cards={board.live}
        empty="What is published stands here."
        more={<Link href="/desk/reviews?state=live&sort=published">All that is live</Link>}
      />
    </section>
  )
}

interface FixedColumnProps {
  id: string
  name: string
  cards: Card[]
  /** What a card says besides. */
  line?: (card: Card) => ReactNode
  empty: string
  more: ReactNode
}

/** Being scheduled and being live follow from what is so: nothing is moved there by hand. */
function FixedColumn({ id, name, cards, line, empty, more }: FixedColumnProps) {
  return (
    <div className={styles.column}>
      <h2 className={styles.name} id={`column-${id}`}>
        {name}
      </h2>
      {cards.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul className={styles.cards} aria-labelledby={`column-${id}`}>
          {cards.map(card => (
            <li key={card.id} className={styles.card} data-live>
              <Link href={`/desk/reviews/${card.id}`} className={styles.title}>
                {card.title || 'Without a headline'}
              </Link>
              <p className={styles.facts}>{[card.work, card.critics.join(', ')].filter(Boolean).join(' · ')}</p>
              {line && <p className={styles.facts}>{line(card)}</p>}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.more}>{more}</p>
    </div>
  )
}

function moveCards(columns: Board['columns'], { cards, stepId }: { cards: Card[]; stepId: string }): Board['columns'] {
  const moving = new Set(cards.map(({ id }) => id))
  return columns.map(column => {
    const kept = column.cards.filter(({ id }) => !moving.has(id))
    const gone = column.cards.length - kept.length
    const come = column.stepId === stepId ? cards.map(card => ({ ...card, stepId })) : []
    return { ...column, cards: [...come, ...kept], total: column.total - gone + come.length }
  })
}
