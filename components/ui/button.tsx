'use client'
import NextLink from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { useFormStatus } from 'react-dom'
import styles from './button.module.css'
import { classes } from './classes.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

interface Look {
  /** primary: the one thing to do here; plain: others; quiet: without a border, for toolbars and rows; danger: takes something away. */
  variant?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'small' | 'medium'
  /** Only an icon inside: square, and then `aria-label` is needed. */
  isIcon?: boolean
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'>, Look {
  children: ReactNode
  /** What is being done, such as "Publishing…": the button shows and announces it, and cannot be pressed meanwhile; false when nothing is. */
  pending?: string | false
}

/**
 * A button. `onPress` is called for mouse, touch and keyboard alike (`type="submit"` in a form). A pending button keeps the focus.
 */
export function Button({ variant, size, isIcon, pending = false, children, ...rest }: ButtonProps) {
  return (
    // The library announces the button's name when it begins and ends to be pending, and the name is then what is being done.
    <AriaButton {...rest} isPending={pending !== false} className={look({ variant, size, isIcon })}>
      {pending === false ? (
        children
      ) : (
        <>
          <span className={styles.dots} aria-hidden="true" />
          {isIcon ? <VisuallyHidden>{pending}</VisuallyHidden> : pending}
        </>
      )}
    </AriaButton>
  )
}

/** The button of a form with an action: pending while the action runs. */
export function SubmitButton({
  pending = 'Saving…',
  variant = 'primary',
  ...rest
}: ButtonProps & { pending?: string }) {
  const { pending: isRunning } = useFormStatus()
  return <Button {...rest} type="submit" variant={variant} pending={isRunning && pending} />
}

/** A link that looks like a button, for what leads somewhere and changes nothing. */
export function ButtonLink({
  variant,
  size,
  isIcon,
  ...rest
}: Omit<ComponentProps<typeof NextLink>, 'className'> & Look) {
  return <NextLink {...rest} className={look({ variant, size, isIcon })} />
}

function look({ variant = 'plain', size = 'medium', isIcon }: Look): string {
  return classes(styles.button, styles[variant], size === 'small' && styles.small, isIcon && styles.icon)
}
