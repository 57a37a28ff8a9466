'use client'
import { useRouter } from 'next/navigation'
import { NewWorkForm, type NewWorkFormProps } from './new-work-form.tsx'

/** The form on a page of its own: what was made, or was here already, is opened. */
export function NewWorkPageForm({ title, createWork }: Pick<NewWorkFormProps, 'title' | 'createWork'>) {
  const router = useRouter()
  return (
    <NewWorkForm
      title={title}
      createWork={createWork}
      onCancel={() => router.push('/desk/works')}
      onMade={work => router.push(`/desk/works/${work.id}`)}
    />
  )
}
