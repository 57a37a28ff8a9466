'use client'
import { useId } from 'react'
import { Glyph } from '#components/review/glyph.tsx'
import { glyphs } from '#lib/ratings/glyphs.ts'
import type { NamedGlyph } from '#lib/ratings/own-glyphs.ts'
import styles from './glyph-choice.module.css'

/** One glyph of the built-in set and the house's own. One that is in use and no longer known is still there to be kept. */
export function GlyphChoice({
  own,
  value,
  onChange,
}: {
  own: readonly NamedGlyph[]
  value: string
  onChange: (key: string) => void
}) {
  const name = useId()
  const known: NamedGlyph[] = [...own, ...Object.entries(glyphs).map(([key, glyph]) => ({ key, name: glyph.name }))]
  const all = known.some(glyph => glyph.key === value)
    ? known
    : [{ key: value, name: 'As it was drawn before' }, ...known]
  return (
    <fieldset className={styles.glyphs}>
      <legend>Drawn as</legend>
      {all.map(glyph => (
        <label key={glyph.key} title={glyph.name}>
          <input
            type="radio"
            name={name}
            checked={value === glyph.key}
            onChange={() => onChange(glyph.key)}
            aria-label={glyph.name}
          />
          <Glyph name={glyph.key} />
        </label>
      ))}
    </fieldset>
  )
}
