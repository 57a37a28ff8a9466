import type { ReviewFilter } from '#lib/reviews/published.ts'
import type { Link } from '#lib/reviews/reviews.ts'
import { kindName, workKinds } from '#lib/works/works.ts'
import styles from './filter-form.module.css'

interface Named {
  name: string
  path: string
}

const ratings = [
  ['80', 'Four fifths or better'],
  ['60', 'Three fifths or better'],
  ['40', 'Two fifths or better'],
] as const

/** Narrows the listing, as a plain form: its answer has an address that can be kept. */
export function FilterForm({
  filter,
  sections,
  critics,
  years,
}: {
  filter: ReviewFilter
  sections: Link[]
  critics: Link[]
  years: number[]
}) {
  const named = (list: Named[]) => list.map(({ name, path }) => [path.split('/').at(-1) ?? '', name] as const)
  return (
    <form className={styles.filter} action="/reviews" method="get" data-brief="">
      <Choice name="kind" label="Kind" value={filter.kind} options={workKinds.map(kind => [kind, kindName(kind, 2)])} />
      <Choice name="section" label="Section" value={filter.section} options={named(sections)} />
      <Choice name="critic" label="Critic" value={filter.critic} options={named(critics)} />
      <Choice
        name="year"
        label="Published in"
        value={filter.year}
        options={years.map(year => [String(year), String(year)])}
      />
      <Choice name="rating" label="Rating" value={filter.rating} options={ratings} />
      <button type="submit">Show</button>
      {Object.values(filter).some(value => value !== undefined) && <a href="/reviews">Show all</a>}
    </form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  value: string | number | undefined
  options: readonly (readonly [value: string, label: string])[]
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''}>
        <option value="">Any</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
