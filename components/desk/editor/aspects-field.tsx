'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Select } from '#components/ui/select.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import { isOnScale, nearestOnScale, type RatingScale, stepCount, valuesOnScale } from '#lib/ratings/ratings.ts'
import { aspectFigure, weightedMean, weightedText } from '#lib/reviews/aspects.ts'
import { type Aspect, detailLimits } from '#lib/reviews/details.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './rows.module.css'
import { useRows } from './use-rows.ts'

/** Sides of the work, each with a value on the review's own scale and a weight; and what they come to, which is not the score. */
export function AspectsField() {
  const { choices, mayWrite } = useEditorDesk()
  const [rating] = useField('rating')
  const [aspects, setAspects, problem] = useField('aspects')
  const scale = choices.scales.find(({ id }) => id === rating?.scaleVersionId)?.scale ?? null
  const rows = useRows(aspects, setAspects, {
    most: detailLimits.aspects,
    fresh: () => ({ name: '', weight: 1, value: rating?.value ?? 0 }),
    isEmpty: ({ name }) => name === '',
  })
  const mayAdd = mayWrite && !rows.isFull && scale !== null
  return (
    <fieldset id="field-aspects" className={styles.rows}>
      <legend>
        <VisuallyHidden>Aspects</VisuallyHidden>
      </legend>
      <p className={styles.hint}>
        {scale
          ? 'Sides of the work, each valued in the steps of the review’s scale. Weights say how much each counts.'
          : 'Aspects are valued on the review’s own scale. Score the review first.'}
      </p>
      {aspects.length > 0 && (
        <ol>
          {aspects.map((aspect, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and move with the focus
            <li key={index} className={styles.aspect}>
              <AspectRow aspect={aspect} index={index} scale={scale} rows={rows} />
            </li>
          ))}
        </ol>
      )}
      {mayAdd && (
        <span ref={rows.adder} className={styles.add}>
          <Button size="small" variant="quiet" onPress={() => rows.add()}>
            <Icon name="plus" /> Add an aspect
          </Button>
        </span>
      )}
      {scale && <Weighted aspects={aspects} scale={scale} />}
      {problem && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  )
}

interface RowProps {
  aspect: Aspect
  index: number
  scale: RatingScale | null
  rows: ReturnType<typeof useRows<Aspect>>
}

function AspectRow({ aspect, index, scale, rows }: RowProps) {
  const { mayWrite } = useEditorDesk()
  const mayEdit = mayWrite
  const name = aspect.name.trim() || `aspect ${index + 1}`
  return (
    <>
      <TextField
        label={`Aspect ${index + 1}`}
        hideLabel
        ref={rows.refOf(index)}
        value={aspect.name}
        maxLength={detailLimits.aspectName}
        readOnly={!mayEdit}
        placeholder={index === 0 ? 'Such as Story, or Service' : 'Name'}
        onChange={event => rows.change(index, { ...aspect, name: event.target.value })}
        onKeyDown={mayEdit ? rows.onKeyDown(index) : undefined}
      />
      {mayEdit && (
        <Button variant="quiet" size="small" isIcon aria-label={`Remove ${name}`} onPress={() => rows.remove(index)}>
          <Icon name="close" />
        </Button>
      )}
      <div className={styles.numbers}>
        <ValueField
          label={`Value of ${name}`}
          value={aspect.value}
          scale={scale}
          onChange={value => rows.change(index, { ...aspect, value })}
        />
        <Select
          label={`Weight of ${name}`}
          hideLabel
          disabled={!mayEdit}
          value={aspect.weight}
          onChange={event => rows.change(index, { ...aspect, weight: Number(event.target.value) })}
          options={Array.from({ length: detailLimits.aspectWeight }, (_, before) => ({
            value: String(before + 1),
            label: `× ${before + 1}`,
          }))}
        />
      </div>
    </>
  )
}

/** More steps than this are typed, not looked up in a list. */
const mostOptions = 25

interface ValueProps {
  label: string
  value: number
  scale: RatingScale | null
  onChange: (value: number) => void
}

function ValueField({ label, value, scale, onChange }: ValueProps) {
  const { mayWrite } = useEditorDesk()
  const [typed, setTyped] = useState<string | null>(null)
  const disabled = !mayWrite || scale === null
  const isOff = scale !== null && !isOnScale(value, scale)
  const error = isOff ? 'Not on this scale' : undefined
  if (scale && stepCount(scale) > mostOptions) {
    return (
      <TextField
        label={label}
        hideLabel
        type="number"
        min={scale.min}
        max={scale.max}
        step={scale.step}
        readOnly={disabled}
        value={typed ?? value}
        error={error}
        onChange={event => {
          setTyped(event.target.value)
          if (Number.isFinite(event.target.valueAsNumber)) onChange(event.target.valueAsNumber)
        }}
        onBlur={() => setTyped(null)}
      />
    )
  }
  const values = scale ? valuesOnScale(scale).reverse() : []
  return (
    <Select
      label={label}
      hideLabel
      disabled={disabled}
      value={String(value)}
      error={error}
      onChange={event => onChange(Number(event.target.value))}
      options={(isOff || !scale ? [value, ...values] : values).map(step => ({
        value: String(step),
        label: aspectFigure(step, scale),
      }))}
    />
  )
}

/** What the aspects come to. It becomes the score only when somebody presses for it. */
function Weighted({ aspects, scale }: { aspects: Aspect[]; scale: RatingScale }) {
  const { mayWrite } = useEditorDesk()
  const [rating, setRating] = useField('rating')
  const mean = weightedMean(aspects)
  if (mean === null || !rating) return null
  const nearest = nearestOnScale(mean, scale)
  return (
    <div className={styles.weighted}>
      <p aria-live="polite">
        Weighted from the aspects: <strong>{weightedText(aspects, scale)}</strong>. The score is the critic’s own.
      </p>
      {mayWrite && nearest !== rating.value && (
        <Button size="small" onPress={() => setRating({ ...rating, value: nearest })}>
          Use {aspectFigure(nearest, scale)} as the score
        </Button>
      )}
    </div>
  )
}
