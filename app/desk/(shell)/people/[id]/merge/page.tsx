import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { MergeView } from '../../../_regroup/merge-view.tsx'
import { readMerge } from '../../../_regroup/read-merge.ts'

export const metadata: Metadata = { title: 'Merge' }

export default async function MergePage({ params, searchParams }: PageProps<'/desk/people/[id]/merge'>) {
  const editor = await requireEditor()
  const read = await readMerge(editor, 'person', (await params).id, await searchParams)
  if (!read) notFound()
  return <MergeView {...read} />
}
