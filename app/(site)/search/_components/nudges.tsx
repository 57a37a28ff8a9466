import { type Asked, isNarrowed, queryOf } from '#lib/search/address.ts'
import type { SearchPage } from '#lib/search/published.ts'
import styles from './search.module.css'

const examples = [
  ['scarl joh', 'the beginnings of a name'],
  ['jonze phoenix', 'two people at once'],
  ['"love story"', 'words that stand together'],
  ['love -romance', 'one word without another'],
] as const

/** What can be asked, for who has asked nothing yet. */
export function Nudge({ typed }: { typed: string }) {
  return (
    <section className={styles.nudge} aria-labelledby="nudge">
      <h2 id="nudge">{typed ? 'There is no word in that to look for' : 'What can be asked'}</h2>
      <p>
        Titles, people, characters, critics, topics, and what the reviews say. Accents and small slips do not matter.
        What a review hides as a spoiler is never searched.
      </p>
      <dl>
        {examples.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <a href={`/search?q=${encodeURIComponent(example)}`}>{example}</a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        Or look through <a href="/reviews">all reviews</a> by kind, genre, year and country.
      </p>
    </section>
  )
}

/** Nothing has it, and what may help. */
export function NothingFound({ asked, found }: { asked: Asked; found: SearchPage }) {
  const isNarrow = isNarrowed(asked.filter)
  return (
    <section className={styles.nudge} aria-labelledby="nothing">
      <h2 id="nothing">No review has “{asked.typed}” in it</h2>
      {found.instead && !found.isCorrected && (
        <p>
          Did you mean <a href={`/search${queryOf({ ...asked, typed: found.instead })}`}>{found.instead}</a>?
        </p>
      )}
      {isNarrow ? (
        <p>
          It was looked for in a part of the reviews only.{' '}
          <a href={`/search${queryOf({ ...asked, filter: {} })}`}>Look in all of them</a>.
        </p>
      ) : (
        <p>
          {found.names.length > 0
            ? 'What is called nearly that stands above. '
            : 'Fewer words, or the beginning of one, find more. '}
          You can also look through <a href="/reviews">all reviews</a>.
        </p>
      )}
    </section>
  )
}
