'use client'
import { TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import { PictureChooser } from './picture-chooser.tsx'

/** The picture that leads the review: uploaded, dropped or chosen again, with what is said about it and where the eye rests. */
export function PictureField() {
  const { known, learn, draft, review, actions, mayWrite } = useEditorDesk()
  const [imageId, setImageId] = useField('imageId')
  const use = (chosen: Picture) => {
    learn({ pictures: { [chosen.id]: chosen } })
    const { imageAlt, imageCaption, imageCredit } = draft.get()
    draft.set({
      imageId: chosen.id,
      imageAlt: imageAlt || chosen.alt,
      imageCaption: imageCaption || chosen.caption,
      imageCredit: imageCredit || chosen.credit,
    })
  }
  return (
    <PictureChooser
      id="field-imageId"
      imageId={imageId}
      picture={imageId ? known.pictures[imageId] : undefined}
      isEditable={mayWrite && review.may.upload}
      inputLabel="Choose the picture of the review"
      empty="No picture yet. Drop one here, at least 1,200 pixels wide."
      refocus={actions.refocus}
      onChoose={use}
      onRemove={() => setImageId(null)}
    >
      {imageId && <PictureWords />}
    </PictureChooser>
  )
}

function PictureWords() {
  const { mayWrite } = useEditorDesk()
  const [alt, setAlt, altProblem] = useField('imageAlt')
  const [caption, setCaption, captionProblem] = useField('imageCaption')
  const [credit, setCredit, creditProblem] = useField('imageCredit')
  const readOnly = !mayWrite
  return (
    <>
      <div id="field-imageAlt">
        <TextArea
          label="Description"
          description="For readers who do not see it: what is in the picture."
          value={alt}
          maxLength={500}
          readOnly={readOnly}
          onChange={event => setAlt(event.target.value)}
          error={altProblem}
        />
      </div>
      <TextField
        label="Caption"
        value={caption}
        maxLength={500}
        readOnly={readOnly}
        onChange={event => setCaption(event.target.value)}
        error={captionProblem}
      />
      <TextField
        label="Credit"
        value={credit}
        maxLength={200}
        readOnly={readOnly}
        onChange={event => setCredit(event.target.value)}
        error={creditProblem}
      />
    </>
  )
}
