import type { Metadata } from 'next'
import Link from 'next/link'
import { LibraryGrid } from '#components/desk/media/library-grid.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listDuplicates } from '#lib/media/desk-queries-library.ts'
import styles from '../media.module.css'

export const metadata: Metadata = { title: 'Look-alikes' }

/** Pictures that are there more than once, as far as can be seen: the same in another size, from another file, slightly changed. */
export default async function AlikePage() {
  const groups = await listDuplicates(await requireEditor())
  return (
    <>
      <PageHead title="Look-alikes" actions={<Link href="/desk/media">All pictures</Link>}>
        Pictures that look the same. Keep the best of each: use it where the others are used, then throw those away.
      </PageHead>
      {groups.length === 0 && (
        <EmptyState title="No two pictures look alike">
          <p>When the same picture is added in another size or from another file, it is found here.</p>
        </EmptyState>
      )}
      {groups.map(group => (
        <section key={group[0]?.id} className={styles.group}>
          <h2>{group.length} that look the same</h2>
          <LibraryGrid pictures={group} />
        </section>
      ))}
    </>
  )
}
