import { Fragment } from 'react'
import { type CreditLine, roleName } from '#lib/works/works.ts'
import styles from './credits.module.css'

/** Who made a work, by role, with characters. People who were in something that was reviewed here are links. */
export function Credits({ lines }: { lines: CreditLine[] }) {
  if (lines.length === 0) return null
  return (
    <dl className={styles.credits}>
      {lines.map(line => (
        <Fragment key={line.role}>
          <dt>{line.people.length > 1 ? `${roleName(line.role)}s` : roleName(line.role)}</dt>
          <dd>
            <ul>
              {line.people.map(person => (
                <li key={`${person.id}-${person.character}`}>
                  {person.path ? <a href={person.path}>{person.name}</a> : person.name}
                  {person.character && <span> {person.character}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
