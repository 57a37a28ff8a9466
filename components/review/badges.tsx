import styles from './badges.module.css'

/** What the house distinguishes a review with, in words: beside its rating, and on cards. */
export function Badges({ badges }: { badges: string[] }) {
  if (badges.length === 0) return null
  return (
    <ul className={styles.badges} aria-label="Badges">
      {badges.map(badge => (
        <li key={badge}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={seal} />
          </svg>
          {badge}
        </li>
      ))}
    </ul>
  )
}

/** A small sun with eight rays. */
const seal =
  'M8 0l1.35 4.74L13.66 2.34 11.26 6.65 16 8l-4.74 1.35 2.4 4.31-4.31-2.4L8 16l-1.35-4.74-4.31 2.4 2.4-4.31L0 8l4.74-1.35-2.4-4.31 4.31 2.4z'
