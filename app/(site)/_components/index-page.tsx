import type { ReactNode } from 'react'
import { Pagination } from '#components/site/pagination.tsx'
import type { IndexEntry, IndexPage } from '#lib/addresses/published-index.ts'
import styles from './index-page.module.css'

interface IndexListProps {
  index: IndexPage
  /** "One person", "240 people" */
  said: string
  /** The address of the list with its filter, without the page. */
  path: string
  children?: ReactNode
}

/** One page of everything that has a page, in the order of the alphabet: letters lead to the page on which they begin. */
export function IndexList({ index, said, path, children }: IndexListProps) {
  const { entries, letters, page, pages } = index
  const to = (at: number) => (at === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${at}`)
  return (
    <section aria-labelledby="count">
      {children}
      <h2 className={styles.count} id="count">
        {said}
        {pages > 1 && `, page ${page} of ${pages}`}
      </h2>
      {pages > 1 && (
        <nav className={styles.letters} aria-label="Letters">
          <ul>
            {letters.map(({ letter, page: at }) => (
              <li key={letter}>
                <a href={to(at)} aria-label={letter === '#' ? 'Other signs' : letter}>
                  {letter}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <IndexEntries entries={entries} />
      <Pagination page={page} pages={pages} path={path} before="Previous" after="Next" />
    </section>
  )
}

/** Names in columns, each with what it is. */
export function IndexEntries({ entries }: { entries: IndexEntry[] }) {
  return (
    <ul className={styles.entries}>
      {entries.map(({ id, path, name, detail }) => (
        <li key={id}>
          <a href={path}>
            <bdi>{name}</bdi>
          </a>
          {detail && <span>{detail}</span>}
        </li>
      ))}
    </ul>
  )
}
