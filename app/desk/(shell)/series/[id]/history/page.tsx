import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { HistoryView } from '../../../_history/history-view.tsx'

export const metadata: Metadata = { title: 'History' }

export default async function SeriesHistoryPage({ params }: PageProps<'/desk/series/[id]/history'>) {
  const editor = await requireEditor()
  const { id } = await params
  return <HistoryView editor={editor} kind="series" id={id} />
}
