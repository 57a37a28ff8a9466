'use client'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import { type FocusEvent, useState } from 'react'
import { BlockField } from './block-field.tsx'
import { useEditorDesk } from './editor-context.tsx'
import { later } from './later.tsx'
import { tableNodes } from './set-pieces.ts'
import styles from './table.module.css'

// Loaded when the cursor first stands in a table.
const TableTools = later(() => import('./table-tools.tsx').then(module => module.TableTools))

/** A table as readers see it, with its caption below, and its tools above while the cursor is in it. */
export const tables = tableNodes.map(node =>
  node.name === 'table'
    ? node.extend({
        addNodeView: () => ReactNodeViewRenderer(TableView, { contentDOMElementTag: 'tbody' }),
      })
    : node,
)

function TableView(view: ReactNodeViewProps) {
  const { node, selectionInside } = view
  const { mayWrite } = useEditorDesk()
  const [isWithin, setWithin] = useState(false)
  return (
    <NodeViewWrapper
      className={styles.table}
      onFocus={() => setWithin(true)}
      onBlur={(event: FocusEvent) => setWithin(event.currentTarget.contains(event.relatedTarget))}
    >
      {mayWrite && (selectionInside || isWithin) && (
        <div className={styles.tools} contentEditable={false}>
          <TableTools {...view} />
        </div>
      )}
      <div className={styles.scroll}>
        <NodeViewContent<'table'> as="table" aria-label={String(node.attrs.caption) || 'Table'} />
      </div>
      <div contentEditable={false}>
        <BlockField view={view} name="caption" label="Caption of the table" hint="Caption" look="caption" />
      </div>
    </NodeViewWrapper>
  )
}
