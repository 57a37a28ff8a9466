'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { ComboBoxItem } from '#components/ui/combo-box.tsx'
import type { FormState } from '#lib/forms/form-state.ts'

type FormAction = (before: FormState, form: FormData) => Promise<FormState>

interface Actions {
  change: FormAction
  changeList: FormAction
  /** Published reviews by a word of their title. */
  findLeads: (query: string) => Promise<ComboBoxItem[]>
}

const Context = createContext<Actions | null>(null)

/** What the pages of the settings can do. */
export function HouseActions({ children, ...actions }: Actions & { children: ReactNode }) {
  return <Context value={actions}>{children}</Context>
}

export function useHouseActions(): Actions {
  const actions = useContext(Context)
  if (!actions) throw new Error('Settings are changed below their layout')
  return actions
}
