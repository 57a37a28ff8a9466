import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

export interface FieldProps {
  label: ReactNode
  /** How to fill it in; read out with the control. */
  description?: ReactNode
  /** What is wrong with it, in words, and what to do. */
  error?: ReactNode
  /** The label is only for screen readers: a search field beside its button. */
  hideLabel?: boolean
}

/** What a control needs to be tied to its label, description and error. Spread it on the control. */
export interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A label, a control and what is said about it. For controls that this kit has no component for. */
export function Field({
  label,
  description,
  error,
  hideLabel,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const described = [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={classes(styles.label, hideLabel && styles.hidden)} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {description && (
        <p className={styles.description} id={`${id}-description`}>
          {description}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'className' | 'id'>

/** One line of text: a native input with everything that one takes. */
export function TextField({ label, description, error, hideLabel, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, description, error, hideLabel }}>
      {control => <input type="text" {...input} {...control} className={styles.control} />}
    </Field>
  )
}
