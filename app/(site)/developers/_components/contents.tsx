import type { Endpoint } from '#lib/api/reference.ts'
import styles from './developers.module.css'

/** Every endpoint in one look. */
export function Contents({ endpoints }: { endpoints: Endpoint[] }) {
  const groups = [...Map.groupBy(endpoints, ({ group }) => group)]
  return (
    <nav aria-label="Endpoints" className={styles.contents}>
      <ul>
        {groups.map(([group, own]) => (
          <li key={group}>
            <span>{group}</span>
            <ul>
              {own.map(({ id, path }) => (
                <li key={id}>
                  <a href={`#${id}`}>
                    <code>{path}</code>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}
