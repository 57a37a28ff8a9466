import { Fragment, type ReactNode } from 'react'
import styles from '#components/review/credits.module.css'
import { languageName } from '#lib/languages/languages.ts'
import { countryName } from '#lib/works/places.ts'
import type { WorkFacts as Facts } from '#lib/works/published-facts.ts'
import { partialDateText, partialIso } from '#lib/works/works.ts'

/** What is known of a work apart from who made it; what is not known is left out. */
export function WorkFacts({ facts: work, language }: { facts: Facts; language: string }) {
  const iso = partialIso(work.released)
  const facts: [string, ReactNode][] = [
    ['Original title', work.originalTitle && <bdi lang={work.language ?? undefined}>{work.originalTitle}</bdi>],
    ['Released', iso && <time dateTime={iso}>{partialDateText(work.released, language)}</time>],
    ['Length', work.minutes ? duration(work.minutes) : work.pages ? `${work.pages} pages` : null],
    ['Country', work.country && countryName(work.country, language)],
    ['Language', work.language && languageName(work.language, language)],
    [work.genres.length > 1 ? 'Genres' : 'Genre', work.genres.join(', ')],
    [work.platforms.length > 1 ? 'Platforms' : 'Platform', work.platforms.join(', ')],
    ['From', work.publisher],
  ]
  return (
    <dl className={styles.credits}>
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
