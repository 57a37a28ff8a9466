import type { Metadata } from 'next'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { SeriesForm } from '../_components/series-form.tsx'

export const metadata: Metadata = { title: 'New series' }

export default async function NewSeriesPage() {
  const editor = await requireEditor()
  return (
    <>
      <PageHead title="New series">Readers see it when one of its works is reviewed.</PageHead>
      <SeriesForm series={null} mayEdit={can(editor, 'work.edit')} />
    </>
  )
}
