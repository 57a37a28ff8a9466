import { type Clock, Moment } from '#components/desk/moment.tsx'
import type { PastDelivery } from '#lib/aggregators/desk-queries.ts'
import styles from './aggregators.module.css'
import { ForgetDelivery } from './forget-delivery.tsx'
import { dayText } from './said.ts'

/** The files that were made last, each to be forgotten when it was a mistake. */
export function Deliveries({
  deliveries,
  recipient,
  clock,
}: {
  deliveries: PastDelivery[]
  recipient: string
  clock: Clock
}) {
  if (deliveries.length === 0) return null
  return (
    <section className={styles.past} aria-labelledby="past">
      <h2 id="past">Files made last{recipient && ` for ${recipient}`}</h2>
      <ol className={styles.deliveries}>
        {deliveries.map(delivery => (
          <li key={delivery.id}>
            <p>
              <strong>{delivery.recipient}</strong>, {delivery.count === 1 ? '1 row' : `${delivery.count} rows`} as{' '}
              {delivery.format.toUpperCase()}
            </p>
            <p className={styles.facts}>
              {delivery.from === delivery.to
                ? dayText(delivery.from, clock.language)
                : `${dayText(delivery.from, clock.language)} to ${dayText(delivery.to, clock.language)}`}
              {' · '}
              <Moment iso={delivery.at} clock={clock} />
              {delivery.by && ` · ${delivery.by}`}
            </p>
            <ForgetDelivery id={delivery.id} recipient={delivery.recipient} />
          </li>
        ))}
      </ol>
    </section>
  )
}
