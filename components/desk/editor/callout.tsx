'use client'
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import { BlockField } from './block-field.tsx'
import { backToBlock } from './blocks-words.ts'
import styles from './callout.module.css'
import { useEditorDesk } from './editor-context.tsx'
import { CalloutNode } from './set-pieces.ts'

/** Words set apart, with their title where readers will see it. */
export const Callout = CalloutNode.extend({
  addNodeView: () => ReactNodeViewRenderer(CalloutView),
})

function CalloutView(view: NodeViewProps) {
  const { editor, getPos } = view
  const { mayWrite } = useEditorDesk()
  const takeOut = () => {
    const at = getPos()
    if (at === undefined) return
    backToBlock(editor, at)
    editor.commands.unwrapBlock('callout')
  }
  return (
    <NodeViewWrapper className={styles.callout}>
      <div className={styles.head} contentEditable={false}>
        <BlockField
          view={view}
          name="title"
          label="Title of the callout"
          hint="Title, such as: Where to watch it"
          look="title"
          enter="into"
          maxLength={120}
          isFirst
        />
        {mayWrite && (
          <button type="button" onClick={takeOut}>
            Take out
          </button>
        )}
      </div>
      <NodeViewContent className={styles.inside} />
    </NodeViewWrapper>
  )
}
