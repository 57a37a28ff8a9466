import styles from './archive.module.css'

interface Neighbour {
  path: string
  label: string
}

/** The way to what was published before and after, past the times in which nothing was. */
export function Neighbours({ label, earlier, later }: { label: string; earlier?: Neighbour; later?: Neighbour }) {
  if (!earlier && !later) return null
  return (
    <nav className={styles.neighbours} aria-label={label}>
      {earlier && (
        <a href={earlier.path} rel="prev">
          <span>Earlier</span> {earlier.label}
        </a>
      )}
      {later && (
        <a href={later.path} rel="next">
          <span>Later</span> {later.label}
        </a>
      )}
    </nav>
  )
}
