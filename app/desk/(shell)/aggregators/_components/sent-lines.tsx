import { type Clock, Moment } from '#components/desk/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import type { DeskAggregatorRow } from '#lib/aggregators/aggregators.ts'
import styles from './aggregators.module.css'

/** To whom a review was sent, when, and whether it would be told otherwise now. */
export function SentLines({ row: { sent, isWithdrawn }, clock }: { row: DeskAggregatorRow; clock: Clock }) {
  if (sent.length === 0) return <p className={styles.facts}>Not sent</p>
  return (
    <ul className={styles.sent}>
      {sent.map(({ recipient, at, isChanged }) => (
        <li key={recipient}>
          {isWithdrawn ? (
            <Badge tone="bad">Retracted since</Badge>
          ) : (
            isChanged && <Badge tone="waiting">Changed since</Badge>
          )}
          <span className={styles.facts}>Sent to {recipient}</span>
          <span className={styles.facts}>
            <Moment iso={at} clock={clock} />
          </span>
        </li>
      ))}
    </ul>
  )
}
