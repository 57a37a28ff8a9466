'use client'
import { useState } from 'react'
import { EditorIcon } from './editor-icon.tsx'
import { keysText } from './keys.ts'
import { later } from './later.tsx'
import toolbar from './text-toolbar.module.css'

const Shortcuts = later(() => import('./shortcuts-contents.tsx').then(module => module.Shortcuts))

/** The button with the keyboard on it, and what it opens. */
export function ShortcutsDialog() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        id="shortcuts"
        className={toolbar.button}
        aria-label="Keyboard shortcuts"
        title={`Keyboard shortcuts (${keysText('Mod+/')})`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <EditorIcon name="keyboard" />
      </button>
      {isOpen && <Shortcuts onOpenChange={setOpen} />}
    </>
  )
}
