import type { TextLanguage } from '#lib/languages/languages.ts'
import styles from './advisory.module.css'

/** What some readers want to know of the work before they meet it, folded, because others do not. */
export function Advisory({ advisory, written }: { advisory: string; written: Partial<TextLanguage> }) {
  if (advisory === '') return null
  return (
    <details className={styles.advisory} data-nosnippet="">
      <summary>Content advisory</summary>
      <p {...written}>{advisory}</p>
    </details>
  )
}
