'use client'
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import { useId } from 'react'
import { picturePath } from '#lib/media/pictures.ts'
import { useEditorDesk } from './editor-context.tsx'
import styles from './figure.module.css'
import { FigureNode } from './nodes.ts'

/** A picture in the text, with what is said about it under it. */
export const Figure = FigureNode.extend({
  addNodeView: () => ReactNodeViewRenderer(FigureView),
})

const words = [
  { name: 'alt', label: 'Description', hint: 'For readers who do not see the picture: what is in it' },
  { name: 'caption', label: 'Caption', hint: 'Under the picture' },
  { name: 'credit', label: 'Credit', hint: 'Who made it' },
] as const

function FigureView({ node, selected, updateAttributes, deleteNode, editor }: NodeViewProps) {
  const { known } = useEditorDesk()
  const id = useId()
  const picture = known.pictures[String(node.attrs.mediaId)]
  const width = picture?.widths.find(candidate => candidate >= 800) ?? picture?.widths.at(-1)
  return (
    <NodeViewWrapper
      as="figure"
      className={selected ? `${styles.figure} ${styles.selected}` : styles.figure}
      contentEditable={false}
    >
      <div data-drag-handle="" className={styles.picture}>
        {picture && width !== undefined ? (
          <img
            src={picturePath(picture, width)}
            alt={String(node.attrs.alt)}
            width={picture.width}
            height={picture.height}
            style={{ background: picture.colour }}
            draggable={false}
          />
        ) : (
          <p className={styles.missing}>
            This picture is in the text, but cannot be shown here. Save and reload the page.
          </p>
        )}
      </div>
      <div className={styles.words}>
        {words.map(({ name, label, hint }) => (
          <label key={name} htmlFor={id + name}>
            <span>
              {label}
              {name === 'alt' && node.attrs.alt === '' && <em> is missing</em>}
            </span>
            <input
              id={id + name}
              value={String(node.attrs[name])}
              placeholder={hint}
              maxLength={500}
              readOnly={!editor.isEditable}
              onChange={event => updateAttributes({ [name]: event.target.value })}
              onKeyDown={event => event.key === 'Enter' && editor.commands.focus()}
            />
          </label>
        ))}
        {editor.isEditable && (
          <button type="button" className={styles.remove} onClick={() => deleteNode()}>
            Remove the picture
          </button>
        )}
      </div>
    </NodeViewWrapper>
  )
}
