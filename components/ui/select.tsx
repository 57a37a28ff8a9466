import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import field from './field.module.css'
import { Field, type FieldProps } from './field.tsx'
import styles from './select.module.css'

export interface Option {
  value: string
  label: string
  isDisabled?: boolean
}

export interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, 'className' | 'id' | 'children'> {
  options: readonly Option[]
  /** The first option, with the value "": "All sections". */
  placeholder?: string
}

/** A native select: works without JavaScript, in plain GET forms, and with the phone's own wheel. */
export function Select({ label, description, error, hideLabel, options, placeholder, ...rest }: SelectProps) {
  return (
    <Field {...{ label, description, error, hideLabel }}>
      {control => (
        <select {...rest} {...control} className={classes(field.control, styles.select)}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
