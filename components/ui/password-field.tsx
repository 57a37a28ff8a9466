'use client'
import { useState } from 'react'
import field from './field.module.css'
import { Field, type TextFieldProps } from './field.tsx'
import styles from './password-field.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** A password, with a button that shows what was typed. Give `autoComplete`: current-password or new-password. */
export function PasswordField({ label, description, error, hideLabel, ...input }: Omit<TextFieldProps, 'type'>) {
  const [isShown, setShown] = useState(false)
  return (
    <Field {...{ label, description, error, hideLabel }}>
      {control => (
        <span className={styles.row}>
          <input
            {...input}
            {...control}
            className={field.control}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button type="button" className={styles.show} aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            Show
            <VisuallyHidden> password</VisuallyHidden>
          </button>
        </span>
      )}
    </Field>
  )
}
