'use client'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { blocks, marks } from './blocks.ts'
import { EditorIcon } from './editor-icon.tsx'
import { keysText } from './keys.ts'
import styles from './shortcuts-dialog.module.css'
import toolbar from './text-toolbar.module.css'

const others: [label: string, keys: string][] = [
  ['Save now', 'Mod+S'],
  ['Publish', 'Mod+Enter'],
  ['Link', 'Mod+K'],
  ['Spell a marked name right, or go to the next', 'Alt+Enter'],
  ['Say that a marked name is right', 'Alt+Shift+Enter'],
  ['Next marked name', 'F7'],
  ['Undo', 'Mod+Z'],
  ['Redo', 'Mod+Shift+Z'],
  ['These shortcuts', 'Mod+/'],
]

const typed: [typed: string, becomes: string][] = [
  ['## and a space', 'Heading'],
  ['### and a space', 'Small heading'],
  ['> and a space', 'Quotation'],
  ['- or * and a space', 'List'],
  ['1. and a space', 'Numbered list'],
  ['---', 'Divider'],
  ['**words**', 'Bold'],
  ['*words*', 'Italic'],
  ['[words](address)', 'Link'],
  ['/', 'Everything that can stand in a text'],
  ['@', 'A work or a person'],
]

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
      <Dialog title="Writing by keyboard" size="wide" isOpen={isOpen} onOpenChange={setOpen}>
        <div className={styles.columns}>
          <section>
            <h3>Keys</h3>
            <dl>
              {[
                ...others,
                ...[...marks, ...blocks].flatMap(({ label, keys }): [string, string][] =>
                  keys ? [[label, keys]] : [],
                ),
              ].map(([label, keys]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <kbd>{keysText(keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h3>Typed at the beginning of a line, or around words</h3>
            <dl>
              {typed.map(([keys, becomes]) => (
                <div key={keys}>
                  <dt>{becomes}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
      </Dialog>
    </>
  )
}
