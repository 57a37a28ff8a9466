import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import styles from './trouble.module.css'

export default function NotFound() {
  return (
    <main className={styles.trouble}>
      <h1>This is not here</h1>
      <EmptyState
        title="There is no such review for you"
        actions={<ButtonLink href="/desk/reviews">To your reviews</ButtonLink>}
      >
        <p>The address may be mistyped, or it may be somebody else’s draft. Nothing of yours is lost.</p>
      </EmptyState>
    </main>
  )
}
