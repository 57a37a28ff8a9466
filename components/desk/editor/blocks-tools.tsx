'use client'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type BlockAsked, onBlockAsked } from './blocks-asked.ts'
import { useEditorDesk } from './editor-context.tsx'
import { takeGallery } from './gallery-pictures.ts'
import { later } from './later.tsx'
import { picturesIn, pictureTypes } from './upload.ts'

// Loaded when they are first asked for.
const EmbedDialog = later(() => import('./embed-dialog.tsx').then(module => module.EmbedDialog))
const FigureDialog = later(() => import('./figure-dialog.tsx').then(module => module.FigureDialog))
const FootnotePopover = later(() => import('./footnote-popover.tsx').then(module => module.FootnotePopover))
const BlockHandle = later(() => import('./blocks-handle.tsx').then(module => module.BlockHandle))

/** What blocks ask for beside the text: pictures, addresses, the words of footnotes; and the handle that a mouse moves them by. */
export function BlockTools({
  editor,
  onPicture,
  onProblem,
}: {
  editor: Editor
  onPicture: () => void
  onProblem: (problem: string) => void
}) {
  const { learn } = useEditorDesk()
  const [asked, setAsked] = useState<BlockAsked | null>(null)
  const close = useCallback(() => setAsked(null), [])
  const chooser = useRef<HTMLInputElement>(null)
  const gallery = useRef<number | null>(null)
  const hasMouse = useHasMouse(editor)
  // Without it a table is a text in cells, of which the keys of the page lead out.
  useEffect(
    () => void import('./table-editing.ts').then(({ giveTables }) => giveTables(editor)).catch(() => {}),
    [editor],
  )
  useEffect(
    () =>
      onBlockAsked(editor, next => {
        if (next.what === 'picture') onPicture()
        else if (next.what === 'gallery') {
          gallery.current = next.at
          chooser.current?.click()
        } else setAsked(next)
      }),
    [editor, onPicture],
  )
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept={pictureTypes}
        multiple
        hidden
        aria-label="Choose pictures of a gallery"
        onChange={({ target }) => {
          const files = picturesIn(target.files)
          target.value = ''
          onProblem('')
          if (files.length === 0) return
          void takeGallery(editor, files, gallery.current, {
            onPicture: picture => learn({ pictures: { [picture.id]: picture } }),
            onProblem,
          })
        }}
      />
      {asked?.what === 'embed' && <EmbedDialog editor={editor} onClose={close} />}
      {asked?.what === 'figure' && <FigureDialog editor={editor} at={asked.at} onClose={close} />}
      {asked?.what === 'footnote' && <FootnotePopover key={asked.at} text={editor} at={asked.at} onClose={close} />}
      {hasMouse && editor.isEditable && <BlockHandle editor={editor} />}
    </>
  )
}

/** Whether a mouse was over the text: fingers have the menu of the toolbar. */
function useHasMouse(editor: Editor): boolean {
  const [hasMouse, setHasMouse] = useState(false)
  useEffect(() => {
    const look = (event: PointerEvent) => event.pointerType === 'mouse' && setHasMouse(true)
    const { dom } = editor.view
    dom.addEventListener('pointermove', look, { once: true })
    return () => dom.removeEventListener('pointermove', look)
  }, [editor])
  return hasMouse
}
