'use client'
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import { BlockField } from './block-field.tsx'
import { ask } from './blocks-asked.ts'
import { useEditorDesk } from './editor-context.tsx'
import styles from './gallery.module.css'
import { GalleryNode } from './set-pieces.ts'

/** Pictures side by side as readers see them; each is a picture of its own, which can be dragged and written about. */
export const Gallery = GalleryNode.extend({
  addNodeView: () => ReactNodeViewRenderer(GalleryView),
})

function GalleryView(view: NodeViewProps) {
  const { node, editor, getPos } = view
  const { review } = useEditorDesk()
  const here = (run: (at: number) => void) => () => {
    const at = getPos()
    if (at !== undefined) run(at)
  }
  return (
    <NodeViewWrapper className={styles.gallery} role="group" aria-label={`Gallery of ${node.childCount}`}>
      <NodeViewContent className={styles.tiles} data-count={node.childCount} />
      <div className={styles.words} contentEditable={false}>
        <BlockField
          view={view}
          name="caption"
          label="Caption of the gallery"
          hint="Caption of them all"
          look="caption"
          isFirst
        />
        {editor.isEditable && (
          <p className={styles.tools}>
            {review.may.upload && (
              <button type="button" onClick={here(at => ask(editor, { what: 'gallery', at }))}>
                Add pictures
              </button>
            )}
            <button
              type="button"
              onClick={here(at =>
                editor
                  .chain()
                  .setNodeSelection(at + 1)
                  .unwrapBlock('gallery')
                  .focus()
                  .run(),
              )}
            >
              Take apart
            </button>
          </p>
        )}
      </div>
    </NodeViewWrapper>
  )
}
