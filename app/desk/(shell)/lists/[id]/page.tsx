import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getDeskList, listChoices } from '#lib/lists/desk-queries.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { InTrash } from '../../_history/in-trash.tsx'
import { RecordLinks } from '../../_history/record-links.tsx'
import { ListEditor } from './_components/list-editor.tsx'

export const metadata: Metadata = { title: 'List' }

/** One list, as it is edited. Somebody else’s, for those who edit only their own, is not found. */
export default async function DeskListPage({ params }: PageProps<'/desk/lists/[id]'>) {
  const editor = await requireEditor()
  const { id } = await params
  const [list, choices] = await Promise.all([isId(id) ? getDeskList(editor, id) : null, listChoices(editor)])
  if (!list) return <InTrash editor={editor} kind="list" id={id} />
  return (
    <>
      <ListEditor key={list.id} list={list} choices={choices} />
      {/* Whoever may edit a list may delete it. */}
      <RecordLinks
        kind="list"
        id={id}
        version={list.version}
        mayTrash
        warning={list.path ? `Readers lose it: ${list.path} answers “410 Gone”. Put back, it is a draft.` : undefined}
      />
    </>
  )
}
