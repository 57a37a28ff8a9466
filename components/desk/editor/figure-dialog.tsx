'use client'
import type { Editor } from '@tiptap/core'
import { Button } from '#components/ui/button.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import { useEditorDesk } from './editor-context.tsx'
import { PictureChooser } from './picture-chooser.tsx'

/** Where the eye rests in a picture of the text, and another in its place. */
export function FigureDialog({ editor, at, onClose }: { editor: Editor; at: number; onClose: () => void }) {
  const { known, learn, review, actions } = useEditorDesk()
  const figure = editor.state.doc.nodeAt(at)
  const mediaId = String(figure?.attrs.mediaId ?? '')
  const use = (picture: Picture) => {
    learn({ pictures: { [picture.id]: picture } })
    const before = known.pictures[mediaId]
    const { tr, doc } = editor.state
    if (doc.nodeAt(at)?.type.name !== 'figure') return onClose()
    tr.setNodeAttribute(at, 'mediaId', picture.id)
    // What was said of the picture before is not said of another one; what was written here about it is.
    if (before && figure && before.name !== picture.name)
      for (const name of ['alt', 'caption', 'credit'] as const)
        if (figure.attrs[name] === before[name]) tr.setNodeAttribute(at, name, picture[name])
    editor.view.dispatch(tr)
  }
  return (
    <Dialog title="Crop or replace the picture" size="wide" isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <PictureChooser
        imageId={mediaId}
        picture={known.pictures[mediaId]}
        isEditable={editor.isEditable && review.may.upload}
        inputLabel="Choose a picture in its place"
        empty="No picture."
        refocus={actions.refocus}
        onChoose={use}
        onRemove={() => {
          onClose()
          editor.chain().setNodeSelection(at).deleteBlock().run()
        }}
      />
      <DialogActions>
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  )
}
