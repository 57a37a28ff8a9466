import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { NewWorkPageForm } from '#components/desk/works/new-work-page-form.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { createWorkAction } from '../actions.ts'

export const metadata: Metadata = { title: 'New work' }

/** A work by itself, before anything is written about it. `?title=` is what was looked for and not found. */
export default async function NewWorkPage({ searchParams }: PageProps<'/desk/works/new'>) {
  await requireEditor()
  const { title } = await searchParams
  return (
    <>
      <PageHead title="New work">Readers see nothing of it until a review of it is published.</PageHead>
      <NewWorkPageForm title={typeof title === 'string' ? title.slice(0, 200) : ''} createWork={createWorkAction} />
    </>
  )
}
