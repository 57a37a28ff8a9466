'use client'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { type RatingScale, valuesOnScale } from '#lib/ratings/ratings.ts'
import { valueName } from '#lib/ratings/scales.ts'

/** More than these are quicker typed than chosen. */
const mostChosen = 41

/** A score of the scale: chosen where there are few, typed where there are many. */
export function ValueField({
  scale,
  label,
  value,
  onChange,
  isFixed = false,
  placeholder = value === '' ? 'Choose' : undefined,
}: {
  scale: RatingScale
  label: string
  value: string
  onChange: (value: string) => void
  /** One of the ends, which is always there. */
  isFixed?: boolean
  /** What leaving it empty means, where it may be. */
  placeholder?: string
}) {
  const values = valuesOnScale(scale)
  if (values.length > mostChosen)
    return (
      <TextField
        label={label}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        placeholder={placeholder === 'Choose' ? undefined : placeholder}
        readOnly={isFixed}
        onChange={event => onChange(event.target.value)}
      />
    )
  return (
    <Select
      label={label}
      placeholder={placeholder}
      options={values.toReversed().map(step => ({ value: String(step), label: valueName(scale, step) }))}
      value={value}
      disabled={isFixed}
      onChange={event => onChange(event.target.value)}
    />
  )
}
