import styles from '#components/review/credits.module.css'
import { elsewhere } from '#lib/works/external-ids.ts'
import type { WorkEdition, WorkPage } from '#lib/works/published.ts'
import { partialDateText, partialIso } from '#lib/works/works.ts'

/** The series that it belongs to, the forms in which it came out, and where else it is written about. */
export function FurtherFacts({ work, language }: { work: WorkPage; language: string }) {
  const links = elsewhere(work.kind, work.externalIds).filter(({ url }) => url.startsWith('https:'))
  const isbns = work.externalIds
    .filter(({ scheme, value }) => scheme === 'isbn' && !work.editions.some(({ isbn }) => isbn === value))
    .map(({ value }) => value)
  if (work.series.length + work.editions.length + isbns.length + links.length === 0) return null
  return (
    <dl className={styles.credits}>
      {work.series.length > 0 && (
        <>
          <dt>Part of</dt>
          <dd>
            <ul>
              {work.series.map(series => (
                <li key={series.id}>
                  <a href={series.path}>{series.name}</a>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {work.editions.length > 0 && (
        <>
          <dt>{work.editions.length > 1 ? 'Editions' : 'Edition'}</dt>
          <dd>
            <ul>
              {work.editions.map(edition => (
                <li key={edition.id}>
                  <bdi>{edition.name}</bdi>
                  <EditionFacts edition={edition} language={language} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {isbns.length > 0 && (
        <>
          <dt>ISBN</dt>
          <dd>{isbns.join(', ')}</dd>
        </>
      )}
      {links.length > 0 && (
        <>
          <dt>Elsewhere</dt>
          <dd>
            <ul>
              {links.map(({ name, url }) => (
                <li key={url}>
                  <a href={url}>{name}</a>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  )
}

/** "Hardback, Faber & Faber, 2 March 2021, ISBN 9780571364879" */
function EditionFacts({ edition, language }: { edition: WorkEdition; language: string }) {
  const iso = partialIso(edition.released)
  const words = [edition.format, edition.publisher].filter(Boolean)
  const isbn = edition.isbn && `ISBN ${edition.isbn}`
  if (words.length === 0 && !iso && !isbn) return null
  return (
    <span>
      {words.join(', ')}
      {iso && (
        <>
          {words.length > 0 && ', '}
          <time dateTime={iso}>{partialDateText(edition.released, language)}</time>
        </>
      )}
      {isbn && `${words.length > 0 || iso ? ', ' : ''}${isbn}`}
    </span>
  )
}
