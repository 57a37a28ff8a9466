import hidden from '#components/review/visually-hidden.module.css'
import { countFigure } from '#lib/ratings/ratings.ts'
import { type Asked, queryOf } from '#lib/search/address.ts'
import { type FacetName, type Facets, type FacetValue, facetNames, type SearchSort } from '#lib/search/search.ts'
import styles from './facets.module.css'

const titles: Record<FacetName, string> = {
  kind: 'Kind',
  genre: 'Genre',
  decade: 'Decade',
  year: 'Year',
  country: 'Country',
  rating: 'Rating',
  section: 'Section',
  critic: 'Critic',
  topic: 'Topic',
}

export const sortNames: Record<SearchSort, string> = {
  relevance: 'Best match',
  newest: 'Newest',
  oldest: 'Oldest',
  best: 'Best rated',
  title: 'Title, A to Z',
}

/** So many values of one facet; of more, those with the most reviews. */
const most = 60

interface FacetsProps {
  facets: Facets
  asked: Asked
  /** "/reviews" */
  path: string
  /** The first is what is meant when the address says nothing. */
  sorts: readonly SearchSort[]
  /** How counts are written. */
  language: string
}

/** What a listing can be narrowed by, as links that say how much each would leave, and in what order it stands. */
export function FacetBar({ facets, asked, path, sorts, language }: FacetsProps) {
  const to = (change: Partial<Asked>) => path + queryOf({ ...asked, ...change })
  const narrowed = (name: FacetName, value: string | undefined) => to({ filter: { ...asked.filter, [name]: value } })
  const chosen = chosenFacets(asked.filter, facets)
  const sort = asked.sort ?? sorts[0]
  return (
    <nav className={styles.facets} aria-label="Narrow down and sort">
      <ul className={styles.groups}>
        {facetNames.map(name => {
          const values = facets[name]
          return values.length === 0 ? null : (
            <li key={name}>
              <details className={styles.group} name="facet">
                <summary>{titles[name]}</summary>
                <Values
                  name={name}
                  values={values}
                  language={language}
                  chosen={asked.filter[name] === undefined ? undefined : String(asked.filter[name])}
                  to={value => narrowed(name, value)}
                />
              </details>
            </li>
          )
        })}
        <li className={styles.sort}>
          <details className={styles.group} name="facet">
            <summary>
              <span className={styles.quiet}>Sorted by</span> {sortNames[sort ?? 'newest']}
            </summary>
            <ul className={styles.values}>
              {sorts.map(other => (
                <li key={other}>
                  <a
                    href={to({ sort: other === sorts[0] ? null : other })}
                    aria-current={other === sort ? 'true' : undefined}
                  >
                    {sortNames[other]}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </li>
      </ul>
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label="Narrowed to">
          {chosen.map(({ name, label }) => (
            <li key={name}>
              <a href={narrowed(name, undefined)} aria-label={`Take away ${titles[name].toLowerCase()}: ${label}`}>
                {label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          {chosen.length > 1 && (
            <li>
              <a className={styles.all} href={to({ filter: {} })}>
                Show all
              </a>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}

/** What a listing is narrowed to, by the names that readers see; what nothing has is named as its address says it. */
export function chosenFacets(filter: Asked['filter'], facets: Facets): { name: FacetName; label: string }[] {
  return facetNames.flatMap(name => {
    const value = filter[name]
    if (value === undefined) return []
    return [{ name, label: facets[name].find(known => known.value === String(value))?.label ?? String(value) }]
  })
}

interface ValuesProps {
  name: FacetName
  values: FacetValue[]
  language: string
  chosen: string | undefined
  to: (value: string | undefined) => string
}

function Values({ name, values, language, chosen, to }: ValuesProps) {
  const shown = frequent(values)
  return (
    <ul className={styles.values}>
      {chosen !== undefined && (
        <li>
          <a href={to(undefined)}>Any</a>
        </li>
      )}
      {shown.map(({ value, label, count }) => (
        <li key={value}>
          <a href={to(value)} aria-current={value === chosen ? 'true' : undefined}>
            <span className={styles.label}>{label}</span>{' '}
            <span className={styles.number}>
              {countFigure(count, language)}
              <span className={hidden.hidden}> {count === 1 ? 'review' : 'reviews'}</span>
            </span>
          </a>
        </li>
      ))}
      {values.length > shown.length && (
        <li className={styles.quiet}>
          The {shown.length} with the most reviews, of {values.length} {name === 'country' ? 'countries' : `${name}s`}.
        </li>
      )}
    </ul>
  )
}

/** All, in their order; or those with the most reviews, still in that order. */
function frequent(values: FacetValue[]): FacetValue[] {
  if (values.length <= most) return values
  const least = values.map(({ count }) => count).sort((a, b) => b - a)[most - 1] ?? 0
  return values.filter(({ count }) => count >= least).slice(0, most)
}
