import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listTrash } from '#lib/trash/desk-queries.ts'
import { keptDays } from '#lib/trash/trash.ts'
import { clockOf } from '#lib/users/clock.ts'
import { TrashRows } from './_components/trash-rows.tsx'
import { deleteForGoodAction, putBackAction } from './actions.ts'

export const metadata: Metadata = { title: 'Trash' }

/** What was thrown away in the last thirty days, and the ways back and out. */
export default async function TrashPage({ searchParams }: PageProps<'/desk/trash'>) {
  const editor = await requireEditor()
  const { page } = await searchParams
  const [trash, clock] = await Promise.all([listTrash(editor, pageOf(page)), clockOf(editor)])
  return (
    <>
      <PageHead title="Trash">
        What is deleted stays here for {keptDays} days, out of sight. Then it is gone for good, with its history.
      </PageHead>
      {trash.rows.length > 0 ? (
        <TrashRows rows={trash.rows} clock={clock} putBack={putBackAction} deleteForGood={deleteForGoodAction} />
      ) : (
        <EmptyState title="Nothing is in the trash">
          <p>Drafts, lists, pictures, works and people that you delete wait here, in case you want them back.</p>
        </EmptyState>
      )}
      <Pagination
        label="Pages of the trash"
        page={trash.page}
        pages={trash.pages}
        hrefOf={at => (at === 1 ? '/desk/trash' : `/desk/trash?page=${at}`)}
      />
    </>
  )
}

function pageOf(value: string | string[] | undefined): number {
  return typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1
}
