'use client'
import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Menu, MenuItem, Popover, Text } from 'react-aria-components'
import { afterClosing } from '#components/desk/asked.ts'
import menu from '#components/ui/menu.module.css'
import { blockDoings } from './blocks.ts'
import styles from './blocks-handle.module.css'
import { keysText } from './keys.ts'

interface Place {
  /** The block's place in the text, and its top within what stands around the text. */
  at: number
  top: number
}

/** Beside the block under the mouse: what it is dragged by, and a menu of what can be done with it. Keys have keys of their own. */
export function BlockHandle({ editor }: { editor: Editor }) {
  const [place, setPlace] = useState<Place | null>(null)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useFollowed(editor, isOpen, setPlace)
  if (!place) return null
  const select = () => {
    const { doc, tr } = editor.state
    if (doc.nodeAt(place.at)) editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, place.at)))
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        draggable
        className={styles.handle}
        style={{ insetBlockStart: place.top }}
        aria-label="Move the block"
        title="Drag to move, press for more"
        onDragStart={event => beginDrag(editor, place.at, event)}
        onClick={() => {
          select()
          setOpen(true)
        }}
      >
        <span aria-hidden="true" />
      </button>
      <Popover
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={setOpen}
        className={menu.popover ?? ''}
        placement="bottom start"
        offset={4}
      >
        <Menu className={menu.menu ?? ''} aria-label="The block" onClose={() => setOpen(false)}>
          {blockDoings.map(({ id, label, keys, run }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={label}
              className={menu.entry ?? ''}
              // After the menu has given the focus back.
              onAction={() => afterClosing(() => run(editor))}
            >
              <Text slot="label">{label}</Text>
              {keys && (
                <Text slot="description" className={menu.description ?? ''}>
                  {keysText(keys)}
                </Text>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  )
}

/** The block of the text that the mouse is over, once a frame; the last one while the menu is open or the mouse is on the handle. */
function useFollowed(editor: Editor, isHeld: boolean, setPlace: (place: Place | null) => void): void {
  useEffect(() => {
    if (isHeld) return
    const { dom } = editor.view
    const around = dom.parentElement?.parentElement
    let frame = 0
    const move = ({ target }: PointerEvent) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const block = target instanceof Node ? blockOf(dom, target) : null
        if (block && !editor.isDestroyed) setPlace(placeOf(editor, block))
      })
    }
    const hide = () => {
      cancelAnimationFrame(frame)
      setPlace(null)
    }
    dom.addEventListener('pointermove', move)
    // What was typed has moved what is below.
    dom.addEventListener('keydown', hide)
    around?.addEventListener('pointerleave', hide)
    return () => {
      cancelAnimationFrame(frame)
      dom.removeEventListener('pointermove', move)
      dom.removeEventListener('keydown', hide)
      around?.removeEventListener('pointerleave', hide)
    }
  }, [editor, isHeld, setPlace])
}

function blockOf(text: HTMLElement, target: Node): HTMLElement | null {
  let node: Node | null = target
  while (node && node.parentNode !== text) node = node.parentNode
  return node instanceof HTMLElement ? node : null
}

function placeOf({ view, state }: Editor, block: HTMLElement): Place | null {
  const inside = view.posAtDOM(block, 0)
  if (inside < 0) return null
  const $inside = state.doc.resolve(inside)
  const at = $inside.depth > 0 ? $inside.before(1) : $inside.pos
  const around = view.dom.parentElement?.parentElement
  if (!state.doc.nodeAt(at) || !around) return null
  return { at, top: block.getBoundingClientRect().top - around.getBoundingClientRect().top }
}

/** As ProseMirror drags what is selected: where it is let go, it is moved to. */
function beginDrag({ view, state }: Editor, at: number, event: DragEvent): void {
  const node = state.doc.nodeAt(at)
  const dom = view.nodeDOM(at)
  if (!node) return
  const slice = new Slice(Fragment.from(node), 0, 0)
  event.dataTransfer.clearData()
  event.dataTransfer.setData('text/html', view.serializeForClipboard(slice).dom.innerHTML)
  event.dataTransfer.effectAllowed = 'move'
  if (dom instanceof HTMLElement) event.dataTransfer.setDragImage(dom, 0, 0)
  const dragging = { slice, move: true, node: NodeSelection.create(state.doc, at) }
  view.dragging = dragging
}
