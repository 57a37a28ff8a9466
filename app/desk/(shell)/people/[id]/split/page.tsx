import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getSplitChoices } from '#lib/regrouping/desk-queries.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { SplitForm } from '../../../_regroup/split-form.tsx'

export const metadata: Metadata = { title: 'Split' }

/** One record that turned out to be two: what belongs to the new one is ticked. */
export default async function SplitPage({ params }: PageProps<'/desk/people/[id]/split'>) {
  const editor = await requireEditor()
  const { id } = await params
  const choices = isId(id) ? await getSplitChoices(editor, 'person', id) : null
  if (!choices) notFound()
  return (
    <>
      <PageHead title={`Split “${choices.name}”`} actions={<Link href={`/desk/people/${id}`}>Back</Link>}>
        Tick what belongs to the new record. The rest stays, with the address. It can be undone.
      </PageHead>
      <SplitForm noun="person" choices={choices} />
    </>
  )
}
