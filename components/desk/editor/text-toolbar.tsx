'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { Group, Separator, Toolbar } from 'react-aria-components'
import { blocks, marks, type TextAction } from './blocks.ts'
import { EditorIcon, isEditorIcon } from './editor-icon.tsx'
import { keysText } from './keys.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import styles from './text-toolbar.module.css'

export interface TextToolbarProps {
  editor: Editor
  onLink: () => void
  /** Null for somebody who may not upload. */
  onPicture: (() => void) | null
}

/** Everything that can be done to the text: one stop of the Tab key, arrows inside it. */
export function TextToolbar({ editor, onLink, onPicture }: TextToolbarProps) {
  const link: TextAction = {
    id: 'link',
    label: 'Link',
    keys: 'Mod+K',
    run: onLink,
    isActive: current => current.isActive('link'),
  }
  const picture: TextAction = { id: 'figure', label: 'Picture', run: () => onPicture?.() }
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      active: [...marks, ...blocks, link].filter(action => action.isActive?.(current)).map(action => action.id),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  })
  const button = (action: TextAction) => (
    <ActionButton key={action.id} action={action} editor={editor} isActive={state.active.includes(action.id)} />
  )
  return (
    <Toolbar aria-label="Text" className={styles.toolbar} aria-controls="field-body">
      <Group aria-label="Words" className={styles.group}>
        {[...marks.slice(0, 2), link, ...marks.slice(2)].map(button)}
      </Group>
      <Separator orientation="vertical" className={styles.separator} />
      <Group aria-label="Blocks" className={styles.group}>
        {blocks.slice(0, 6).map(button)}
        {onPicture && button(picture)}
        {blocks.slice(6).map(button)}
      </Group>
      <Separator orientation="vertical" className={styles.separator} />
      <Group aria-label="Undo and help" className={styles.group}>
        <PlainButton
          label="Undo"
          keys="Mod+Z"
          icon="undo"
          isDisabled={!state.canUndo}
          onPress={() => editor.chain().focus().undo().run()}
        />
        <PlainButton
          label="Redo"
          keys="Mod+Shift+Z"
          icon="redo"
          isDisabled={!state.canRedo}
          onPress={() => editor.chain().focus().redo().run()}
        />
        <ShortcutsDialog />
      </Group>
    </Toolbar>
  )
}

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
