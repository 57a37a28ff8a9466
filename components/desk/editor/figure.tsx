'use client'
import { NodeSelection } from '@tiptap/pm/state'
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react'
import type { Picture } from '#lib/media/pictures.ts'
import { picturePath } from '#lib/media/pictures.ts'
import { BlockField } from './block-field.tsx'
import { ask } from './blocks-asked.ts'
import { useEditorDesk } from './editor-context.tsx'
import styles from './figure.module.css'
import { FigureNode } from './nodes.ts'

/** A picture in the text as readers see it; what is said about it can be written while it is selected. */
export const Figure = FigureNode.extend({
  addNodeView: () => ReactNodeViewRenderer(FigureView),
})

function FigureView(view: NodeViewProps) {
  const { node, selected, editor, getPos } = view
  const { known } = useEditorDesk()
  const picture = known.pictures[String(node.attrs.mediaId)]
  const isTile = parentOf(view) === 'gallery'
  const words = (name: 'alt' | 'caption' | 'credit') => String(node.attrs[name] || (picture?.[name] ?? ''))
  const isDescribed = words('alt') !== '' || picture?.isDecorative === true
  const select = () => {
    const at = getPos()
    if (at !== undefined) editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)))
  }
  return (
    <NodeViewWrapper
      as="figure"
      className={[styles.figure, selected && styles.selected, isTile && styles.tile].filter(Boolean).join(' ')}
      contentEditable={false}
    >
      <div data-drag-handle="" className={styles.picture}>
        <Shown picture={picture} alt={words('alt')} isCut={isTile} />
        {!isDescribed && <p className={styles.chip}>Description is missing</p>}
      </div>
      {(words('caption') || words('credit')) && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: for the mouse; keys select the picture and go to its words
        <figcaption className={styles.caption} onClick={select}>
          {words('caption')} {words('credit') && <span>{words('credit')}</span>}
        </figcaption>
      )}
      <div className={styles.words}>
        <BlockField
          view={view}
          name="alt"
          label="Description"
          hint={
            picture?.alt ||
            (picture?.isDecorative ? 'Decorative: it needs none' : 'What is in it, for who cannot see it')
          }
          look="row"
          missing={isDescribed ? undefined : 'is missing'}
          isFirst
        />
        <BlockField
          view={view}
          name="caption"
          label="Caption"
          hint={picture?.caption || 'Under the picture'}
          look="row"
        />
        <BlockField
          view={view}
          name="credit"
          label="Credit"
          hint={picture?.credit || 'Who made it'}
          look="row"
          maxLength={200}
        />
        {editor.isEditable && <FigureTools view={view} isTile={isTile} />}
      </div>
    </NodeViewWrapper>
  )
}

function Shown({ picture, alt, isCut }: { picture: Picture | undefined; alt: string; isCut: boolean }) {
  const width = picture?.widths.find(candidate => candidate >= (isCut ? 400 : 800)) ?? picture?.widths.at(-1)
  if (!picture || width === undefined)
    return (
      <p className={styles.missing}>This picture is in the text, but cannot be shown here. Save and reload the page.</p>
    )
  return (
    <img
      src={picturePath(picture, width)}
      alt={alt}
      width={picture.width}
      height={picture.height}
      style={{ background: picture.colour, objectPosition: `${picture.focal.x * 100}% ${picture.focal.y * 100}%` }}
      draggable={false}
    />
  )
}

function FigureTools({ view, isTile }: { view: NodeViewProps; isTile: boolean }) {
  const { editor, getPos, deleteNode } = view
  const here = (run: (at: number) => void) => () => {
    const at = getPos()
    if (at !== undefined) run(at)
  }
  const move = (way: 'up' | 'down') => here(at => editor.chain().setNodeSelection(at).moveBlock(way).focus().run())
  return (
    <p className={styles.tools}>
      {isTile ? (
        <>
          <button type="button" onClick={move('up')}>
            Earlier
          </button>
          <button type="button" onClick={move('down')}>
            Later
          </button>
        </>
      ) : (
        <button
          type="button"
          onClick={here(at => {
            editor.chain().setNodeSelection(at).makeGallery().run()
          })}
        >
          Make a gallery
        </button>
      )}
      <button type="button" aria-haspopup="dialog" onClick={here(at => ask(editor, { what: 'figure', at }))}>
        Crop or replace
      </button>
      <button
        type="button"
        className={styles.remove}
        onClick={
          isTile ? here(at => editor.chain().setNodeSelection(at).deleteBlock().focus().run()) : () => deleteNode()
        }
      >
        Remove
      </button>
    </p>
  )
}

function parentOf({ editor, getPos }: NodeViewProps): string | null {
  const at = getPos()
  return at === undefined ? null : editor.state.doc.resolve(at).parent.type.name
}
