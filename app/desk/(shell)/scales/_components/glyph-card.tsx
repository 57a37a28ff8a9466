'use client'
import { useActionState, useState } from 'react'
import { Glyph } from '#components/review/glyph.tsx'
import { RatingMark } from '#components/review/rating-mark.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import type { NamedGlyph } from '#lib/ratings/own-glyphs.ts'
import { pluralForm } from '#lib/ratings/ratings.ts'
import { removeGlyphAction, renameGlyphAction } from '../glyph-actions.ts'
import styles from './glyphs.module.css'

const five = {
  key: 'sample',
  name: 'Sample',
  version: 1,
  kind: 'numeric',
  min: 0,
  max: 5,
  step: 0.5,
  labels: [],
} as const

/** A glyph, as large as it gets and as a score, with its name. */
export function GlyphCard({ glyph, mayEdit }: { glyph: NamedGlyph; mayEdit: boolean }) {
  const [renamed, rename] = useActionState(renameGlyphAction, {})
  const [removed, remove] = useActionState(removeGlyphAction, {})
  const [name, setName] = useState(glyph.name)
  const unit = { singular: glyph.name.toLowerCase(), plural: pluralForm(glyph.name.toLowerCase()), glyph: glyph.key }
  return (
    <li className={styles.card}>
      <div className={styles.drawn}>
        <Glyph name={glyph.key} className={styles.large} />
        <RatingMark rating={{ scale: { ...five, labels: [] }, unit, value: 3.5 }} size="card" />
      </div>
      {mayEdit ? (
        <>
          <Form action={rename} answer={renamed}>
            <input type="hidden" name="key" value={glyph.key} />
            <TextField
              label="Name"
              name="name"
              maxLength={40}
              value={name}
              error={renamed.fields?.name}
              onChange={event => setName(event.target.value)}
            />
            <FormAnswer answer={renamed}>
              <SubmitButton variant="plain" size="small">
                Rename
              </SubmitButton>
            </FormAnswer>
          </Form>
          <Form action={remove} answer={removed}>
            <input type="hidden" name="key" value={glyph.key} />
            <FormAnswer answer={removed}>
              <SubmitButton variant="quiet" size="small" pending="Removing…">
                Remove {glyph.name}
              </SubmitButton>
            </FormAnswer>
          </Form>
        </>
      ) : (
        <p>{glyph.name}</p>
      )}
    </li>
  )
}
