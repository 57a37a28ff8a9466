import type { TopChoices } from '#lib/top/published.ts'
import { type TopFilter, topPath } from '#lib/top/top.ts'
import { kindName } from '#lib/works/works.ts'
import styles from './top.module.css'

/** Narrows the page: a link for each kind, and a plain form for the rest. Its answer has an address that can be kept. */
export function TopForm({ filter, choices }: { filter: TopFilter; choices: TopChoices }) {
  const { kind, ...rest } = filter
  return (
    <div className={styles.narrow}>
      <nav aria-label="Kinds of work">
        <ul className={styles.kinds}>
          <li>
            <a href={topPath(rest)} aria-current={kind ? undefined : 'page'}>
              Everything
            </a>
          </li>
          {choices.kinds.map(choice => (
            <li key={choice}>
              <a href={topPath({ ...rest, kind: choice })} aria-current={choice === kind ? 'page' : undefined}>
                {kindName(choice, 2)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form className={styles.form} action="/top" method="get" data-brief="">
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Choice name="decade" label="Decade" value={filter.decade} options={choices.decades} suffix="s" />
        <Choice name="year" label="Year of release" value={filter.year} options={choices.years} />
        <Choice name="genre" label="Genre" value={filter.genre} options={choices.genres} />
        <button type="submit">Show</button>
        {Object.keys(filter).length > 0 && <a href="/top">Show all</a>}
      </form>
    </div>
  )
}

interface ChoiceProps {
  name: string
  label: string
  value: string | number | undefined
  options: readonly (string | number)[]
  suffix?: string
}

function Choice({ name, label, value, options, suffix = '' }: ChoiceProps) {
  // What the address asks for stays chosen, even when nothing has it.
  const all = value === undefined || options.includes(value) ? options : [value, ...options]
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ''}>
        <option value="">Any</option>
        {all.map(option => (
          <option key={option} value={option}>
            {option}
            {suffix}
          </option>
        ))}
      </select>
    </label>
  )
}
