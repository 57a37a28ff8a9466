import styles from './advisory.module.css'

/** What some readers want to know of the work before they meet it, folded, because others do not. */
export function Advisory({ advisory }: { advisory: string }) {
  if (advisory === '') return null
  return (
    <details className={styles.advisory} data-nosnippet="">
      <summary>Content advisory</summary>
      <p>{advisory}</p>
    </details>
  )
}
