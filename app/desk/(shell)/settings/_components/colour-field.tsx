'use client'
import { Button } from '#components/ui/button.tsx'
import control from '#components/ui/field.module.css'
import { Field } from '#components/ui/field.tsx'
import { contrast, isColour } from '#lib/theme/colour.ts'
import { accentProblem, type Ground, type Scheme, surfacesOf } from '#lib/theme/theme.ts'
import styles from './colour-field.module.css'

interface ColourFieldProps {
  label: string
  description?: string
  /** What it has to be read on. */
  ground: Ground
  scheme: Scheme
  value: string
  onChange: (colour: string) => void
  error: string | undefined
}

/** A colour, picked or written, with how well it can be read; where it cannot, the nearest that can is offered. */
export function ColourField({ label, description, ground, scheme, value, onChange, error }: ColourFieldProps) {
  const typed = value.trim().toLowerCase()
  const found = accentProblem(typed, ground, scheme)
  const nearest = found?.nearest
  const [paper] = surfacesOf(ground, scheme)
  return (
    <div className={styles.colour}>
      <Field label={label} description={description} error={found?.problem ?? error}>
        {props => (
          <div className={styles.controls}>
            <input
              type="color"
              className={styles.well}
              aria-label={`${label}, pick`}
              value={isColour(typed) ? typed : '#000000'}
              onChange={event => onChange(event.target.value)}
            />
            <input
              {...props}
              type="text"
              className={control.control}
              spellCheck={false}
              autoCapitalize="none"
              autoComplete="off"
              maxLength={20}
              value={value}
              onChange={event => onChange(event.target.value)}
            />
            {!found && (
              <span className={styles.sample} style={{ background: paper, color: typed }}>
                Aa {contrast(typed, paper).toFixed(1)}&#8239;:&#8239;1
              </span>
            )}
          </div>
        )}
      </Field>
      {nearest && (
        <Button size="small" onPress={() => onChange(nearest)}>
          <span className={styles.dot} style={{ background: nearest }} />
          Take {nearest}
        </Button>
      )}
    </div>
  )
}
