import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHead } from '#components/desk/page-head.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listDeskScales, listGlyphs, listHouseScales } from '#lib/ratings/desk-queries.ts'
import { type DeskScale, sampleValue } from '#lib/ratings/scales.ts'
import { HouseScales } from './_components/house-scales.tsx'
import styles from './scales.module.css'

export const metadata: Metadata = { title: 'Scales' }

/** What the house scores on: its scales, which section scores on which, and what is counted. */
export default async function DeskScalesPage() {
  const editor = await requireEditor()
  const [scales, sections, glyphs] = await Promise.all([
    listDeskScales(editor),
    listHouseScales(editor),
    listGlyphs(editor),
  ])
  const mayEdit = can(editor, 'scale.edit')
  const offered = scales.filter(scale => !scale.isRetired)
  return (
    <>
      <PageHead
        title="Scales"
        actions={
          mayEdit && (
            <ButtonLink variant="primary" href="/desk/scales/new">
              New scale
            </ButtonLink>
          )
        }
      >
        A score keeps the scale that it was given on. <a href="/scoring">What readers are told</a>
      </PageHead>
      {scales.length > 0 ? (
        <ul className={styles.scales}>
          {scales.map(scale => (
            <ScaleRow key={scale.key} scale={scale} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title="No scale yet"
          actions={
            mayEdit && (
              <ButtonLink variant="primary" href="/desk/scales/new">
                Make the first
              </ButtonLink>
            )
          }
        >
          <p>
            A scale says what a score can be: five stars in halves, ten in tenths, letters, yes or no. Until there is
            one, every review is not scored. A scale can be changed at any time: what was scored before stays as it was.
          </p>
        </EmptyState>
      )}
      {sections.length > 0 && offered.length > 0 && (
        <section className={styles.part} aria-labelledby="house">
          <h2 id="house">House scales</h2>
          <div>
            <p className={styles.lead}>What a new review in a section is scored on, unless its critic picks another.</p>
            <HouseScales
              sections={sections}
              scales={offered.map(({ key, name }) => ({ value: key, label: name }))}
              mayEdit={mayEdit}
            />
          </div>
        </section>
      )}
      <section className={styles.part} aria-labelledby="glyphs">
        <h2 id="glyphs">Glyphs</h2>
        <p className={styles.lead}>
          {glyphs.length === 0
            ? 'What is counted is drawn: a star, a key, a sandwich. A picture of your own can be a glyph too.'
            : `${glyphs.length === 1 ? 'One glyph' : `${glyphs.length} glyphs`} of the house’s own, beside the built-in ones.`}{' '}
          <Link href="/desk/scales/glyphs">{mayEdit ? 'Make and rename glyphs' : 'See them'}</Link>
        </p>
      </section>
    </>
  )
}

function ScaleRow({ scale }: { scale: DeskScale }) {
  const [newest, ...older] = scale.versions
  const live = scale.versions.reduce((sum, version) => sum + version.live, 0)
  return (
    <li className={styles.scale}>
      <div>
        <p className={styles.name}>
          <Link href={`/desk/scales/${scale.key}`}>{scale.name}</Link>
          {scale.isRetired && <Badge>Retired</Badge>}
        </p>
        <p className={styles.facts}>
          Version {newest.scale.version}
          {older.length > 0 && ` of ${scale.versions.length}`} ·{' '}
          {live === 0 ? 'no live reviews' : live === 1 ? '1 live review' : `${live} live reviews`}
        </p>
      </div>
      <div className={styles.sample}>
        <RatingMark rating={{ scale: newest.scale, unit: newest.unit, value: sampleValue(newest.scale) }} size="card" />
      </div>
      <p className={styles.facts}>
        {scale.sections.length > 0 ? `House scale of ${scale.sections.join(', ')}` : 'No section’s house scale'}
      </p>
    </li>
  )
}
