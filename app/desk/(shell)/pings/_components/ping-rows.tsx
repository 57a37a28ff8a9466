import Link from 'next/link'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import list from '#components/desk/rows.module.css'
import { Badge } from '#components/ui/badge.tsx'
import type { DeskPing } from '#lib/pings/desk-queries.ts'
import { causeWords, serviceNames } from '#lib/pings/pings.ts'
import styles from './pings.module.css'
import { RetryButton } from './retry-button.tsx'
import { attemptsText, stateTones, stateWords } from './said.ts'

/** Notices, newest first: what happened, who was told of how much, and what they said. */
export function PingRows({ rows, clock, mayRetry }: { rows: DeskPing[]; clock: Clock; mayRetry: boolean }) {
  return (
    <ol className={list.rows}>
      {rows.map(row => (
        <li key={row.id} className={styles.row}>
          <p className={styles.state}>
            <Badge tone={stateTones[row.state]}>{stateWords[row.state]}</Badge>
          </p>
          <div className={styles.words}>
            <p className={styles.what}>
              {causeWords(row.cause)}
              {row.subject && (
                <>
                  {': '}
                  <Link href={row.subject.href} className={styles.subject}>
                    {row.subject.name}
                  </Link>
                </>
              )}
            </p>
            <p className={styles.facts}>
              {serviceNames[row.service]}, {row.host} · <Moment iso={row.finishedAt ?? row.at} clock={clock} />
            </p>
            <HowItWent row={row} clock={clock} />
            <Addresses row={row} />
          </div>
          {mayRetry && row.state === 'failed' && <RetryButton id={row.id} name={row.subject?.name ?? row.host} />}
        </li>
      ))}
    </ol>
  )
}

function HowItWent({ row: { state, answer, attempts, dueAt, isLate }, clock }: { row: DeskPing; clock: Clock }) {
  if (!answer && !dueAt && !isLate) return null
  return (
    <p className={styles.answer} data-state={state}>
      {answer}
      {attempts > 1 && ` (${attemptsText(attempts)})`}
      {answer && (dueAt || isLate) && '. '}
      {dueAt && (
        <>
          Next attempt: <Moment iso={dueAt} clock={clock} />
        </>
      )}
      {isLate && 'It waits for the worker, which is not running or busy with other jobs.'}
    </p>
  )
}

function Addresses({ row: { urls, count, service } }: { row: DeskPing }) {
  const things = service === 'websub' ? ['feed', 'feeds'] : ['page', 'pages']
  return (
    <details className={styles.addresses}>
      <summary>
        {count} {things[count === 1 ? 0 : 1]}
      </summary>
      <ul>
        {urls.map(url => (
          <li key={url}>
            <a href={url}>{url}</a>
          </li>
        ))}
        {count > urls.length && <li>and {count - urls.length} more</li>}
      </ul>
    </details>
  )
}
