'use client'
import { Dialog } from '#components/ui/dialog.tsx'
import { blockDoings, blocks, marks } from './blocks.ts'
import { blockKeys } from './blocks-commands.ts'
import { keysText } from './keys.ts'
import { noteKeys } from './notes/notes-keys.ts'
import styles from './shortcuts-dialog.module.css'
import { toolKeys } from './tool-keys.ts'

const others: [label: string, keys: string][] = [
  ['Save now', 'Mod+S'],
  ['Keep as a named version', toolKeys.keep],
  ['Publish', 'Mod+Enter'],
  ['Link', 'Mod+K'],
  ['Find in the text', toolKeys.find],
  ['Find and replace', toolKeys.replace],
  ['Outline', toolKeys.outline],
  ['Focus: nothing but the text', toolKeys.focus],
  ['Preview beside the text', toolKeys.preview],
  ['Next TK, what is still to come', toolKeys['next-tk']],
  ['TK before', toolKeys['previous-tk']],
  ['Comment on the selected words, or answer where the cursor is', noteKeys.comment],
  ['Suggest changes: type beside the text', noteKeys.suggest],
  ['Next comment or suggestion', noteKeys.next],
  ['Comment or suggestion before', noteKeys.previous],
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
  ['|||', 'Table'],
  ['| one | two | and Enter', 'Table with these columns'],
  [':::callout Title and Enter', 'Callout'],
  [':::spoiler About and Enter', 'Spoiler'],
  [':::pull and Enter', 'Pull quote'],
  ['an address and Enter', 'Film, song or post'],
  ['[^', 'Footnote'],
  ['**words**', 'Bold'],
  ['*words*', 'Italic'],
  ['||words||', 'Spoiler in a sentence'],
  ['[words](address)', 'Link'],
  ['/', 'Everything that can stand in a text'],
  ['@', 'A work or a person'],
]

const inBlocks: [label: string, keys: string][] = [
  ['Title, caption, description or tools of a block', blockKeys.words],
  ['From there back into the text', 'Escape'],
  ['From there on after the block', 'Enter'],
  ...blockDoings.flatMap(({ label, keys }): [string, string][] => (keys ? [[label, keys]] : [])),
  ['Words of a selected footnote', 'Enter'],
  ['Next cell of a table', 'Tab'],
  ['Cell before', 'Shift+Tab'],
  ['Out of a table', 'Mod+Enter'],
]

/** What can be done to a review without a mouse. */
export function Shortcuts({ onOpenChange }: { onOpenChange: (isOpen: boolean) => void }) {
  return (
    <Dialog title="Writing by keyboard" size="wide" isOpen onOpenChange={onOpenChange}>
      <Keys />
    </Dialog>
  )
}

function Keys() {
  return (
    <div className={styles.columns}>
      <section>
        <h3>Keys</h3>
        <List
          keys={[
            ...others,
            ...[...marks, ...blocks].flatMap(({ label, keys }): [string, string][] => (keys ? [[label, keys]] : [])),
          ]}
        />
      </section>
      <section>
        <h3>Typed at the beginning of a line, or around words</h3>
        <List keys={typed.map(([keys, becomes]) => [becomes, keys])} />
        <h3>Blocks: pictures, tables, callouts and others</h3>
        <List keys={inBlocks} />
      </section>
    </div>
  )
}

function List({ keys }: { keys: [label: string, keys: string][] }) {
  return (
    <dl>
      {keys.map(([label, pressed]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <kbd>{keysText(pressed)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  )
}
