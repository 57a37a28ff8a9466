'use client'
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import { Embed as Poster } from '#components/review/prose-pieces.tsx'
import { embedHref, embedProvider } from '#lib/prose/embeds.ts'
import { BlockField } from './block-field.tsx'
import { useEditorDesk } from './editor-context.tsx'
import styles from './embed.module.css'
import { EmbedNode } from './set-pieces.ts'

/** Something at another site, by the poster that readers see, with its title below it to be written. */
export const Embed = EmbedNode.extend({
  addNodeView: () => ReactNodeViewRenderer(EmbedView),
})

function EmbedView(view: NodeViewProps) {
  const { node, selected, editor, deleteNode } = view
  const { known } = useEditorDesk()
  const provider = embedProvider(node.attrs.provider)?.name ?? 'another site'
  return (
    <NodeViewWrapper
      className={selected ? `${styles.embed} ${styles.selected}` : styles.embed}
      contentEditable={false}
      role="group"
      aria-label={`From ${provider}`}
    >
      <div data-drag-handle="" className={styles.poster}>
        {/* Its link is the readers'. */}
        <div inert>
          <Poster attrs={node.attrs} picture={known.pictures[String(node.attrs.mediaId)]} />
        </div>
      </div>
      <div className={styles.words}>
        <BlockField
          view={view}
          name="title"
          label="Title"
          hint={`What it is called at ${provider}`}
          look="row"
          isFirst
        />
        <p className={styles.tools}>
          <a href={embedHref(node.attrs) ?? undefined} target="_blank" rel="noreferrer">
            See it at {provider}
          </a>
          {editor.isEditable && (
            <button type="button" onClick={() => deleteNode()}>
              Remove
            </button>
          )}
        </p>
      </div>
    </NodeViewWrapper>
  )
}
