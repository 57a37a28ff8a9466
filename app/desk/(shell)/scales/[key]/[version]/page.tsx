import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getDeskScale, listLiveValues } from '#lib/ratings/desk-queries.ts'
import { typedReadingOf } from '#lib/ratings/reading-schema.ts'
import { ReadingForm } from '../../_components/reading-form.tsx'

export const metadata: Metadata = { title: 'What a scale means' }

/** How the house reads one version of a scale: a sentence for each band of scores, and where they stand among other scales' scores. */
export default async function DeskReadingPage({ params }: PageProps<'/desk/scales/[key]/[version]'>) {
  const editor = await requireEditor()
  const { key, version: number } = await params
  const scale = await getDeskScale(editor, key)
  const version = scale?.versions.find(candidate => String(candidate.scale.version) === number)
  if (!scale || !version) notFound()
  const live = await listLiveValues(editor, version)
  return (
    <>
      <PageHead title={`What ${scale.name} means`}>
        <Link href={`/desk/scales/${scale.key}`}>Version {version.scale.version}</Link>
        {version.id === scale.versions[0].id ? ', the present one' : ', an older one'}
        {version.live > 0 && `, with ${version.live === 1 ? '1 live review' : `${version.live} live reviews`}`}. Scores
        stay as they are, whatever is written here.
      </PageHead>
      <ReadingForm
        version={version}
        typed={typedReadingOf(version.reading)}
        live={live}
        mayEdit={can(editor, 'scale.edit')}
      />
    </>
  )
}
