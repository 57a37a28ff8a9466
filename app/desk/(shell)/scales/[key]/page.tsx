import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import { PageHead } from '#components/desk/page-head.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { getDeskScale, listGlyphs } from '#lib/ratings/desk-queries.ts'
import { type DeskScale, sampleValue, typedOf } from '#lib/ratings/scales.ts'
import { clockOf } from '#lib/users/clock.ts'
import { ScaleForm } from '../_components/scale-form.tsx'
import { ScaleStanding } from '../_components/scale-standing.tsx'
import styles from '../scales.module.css'

export const metadata: Metadata = { title: 'Scale' }

/** One scale: what it is now, its versions with how each is read, and whether it is offered. */
export default async function DeskScalePage({ params }: PageProps<'/desk/scales/[key]'>) {
  const editor = await requireEditor()
  const { key } = await params
  const [scale, glyphs, clock] = await Promise.all([getDeskScale(editor, key), listGlyphs(editor), clockOf(editor)])
  if (!scale) notFound()
  const mayEdit = can(editor, 'scale.edit')
  const [newest] = scale.versions
  const { kind, min, max, step, labels, version } = newest.scale
  return (
    <>
      <PageHead title={scale.name}>
        {scale.isRetired
          ? 'Retired: offered no more. What was scored on it stays.'
          : scale.sections.length > 0
            ? `The house scale of ${scale.sections.join(', ')}.`
            : 'No section’s house scale. Critics can pick it.'}
      </PageHead>
      {mayEdit && (
        <section className={styles.form} aria-label="The scale now">
          <ScaleForm
            typed={typedOf({ ...newest, note: scale.note })}
            glyphs={glyphs}
            present={{
              key: scale.key,
              seen: scale.seen,
              version,
              live: newest.live,
              definition: { kind, min, max, step, labels, unit: newest.unit },
            }}
          />
        </section>
      )}
      <section className={styles.part} aria-labelledby="versions">
        <h2 id="versions">{scale.versions.length === 1 ? 'One version' : `${scale.versions.length} versions`}</h2>
        <Versions scale={scale} clock={clock} mayEdit={mayEdit} />
      </section>
      {mayEdit && (
        <section className={styles.part} aria-labelledby="standing">
          <h2 id="standing">{scale.isRetired ? 'Offer it again' : 'Retire it'}</h2>
          <ScaleStanding scaleKey={scale.key} seen={scale.seen} isRetired={scale.isRetired} sections={scale.sections} />
        </section>
      )}
    </>
  )
}

function Versions({ scale, clock, mayEdit }: { scale: DeskScale; clock: Clock; mayEdit: boolean }) {
  return (
    <ol className={styles.versions}>
      {scale.versions.map(({ id, scale: of, unit, live, createdAt, reading }) => (
        <li key={id} className={styles.version}>
          <div>
            <RatingMark rating={{ scale: of, unit, value: sampleValue(of) }} size="card" />
            <p className={styles.facts}>
              Version {of.version} · <Moment iso={createdAt} clock={clock} /> ·{' '}
              {live === 0 ? 'no live reviews' : live === 1 ? '1 live review' : `${live} live reviews`} ·{' '}
              {reading.bands.length === 0 ? 'no sentences yet' : `${reading.bands.length} sentences`}
            </p>
          </div>
          <ButtonLink size="small" href={`/desk/scales/${scale.key}/${of.version}`}>
            {mayEdit ? `What version ${of.version} means` : `How version ${of.version} is read`}
          </ButtonLink>
        </li>
      ))}
    </ol>
  )
}
