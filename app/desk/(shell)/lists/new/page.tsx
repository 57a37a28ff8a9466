import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listChoices } from '#lib/lists/desk-queries.ts'
import { yearOf } from '#lib/settings/dates.ts'
import { clockOf } from '#lib/users/clock.ts'
import { BestOfForm } from './_components/best-of-form.tsx'
import { EmptyListForm } from './_components/empty-list-form.tsx'
import styles from './new.module.css'

export const metadata: Metadata = { title: 'New list' }

/** Two ways to begin a list: with nothing, or with what the scores of a year say. */
export default async function NewListPage() {
  const editor = await requireEditor()
  const [{ sections }, clock] = await Promise.all([listChoices(editor), clockOf(editor)])
  return (
    <>
      <PageHead title="New list">Readers see nothing of it until you show it to them.</PageHead>
      <section className={styles.way} aria-labelledby="best-of">
        <div>
          <h2 id="best-of">Best of a year</h2>
          <p>
            The scores make the first draft: each work stands with its newest score, and of equal ones the later review
            comes first. Then it is edited as any other list. The order is yours, and so are the notes.
          </p>
        </div>
        <BestOfForm year={yearOf(new Date(), clock.publicationZone)} sections={sections} />
      </section>
      <section className={styles.way} aria-labelledby="empty">
        <div>
          <h2 id="empty">An empty list</h2>
          <p>Any works, in any order, ranked or not.</p>
        </div>
        <EmptyListForm />
      </section>
    </>
  )
}
