import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { isId } from '#lib/reviews/reviews-schema.ts'
import { getDeskSeries } from '#lib/series/desk-queries.ts'
import { seriesKindName } from '#lib/series/series.ts'
import { InTrash } from '../../_history/in-trash.tsx'
import { RecordLinks } from '../../_history/record-links.tsx'
import { SeriesForm } from '../_components/series-form.tsx'

export const metadata: Metadata = { title: 'Series' }

export default async function DeskSeriesPage({ params }: PageProps<'/desk/series/[id]'>) {
  const editor = await requireEditor()
  const { id } = await params
  const series = isId(id) ? await getDeskSeries(editor, id) : null
  if (!series) return <InTrash editor={editor} kind="series" id={id} />
  return (
    <>
      <PageHead
        title={series.content.name}
        actions={
          series.livePath ? <a href={series.livePath}>See its page</a> : <Link href="/desk/series">All series</Link>
        }
      >
        {seriesKindName(series.content.kind)}
        {!series.livePath && '. Readers see its page when one of its works is reviewed.'}
      </PageHead>
      <SeriesForm key={id} series={series} mayEdit={series.may.edit} />
      <RecordLinks kind="series" id={id} version={series.version} mayTrash={can(editor, 'work.trash')} />
    </>
  )
}
