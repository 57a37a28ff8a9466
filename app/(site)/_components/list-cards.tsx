import { DateTime, type Place } from '#components/review/byline.tsx'
import { worksText } from '#lib/lists/lists.ts'
import type { ListCard } from '#lib/lists/published.ts'
import styles from './list-cards.module.css'

/** Ranked lists, each with how many works it has. */
export function ListCards({ lists, place }: { lists: ListCard[]; place: Place }) {
  return (
    <ul className={styles.lists}>
      {lists.map(list => (
        <li key={list.id}>
          <p className={styles.count} aria-hidden="true">
            {list.count}
          </p>
          <div>
            <h3>
              <a href={list.path}>{list.title}</a>
            </h3>
            {list.standfirst && <p>{list.standfirst}</p>}
            <p className={styles.byline}>
              {list.critic && `By ${list.critic.name} · `}
              {worksText(list.count).toLowerCase()}
              {list.isRanked && ', ranked'}
              {' · '}
              <DateTime iso={list.publishedAt} place={place} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
