'use client'
import { useState } from 'react'
import { GlyphChoice } from '#components/desk/glyph-choice.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { pluralForm, type RatingUnit } from '#lib/ratings/ratings.ts'
import { useEditorDesk } from './editor-context.tsx'
import styles from './rating-field.module.css'

/**
 * What this review counts, in place of what its scale does: five OS's instead of five stars. Nothing is stored until both words
 * are there; the plural follows the singular until it is corrected.
 */
export function UnitFields({
  unit,
  usual,
  onChange,
}: {
  unit: RatingUnit | null
  usual: RatingUnit | null
  onChange: (unit: RatingUnit | null) => void
}) {
  const { choices } = useEditorDesk()
  const [isOpen, setOpen] = useState(unit !== null)
  const [own, setOwn] = useState<RatingUnit>(unit ?? { singular: '', plural: '', glyph: usual?.glyph ?? 'star' })
  const shown = unit ?? own
  if (!isOpen) {
    return (
      <Button variant="quiet" size="small" onPress={() => setOpen(true)}>
        Count something else{usual ? ` than ${usual.plural}` : ''}
      </Button>
    )
  }
  const change = (part: Partial<RatingUnit>) => {
    const next = { ...shown, ...part }
    setOwn(next)
    onChange(next.singular.trim() && next.plural.trim() ? next : null)
  }
  const follows = shown.plural === '' || shown.plural === pluralForm(shown.singular)
  return (
    <div className={styles.unit}>
      <div className={styles.unitWords}>
        <TextField
          label="One"
          value={shown.singular}
          maxLength={40}
          placeholder={usual?.singular}
          onChange={({ target: { value } }) =>
            change({ singular: value, ...(follows && { plural: value.trim() === '' ? '' : pluralForm(value) }) })
          }
        />
        <TextField
          label="Several"
          value={shown.plural}
          maxLength={40}
          placeholder={usual?.plural}
          onChange={event => change({ plural: event.target.value })}
        />
      </div>
      <GlyphChoice own={choices.glyphs} value={shown.glyph} onChange={glyph => change({ glyph })} />
      <Button
        variant="quiet"
        size="small"
        onPress={() => {
          setOpen(false)
          setOwn({ singular: '', plural: '', glyph: usual?.glyph ?? 'star' })
          onChange(null)
        }}
      >
        {usual ? `Back to ${usual.plural}` : 'Count nothing'}
      </Button>
    </div>
  )
}
