'use client'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { later } from '#components/desk/editor/later.tsx'
import type { Role } from '#lib/auth/policy.ts'
import { onToolAsked, type Wish } from './palette-asked.ts'

const Palette = later(() => import('./palette.tsx').then(module => module.Palette))
const Help = later(() => import('./help.tsx').then(module => module.Help))

export interface DeskActions {
  createReview: () => Promise<void>
  signOut: () => Promise<void>
}

const Actions = createContext<DeskActions>({ createReview: async () => {}, signOut: async () => {} })

/** Around the whole desk: what the palette does is done from every page. */
export function DeskActionsProvider({ actions, children }: { actions: DeskActions; children: ReactNode }) {
  return <Actions value={actions}>{children}</Actions>
}

export function useDeskActions(): DeskActions {
  return useContext(Actions)
}

/** The palette (Ctrl+K, outside of a text) and the help of the screen, loaded when they are first asked for. Once on each page. */
export function DeskTools({ role }: { role: Role }) {
  const [open, setOpen] = useState<Wish | null>(null)
  useEffect(() => onToolAsked(setOpen), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isAsked(event)) return
      event.preventDefault()
      setOpen(now => (now === 'palette' ? null : 'palette'))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const close = () => setOpen(null)
  if (open === 'help') return <Help onClose={close} />
  return open === 'palette' ? <Palette role={role} onClose={close} onHelp={() => setOpen('help')} /> : null
}

function isAsked({ key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented }: KeyboardEvent): boolean {
  const isKey = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey && !defaultPrevented
  return isKey && !(target instanceof Element && target.closest('[contenteditable="true"]'))
}
