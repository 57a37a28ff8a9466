import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '#components/desk/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listGlyphs } from '#lib/ratings/desk-queries.ts'
import { startingPoints } from '#lib/ratings/scales.ts'
import { ScaleForm } from '../_components/scale-form.tsx'
import styles from '../scales.module.css'

export const metadata: Metadata = { title: 'New scale' }

/** A new scale, begun from one that is right as it is. */
export default async function NewScalePage({ searchParams }: PageProps<'/desk/scales/new'>) {
  const editor = await requireEditor()
  if (!can(editor, 'scale.edit')) notFound()
  const { from } = await searchParams
  const begun = startingPoints.find(point => point.slug === from) ?? startingPoints[0]
  return (
    <>
      <PageHead title="New scale">Begin with one of these, and change what you like.</PageHead>
      <ul className={styles.starts} aria-label="Starting points">
        {startingPoints.map(point => (
          <li key={point.slug}>
            <ButtonLink
              size="small"
              variant={point === begun ? 'primary' : 'plain'}
              href={`/desk/scales/new?from=${point.slug}`}
              aria-current={point === begun ? 'true' : undefined}
              scroll={false}
            >
              {point.title}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <ScaleForm key={begun.slug} typed={begun.typed} glyphs={await listGlyphs(editor)} />
    </>
  )
}
