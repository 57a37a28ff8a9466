'use client'
import type { NodeViewProps } from '@tiptap/react'
import { type KeyboardEvent, useId } from 'react'
import hidden from '#components/ui/visually-hidden.module.css'
import styles from './block-field.module.css'
import { backToBlock, goOnAfter, wordsOfBlock } from './blocks-words.ts'
import { useWritten } from './editor-context.tsx'

export type BlockView = Pick<NodeViewProps, 'node' | 'editor' | 'getPos' | 'updateAttributes'>

export interface BlockFieldProps {
  view: BlockView
  /** The attribute of the node that is written. */
  name: string
  label: string
  hint: string
  /** What looks like the words that readers see has a label for screen readers only. */
  look: 'title' | 'caption' | 'row'
  /** What is said beside the label, because it matters. */
  missing?: string
  /** Keys that lead from the text to the block lead here. */
  isFirst?: boolean
  /** Where Enter leads: into the words of the block, or on after it. */
  enter?: 'into' | 'after'
  maxLength?: number
}

/** One line that belongs to a block of the text: a title, a caption, a description. Escape goes back to the block. */
export function BlockField({
  view: { node, editor, getPos, updateAttributes },
  name,
  label,
  hint,
  look,
  missing,
  isFirst = false,
  enter = 'after',
  maxLength = 500,
}: BlockFieldProps) {
  const id = useId()
  const written = useWritten()
  const value = String(node.attrs[name])
  const press = (event: KeyboardEvent) => {
    const at = getPos()
    const isBack = event.key === 'Escape' || (event.key === 'Enter' && enter === 'into')
    if (at === undefined || event.nativeEvent.isComposing || !(isBack || event.key === 'Enter')) return
    event.preventDefault()
    if (isBack) backToBlock(editor, at)
    else goOnAfter(editor, at)
  }
  return (
    <div className={styles[look]}>
      <label htmlFor={id} className={look === 'row' ? undefined : hidden.hidden}>
        {label}
        {missing && value === '' && <em> {missing}</em>}
      </label>
      <input
        {...written}
        {...(isFirst && wordsOfBlock)}
        id={id}
        type="text"
        value={value}
        placeholder={hint}
        maxLength={maxLength}
        readOnly={!editor.isEditable}
        onChange={event => updateAttributes({ [name]: event.target.value })}
        onKeyDown={press}
      />
    </div>
  )
}
