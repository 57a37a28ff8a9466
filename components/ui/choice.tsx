import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './choice.module.css'

export interface ChoiceProps extends Omit<ComponentProps<'input'>, 'className' | 'id' | 'type'> {
  label: ReactNode
  description?: ReactNode
}

/** A box to tick, with its label; a native checkbox with everything that one takes. */
export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} className={styles.checkbox} />
}

/** On or off, at once. The same native checkbox, announced as a switch. */
export function Switch(props: ChoiceProps) {
  return <Choice {...props} role="switch" className={styles.switch} />
}

function Choice({ label, description, className, ...input }: ChoiceProps & { className?: string }) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <input
        {...input}
        type="checkbox"
        id={id}
        className={className}
        aria-describedby={description ? `${id}-description` : undefined}
      />
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {description && (
        <p id={`${id}-description`} className={styles.description}>
          {description}
        </p>
      )}
    </div>
  )
}
