import hidden from '#components/review/visually-hidden.module.css'
import type { Asked } from '#lib/search/address.ts'
import { longestQuery } from '#lib/search/search.ts'
import styles from './search.module.css'

/** The question, as a plain form: its answer has an address. What the listing was narrowed by stays as it is. */
export function SearchForm({ asked }: { asked: Asked }) {
  const kept = Object.entries({ ...asked.filter, sort: asked.sort })
  return (
    <search>
      <form className={styles.form} action="/search" method="get" data-brief="">
        <label htmlFor="q" className={hidden.hidden}>
          Title, name, critic, or words of a review
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={asked.typed}
          maxLength={longestQuery}
          placeholder="A title, a name, some words"
          autoComplete="off"
          data-suggest="/search/suggest"
        />
        {kept.map(([key, value]) =>
          value === undefined || value === null ? null : <input key={key} type="hidden" name={key} value={value} />,
        )}
        <button type="submit">Search</button>
      </form>
    </search>
  )
}
