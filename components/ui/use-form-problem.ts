'use client'
import { type RefObject, useEffect, useRef } from 'react'

/** Moves the focus to the first field that is wrong whenever an action has answered. Give the ref to the form. */
export function useFormProblem(answer: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is what the focus follows.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [answer])
  return form
}
