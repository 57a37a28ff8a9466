'use client'
import { useActionState, useState } from 'react'
import type { FormState } from '#lib/forms/form-state.ts'
import type { HousePage } from '#lib/settings/house-pages.ts'
import { useHouseActions } from './house-actions.tsx'

/** A page of the settings while it is changed. */
export interface House<Value> {
  page: HousePage
  /** What is stored, with what was typed over it. */
  value: Value
  type: (change: Partial<Value>) => void
  /** Something was typed that is not stored. */
  isChanged: boolean
  discard: () => void
  stored: Value
  answer: FormState
  action: (form: FormData) => void
}

/**
 * What a page of the settings holds: only what was typed here. When somebody else has changed the rest, the page shows theirs, and what was
 * typed stays.
 */
export function useHouse<Value extends object>(page: HousePage, stored: Value): House<Value> {
  const { change } = useHouseActions()
  const [typed, setTyped] = useState<Partial<Value>>({})
  const [answer, action] = useActionState(async (before: FormState, form: FormData) => {
    const after = await change(before, form)
    if (after.done) setTyped({})
    return after
  }, {})
  return {
    page,
    value: { ...stored, ...typed },
    type: next => setTyped(before => ({ ...before, ...next })),
    isChanged: Object.keys(typed).length > 0,
    discard: () => setTyped({}),
    stored,
    answer,
    action,
  }
}
