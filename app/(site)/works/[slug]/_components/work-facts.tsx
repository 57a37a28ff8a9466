import { Fragment } from 'react'
import type { WorkPage } from '#lib/works/published.ts'
import { partialDateText } from '#lib/works/works.ts'
import styles from './work.module.css'

/** What is known of a work apart from who made it; what is not known is left out. */
export function WorkFacts({ work, language }: { work: WorkPage; language: string }) {
  const country = work.country && new Intl.DisplayNames([language], { type: 'region' }).of(work.country)
  const facts: [string, string | null | undefined][] = [
    ['Original title', work.originalTitle],
    ['Released', partialDateText(work.released, language)],
    ['Length', work.minutes ? duration(work.minutes) : work.pages ? `${work.pages} pages` : null],
    ['Country', country],
    ['Genre', work.genres.join(', ')],
    ['Platforms', work.platforms.join(', ')],
    ['Publisher', work.publisher],
  ]
  return (
    <dl className={styles.list}>
      {facts.map(
        ([name, value]) =>
          value && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}

/** "2 h 6 min" */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}
