import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import type { Editor } from '#lib/auth/editor.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getTrashed } from '#lib/trash/desk-queries.ts'
import type { TrashKind } from '#lib/trash/trash.ts'
import { clockOf } from '#lib/users/clock.ts'
import { TrashRows } from '../trash/_components/trash-rows.tsx'
import { deleteForGoodAction, putBackAction } from '../trash/actions.ts'

/** What an address shows whose thing is in the trash: that it is, and the way back. Anything else is not found. */
export async function InTrash({ editor, kind, id }: { editor: Editor; kind: TrashKind; id: string }) {
  const [row, clock] = await Promise.all([isId(id) ? getTrashed(editor, kind, id) : null, clockOf(editor)])
  if (!row) notFound()
  return (
    <>
      <PageHead title="In the trash">This was deleted, and can be put back.</PageHead>
      <TrashRows rows={[row]} clock={clock} putBack={putBackAction} deleteForGood={deleteForGoodAction} />
    </>
  )
}
