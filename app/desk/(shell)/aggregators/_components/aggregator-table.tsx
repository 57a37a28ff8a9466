import Link from 'next/link'
import type { Clock } from '#components/desk/moment.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { type DeskAggregatorRow, freshnessName, quoteLength, quoteProblem } from '#lib/aggregators/aggregators.ts'
import type { AggregatorPage } from '#lib/aggregators/desk-queries.ts'
import { figure } from '#lib/ratings/ratings.ts'
import { elsewhere } from '#lib/works/external-ids.ts'
import styles from './aggregators.module.css'
import { dayText } from './said.ts'
import { SentLines } from './sent-lines.tsx'

/** The rows as they would be sent, with what is wrong with them. On a narrow screen each stands by itself. */
export function AggregatorTable({ found, clock }: { found: AggregatorPage; clock: Clock }) {
  if (found.rows.length === 0) return null
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Review</th>
          <th scope="col">Pull quote</th>
          <th scope="col">Score</th>
          <th scope="col">Sent</th>
        </tr>
      </thead>
      <tbody>
        {found.rows.map(row => (
          <tr key={row.reviewId} data-withdrawn={row.isWithdrawn || undefined}>
            <th scope="row">
              <Subject row={row} language={clock.language} />
            </th>
            <td>{!row.isWithdrawn && <Quote row={row} limit={found.request.limit} />}</td>
            <td>{!row.isWithdrawn && <Score row={row} />}</td>
            <td>
              <SentLines row={row} clock={clock} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subject({ row, language }: { row: DeskAggregatorRow; language: string }) {
  const { work } = row
  const ids = elsewhere(work.kind, work.ids)
  return (
    <>
      <span className={styles.work} dir="auto">
        {work.title}
        {work.year !== null && <span className={styles.year}> {work.year}</span>}
      </span>
      <span className={styles.headline}>
        {row.isWithdrawn ? (
          <span dir="auto">{row.headline}</span>
        ) : (
          <a href={row.link} target="_blank" rel="noreferrer" dir="auto">
            {row.headline}
          </a>
        )}
      </span>
      <span className={styles.facts}>
        {row.critics.join(' and ')}, {dayText(row.published.slice(0, 10), language)}
      </span>
      {ids.length > 0 ? (
        <span className={styles.facts}>
          {ids.map(({ name, value, url }) => (
            <span key={`${name} ${value}`} className={styles.id}>
              {name} {url.startsWith('http') ? <a href={url}>{value}</a> : value}
            </span>
          ))}
        </span>
      ) : (
        !row.isWithdrawn && (
          <span className={styles.problem}>
            No id in a catalogue, so it is matched by its title.{' '}
            <Link href={`/desk/works/${work.id}`}>Add one to the work</Link>
          </span>
        )
      )}
    </>
  )
}

function Quote({ row, limit }: { row: DeskAggregatorRow; limit: number }) {
  const problem = quoteProblem(row.quote, limit)
  return (
    <>
      {row.quote && (
        <blockquote className={styles.quote} lang={row.language} dir="auto">
          {row.quote}
        </blockquote>
      )}
      {problem ? (
        <p className={styles.problem}>
          {problem.problem}{' '}
          <Link href={`/desk/reviews/${row.reviewId}#field-pullQuote`}>{problem.remedy.replace(/\.$/, '')}</Link>
        </p>
      ) : (
        <p className={styles.facts}>
          {quoteLength(row.quote)} of {limit} characters
        </p>
      )}
    </>
  )
}

function Score({ row: { score } }: { row: DeskAggregatorRow }) {
  if (!score) return <p className={styles.facts}>Not scored</p>
  return (
    <>
      <p className={styles.score}>{score.original}</p>
      <p className={styles.facts}>
        {figure(score.hundred)} of 100 <Badge tone={score.isFresh ? 'good' : 'bad'}>{freshnessName(score)}</Badge>
      </p>
    </>
  )
}
