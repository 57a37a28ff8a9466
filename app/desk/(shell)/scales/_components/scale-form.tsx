'use client'
import { useActionState, useState } from 'react'
import { GlyphChoice } from '#components/desk/glyph-choice.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { NamedGlyph } from '#lib/ratings/own-glyphs.ts'
import { pluralForm } from '#lib/ratings/ratings.ts'
import { type ScaleDefinition, type ScaleTyped, sameDefinition, startingPoints } from '#lib/ratings/scales.ts'
import { scaleFormSchema } from '#lib/ratings/scales-schema.ts'
import { changeScaleAction, createScaleAction } from '../actions.ts'
import styles from './scale-form.module.css'
import { ScalePreview } from './scale-preview.tsx'

export interface ScaleFormProps {
  typed: ScaleTyped
  glyphs: NamedGlyph[]
  /** The scale that is changed; none for a new one. */
  present?: { key: string; seen: string; version: number; live: number; definition: ScaleDefinition }
}

const kinds = [
  { value: 'numeric', label: 'Numbers' },
  { value: 'letter', label: 'Letters' },
  { value: 'verdict', label: 'Words' },
]

/** A scale in a form, with what its scores will look like beside it. */
export function ScaleForm({ typed: begun, glyphs, present }: ScaleFormProps) {
  const [answer, action] = useActionState(present ? changeScaleAction : createScaleAction, {})
  const [typed, setTyped] = useState(begun)
  const set = (part: Partial<ScaleTyped>) => setTyped({ ...typed, ...part })
  const errors = answer.fields ?? {}
  const text = (field: keyof ScaleTyped, label: string) => ({
    label,
    name: field,
    value: typed[field],
    error: errors[field],
    onChange: ({ target }: { target: { value: string } }) => set({ [field]: target.value }),
  })
  const parsed = scaleFormSchema.safeParse(typed)
  const isNumeric = typed.kind === 'numeric'
  const isNewVersion = present && parsed.success && !sameDefinition(parsed.data.definition, present.definition)
  return (
    <div className={styles.sides}>
      <Form action={action} answer={answer}>
        <input type="hidden" name="key" value={present?.key ?? ''} />
        <input type="hidden" name="seen" value={present?.seen ?? ''} />
        <TextField {...text('name', 'Name')} required maxLength={40} />
        <TextArea
          {...text('note', 'Note')}
          description="What it is for, in a sentence or two. Readers find it on the scoring page."
          maxLength={500}
        />
        <Select
          label="Scored in"
          name="kind"
          options={kinds}
          value={typed.kind}
          onChange={({ target }) => set(switched(typed, target.value))}
        />
        {isNumeric ? (
          <>
            <div className={styles.three}>
              <TextField {...text('min', 'Lowest')} inputMode="decimal" autoComplete="off" />
              <TextField {...text('max', 'Highest')} inputMode="decimal" autoComplete="off" />
              <TextField {...text('step', 'In steps of')} inputMode="decimal" autoComplete="off" />
            </div>
            <Unit typed={typed} set={set} errors={errors} glyphs={glyphs} />
          </>
        ) : (
          <TextArea
            {...text('labels', typed.kind === 'letter' ? 'Letters' : 'Words')}
            description="One to a line, the best first."
            rows={6}
          />
        )}
        <Unseen typed={typed} isNumeric={isNumeric} />
        {isNewVersion && (
          <p className={styles.consequence}>
            This makes version {present.version + 1}, for what is scored from now on.{' '}
            {present.live === 0
              ? 'Nothing live was scored on the present one.'
              : `${present.live === 1 ? 'The live review' : `The ${present.live} live reviews`} of the present one ${present.live === 1 ? 'stays as it is' : 'stay as they are'}.`}
          </p>
        )}
        <FormAnswer answer={answer}>
          <SubmitButton>
            {!present ? 'Make the scale' : isNewVersion ? `Save as version ${present.version + 1}` : 'Save'}
          </SubmitButton>
        </FormAnswer>
      </Form>
      <ScalePreview parsed={parsed} />
    </div>
  )
}

function Unit({
  typed,
  set,
  errors,
  glyphs,
}: {
  typed: ScaleTyped
  set: (part: Partial<ScaleTyped>) => void
  errors: Record<string, string>
  glyphs: NamedGlyph[]
}) {
  const follows = typed.plural === '' || typed.plural === pluralForm(typed.singular)
  const isCounting = typed.singular.trim() !== '' || typed.plural.trim() !== ''
  return (
    <>
      <div className={styles.two}>
        <TextField
          label="What is counted"
          description="One of them: star. Empty for the bare number."
          name="singular"
          value={typed.singular}
          maxLength={40}
          error={errors.singular}
          onChange={({ target: { value } }) =>
            set({ singular: value, ...(follows && { plural: value.trim() === '' ? '' : pluralForm(value) }) })
          }
        />
        <TextField
          label="Several of them"
          name="plural"
          value={typed.plural}
          maxLength={40}
          error={errors.plural}
          onChange={({ target: { value } }) => set({ plural: value })}
        />
      </div>
      {isCounting && <GlyphChoice own={glyphs} value={typed.glyph} onChange={glyph => set({ glyph })} />}
      <input type="hidden" name="glyph" value={typed.glyph} />
    </>
  )
}

/** The fields of the other kind: they are sent along, so that the form is always whole. */
function Unseen({ typed, isNumeric }: { typed: ScaleTyped; isNumeric: boolean }) {
  const fields = isNumeric ? (['labels'] as const) : (['min', 'max', 'step', 'singular', 'plural', 'glyph'] as const)
  return fields.map(field => <input key={field} type="hidden" name={field} value={typed[field]} />)
}

/** Another kind, with labels to begin with; those that somebody wrote stay. */
function switched(typed: ScaleTyped, to: string): Partial<ScaleTyped> {
  const usual = startingPoints.find(point => point.typed.kind === to)?.typed
  if (!usual) return {}
  const isUsual = startingPoints.some(point => point.typed.labels === typed.labels)
  return { kind: usual.kind, ...(isUsual && { labels: usual.labels }) }
}
