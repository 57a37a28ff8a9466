'use client'
import Link from 'next/link'
import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/menu.tsx'
import type { PlanChoices } from '#lib/workflow/desk-queries.ts'
import { type Card, dueText, isLate, type Step } from '#lib/workflow/workflow.ts'
import styles from './board.module.css'

const dragType = 'application/x-review'

interface ColumnProps {
  step: Step
  cards: Card[]
  total: number
  choices: PlanChoices
  language: string
  onMove: (ids: string[], stepId: string) => void
}

/** One step. Cards are dragged from column to column, by pointer or keyboard; the whole column is where they are dropped. */
export function BoardColumn({ step, cards, total, choices, language, onMove }: ColumnProps) {
  const mayCome = choices.into.includes(step.id)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: keys => [...keys].map(key => ({ [dragType]: String(key), 'text/plain': String(key) })),
    isDisabled: !cards.some(({ mayMove }) => mayMove) && !mayCome,
    acceptedDragTypes: mayCome ? [dragType] : [],
    getDropOperation: target => (target.type === 'root' ? 'move' : 'cancel'),
    onRootDrop: async ({ items }) => {
      const texts = items.flatMap(item => (item.kind === 'text' ? item.getText(dragType) : []))
      onMove(await Promise.all(texts), step.id)
    },
  })
  return (
    <div className={styles.column}>
      <h2 className={styles.name}>
        {step.name} <span className={styles.count}>{total}</span>
      </h2>
      <GridList
        aria-label={`${step.name}, ${total === 1 ? '1 review' : `${total} reviews`}`}
        className={styles.cards}
        items={cards}
        dependencies={[choices, onMove]}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => (
          <p className={styles.empty}>{mayCome ? 'Nothing here' : 'Editors move reviews here'}</p>
        )}
      >
        {card => (
          <GridListItem id={card.id} textValue={card.title || 'Without a headline'} className={styles.card}>
            <BoardCard {...{ card, choices, language, onMove }} />
          </GridListItem>
        )}
      </GridList>
      {total > cards.length && (
        <p className={styles.more}>
          <Link href={`/desk/reviews?step=${step.id}`}>{total - cards.length} more in the list</Link>
        </p>
      )}
    </div>
  )
}

function BoardCard({
  card,
  choices,
  language,
  onMove,
}: { card: Card } & Pick<ColumnProps, 'choices' | 'language' | 'onMove'>) {
  const { today, steps, into } = choices
  const name = card.title || 'Without a headline'
  return (
    <>
      <div className={styles.head}>
        <Link href={`/desk/reviews/${card.id}`} className={styles.title}>
          {card.title || <em>Without a headline</em>}
        </Link>
        {card.mayMove && (
          <Button slot="drag" variant="quiet" size="small" isIcon aria-label={`Drag ${name}`}>
            <span className={styles.grip} aria-hidden="true" />
          </Button>
        )}
      </div>
      <p className={styles.facts}>{[card.work, card.critics.join(', ')].filter(Boolean).join(' · ')}</p>
      <div className={styles.foot}>
        <p className={styles.facts}>
          {card.priority === 'high' && <strong className={styles.high}>High priority</strong>}
          {card.dueOn && (
            <span data-late={isLate(card.dueOn, today) || undefined}>Due {dueText(card.dueOn, today, language)}</span>
          )}
          <span>{card.assignee ? `With ${card.assignee}` : 'Nobody has it'}</span>
        </p>
        {card.mayMove && (
          <Menu
            label={`Move ${name}`}
            trigger={
              <Button variant="quiet" size="small" isIcon aria-label={`Move ${name} to another step`}>
                <Icon name="arrowRight" />
              </Button>
            }
            entries={steps
              .filter(({ id }) => id !== card.stepId && into.includes(id))
              .map(({ id, name: label }) => ({ id, label: `Move to ${label}`, onAction: () => onMove([card.id], id) }))}
          />
        )}
      </div>
    </>
  )
}
