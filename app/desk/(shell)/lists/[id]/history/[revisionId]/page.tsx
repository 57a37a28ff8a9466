import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { RevisionView, readAgainst } from '../../../../_history/revision-view.tsx'

export const metadata: Metadata = { title: 'An earlier version' }

export default async function ListRevisionPage({
  params,
  searchParams,
}: PageProps<'/desk/lists/[id]/history/[revisionId]'>) {
  const editor = await requireEditor()
  const [{ id, revisionId }, { against }] = [await params, await searchParams]
  return <RevisionView editor={editor} kind="list" id={id} revisionId={revisionId} against={readAgainst(against)} />
}
