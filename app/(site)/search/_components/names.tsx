import { hitDetail } from '#lib/search/name-hits.ts'
import type { NameHit } from '#lib/search/search.ts'
import styles from './search.module.css'

/** Works, people and the like that are called what was typed: one link each, with how much there is. */
export function Names({ names, language }: { names: NameHit[]; language: string }) {
  if (names.length === 0) return null
  return (
    <section className={styles.names} aria-labelledby="names">
      <h2 id="names">By name</h2>
      <ul>
        {names.map(hit => (
          <li key={hit.path}>
            <a href={hit.path}>
              <span className={styles.name}>{hit.name}</span>
              <span className={styles.detail}>{hitDetail(hit, language)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
