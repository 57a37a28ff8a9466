'use client'
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import { useId } from 'react'
import { useEditorDesk } from './editor-context.tsx'
import { SpoilerNode } from './nodes.ts'
import styles from './spoiler.module.css'

/** A spoiler, open while it is written, with its label where readers will see it. */
export const Spoiler = SpoilerNode.extend({
  addNodeView: () => ReactNodeViewRenderer(SpoilerView),
})

function SpoilerView({ node, updateAttributes, editor, getPos }: NodeViewProps) {
  const id = useId()
  const { mayWrite } = useEditorDesk()
  const intoText = () => {
    const at = getPos()
    if (at !== undefined) editor.commands.focus(at + 2)
  }
  return (
    <NodeViewWrapper className={styles.spoiler}>
      <div className={styles.label} contentEditable={false}>
        <label htmlFor={id}>Spoiler about</label>
        <input
          id={id}
          value={String(node.attrs.label)}
          maxLength={120}
          placeholder="the ending, for example"
          readOnly={!mayWrite}
          onChange={event => updateAttributes({ label: event.target.value })}
          onKeyDown={event => {
            if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
            event.preventDefault()
            intoText()
          }}
        />
        {mayWrite && (
          <button
            type="button"
            onClick={() => {
              intoText()
              editor.commands.toggleSpoiler()
            }}
          >
            Uncover
          </button>
        )}
      </div>
      <NodeViewContent className={styles.inside} />
    </NodeViewWrapper>
  )
}
