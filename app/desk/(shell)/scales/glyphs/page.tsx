import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listGlyphs } from '#lib/ratings/desk-queries.ts'
import { GlyphCard } from '../_components/glyph-card.tsx'
import { GlyphForm } from '../_components/glyph-form.tsx'
import styles from '../scales.module.css'

export const metadata: Metadata = { title: 'Glyphs' }

/** Glyphs of the house's own, made of pictures. */
export default async function GlyphsPage() {
  const editor = await requireEditor()
  const glyphs = await listGlyphs(editor)
  const mayEdit = can(editor, 'scale.edit')
  return (
    <>
      <PageHead title="Glyphs">
        Pictures of your own to count in, beside the built-in ones. <Link href="/desk/scales">All scales</Link>
      </PageHead>
      {glyphs.length > 0 ? (
        <ul className={styles.glyphs}>
          {glyphs.map(glyph => (
            <GlyphCard key={glyph.key} glyph={glyph} mayEdit={mayEdit} />
          ))}
        </ul>
      ) : (
        <EmptyState title="No glyph of your own yet">
          <p>
            The shape of a picture is drawn in the house’s colour, as the built-in ones are, so it reads by day and by
            night, on paper and at every size. A single thing with a clear outline, on a plain or see-through ground,
            makes the best one.
          </p>
        </EmptyState>
      )}
      {mayEdit && (
        <section className={styles.part} aria-labelledby="make">
          <h2 id="make">Make one</h2>
          <GlyphForm />
        </section>
      )}
    </>
  )
}
