'use client'
import { type ComponentProps, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { classes } from './classes.ts'
import field from './field.module.css'
import { Field, type FieldProps } from './field.tsx'
import styles from './text-area.module.css'

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'className' | 'id' | 'ref'> {
  ref?: Ref<HTMLTextAreaElement>
  /** Without box and background: for writing on the page itself. Set the type on an element around it; it is inherited. */
  isBare?: boolean
}

/** Text of several lines that grows with what is in it. */
export function TextArea({ label, description, error, hideLabel, isBare, ref, rows = 2, ...rest }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => own.current)
  useGrowth(own, rest.value)
  return (
    <Field {...{ label, description, error, hideLabel }}>
      {control => (
        <textarea
          rows={rows}
          {...rest}
          {...control}
          ref={own}
          className={classes(styles.area, isBare ? styles.bare : field.control)}
        />
      )}
    </Field>
  )
}

/** For browsers without `field-sizing: content`: the height follows the text. */
function useGrowth(area: { current: HTMLTextAreaElement | null }, value: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value that is set from outside changes the height as typing does
  useLayoutEffect(() => {
    const element = area.current
    if (!element || CSS.supports('field-sizing', 'content')) return
    const grow = () => {
      element.style.blockSize = 'auto'
      element.style.blockSize = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
    }
    grow()
    element.addEventListener('input', grow)
    return () => element.removeEventListener('input', grow)
  }, [area, value])
}
