'use client'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import { type Editor, useEditorState } from '@tiptap/react'
import { Group, Toolbar } from 'react-aria-components'
import { blocks, linkAction, marks, oftenIds, type TextAction } from './blocks.ts'
import { EditorIcon, isEditorIcon } from './editor-icon.tsx'
import { keysText } from './keys.ts'
import { later } from './later.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import styles from './text-toolbar.module.css'

const BlocksMenu = later(() => import('./blocks-menu.tsx').then(module => module.BlocksMenu))

export interface TextToolbarProps {
  editor: Editor
  onLink: () => void
  mayUpload: boolean
}

/** What is often done to the text, and a menu of the rest: one stop of the Tab key, arrows inside it. */
export function TextToolbar({ editor, onLink, mayUpload }: TextToolbarProps) {
  const link = linkAction(onLink)
  const { active, canUndo, canRedo } = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      active: [...marks, ...often, link].filter(action => action.isActive?.(current)).map(action => action.id),
      // Not `can()`, which makes every command there is, at every key.
      canUndo: undoDepth(current.state) > 0,
      canRedo: redoDepth(current.state) > 0,
    }),
  })
  const button = (action: TextAction) => (
    <ActionButton key={action.id} action={action} editor={editor} isActive={active.includes(action.id)} />
  )
  const allowed = ({ needsUpload }: TextAction) => mayUpload || !needsUpload
  return (
    <Toolbar aria-label="Text" className={styles.toolbar} aria-controls="field-body">
      <Group aria-label="Words" className={styles.group}>
        {[...marks.slice(0, 2), link, ...marks.slice(2)].map(button)}
      </Group>
      <span aria-hidden="true" className={styles.separator} />
      <Group aria-label="Blocks" className={styles.group}>
        {often.filter(allowed).map(button)}
        <BlocksMenu editor={editor} mayUpload={mayUpload} />
      </Group>
      <span aria-hidden="true" className={styles.separator} />
      <Group aria-label="Undo and help" className={styles.group}>
        <PlainButton
          label="Undo"
          keys="Mod+Z"
          icon="undo"
          isDisabled={!canUndo}
          onPress={() => editor.chain().focus().undo().run()}
        />
        <PlainButton
          label="Redo"
          keys="Mod+Shift+Z"
          icon="redo"
          isDisabled={!canRedo}
          onPress={() => editor.chain().focus().redo().run()}
        />
        <ShortcutsDialog />
      </Group>
    </Toolbar>
  )
}

const often = blocks.filter(({ id }) => oftenIds.includes(id))

/** A button that leaves the cursor where it is, in the text. */
export function ActionButton({ action, editor, isActive }: { action: TextAction; editor: Editor; isActive: boolean }) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={action.label}
      aria-pressed={action.isActive ? isActive : undefined}
      title={action.keys ? `${action.label} (${keysText(action.keys)})` : action.label}
      onMouseDown={event => event.preventDefault()}
      onClick={() => action.run(editor)}
    >
      {isEditorIcon(action.id) && <EditorIcon name={action.id} />}
    </button>
  )
}

function PlainButton({
  label,
  keys,
  icon,
  isDisabled,
  onPress,
}: {
  label: string
  keys: string
  icon: 'undo' | 'redo'
  isDisabled: boolean
  onPress: () => void
}) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      title={`${label} (${keysText(keys)})`}
      aria-disabled={isDisabled}
      onMouseDown={event => event.preventDefault()}
      onClick={onPress}
    >
      <EditorIcon name={icon} />
    </button>
  )
}
