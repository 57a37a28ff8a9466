'use client'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { later } from './later.tsx'

// Not in the page's first script, and there before somebody asks: what is typed after Ctrl+K belongs into its field.
const load = () => import('./link-form.tsx').then(module => module.LinkForm)
const LinkForm = later(load)
const afterMs = 2_000

/** Asks where the selected words lead. */
export function LinkDialog({
  editor,
  isOpen,
  onOpenChange,
}: {
  editor: Editor
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  useEffect(() => {
    const timer = setTimeout(() => load().catch(() => {}), afterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Dialog title="Link" isOpen={isOpen} onOpenChange={onOpenChange}>
      {close => <LinkForm editor={editor} close={close} />}
    </Dialog>
  )
}
