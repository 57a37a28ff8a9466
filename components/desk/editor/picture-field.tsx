'use client'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import { FocalPoint } from './focal-point.tsx'
import styles from './picture-field.module.css'
import { PictureLibrary } from './picture-library.tsx'
import { picturesIn, pictureTypes, uploadPicture, uploadProblemText } from './upload.ts'

/** The picture that leads the review: uploaded, dropped or chosen again, with what is said about it and where the eye rests. */
export function PictureField() {
  const { known, learn, draft, review } = useEditorDesk()
  const [imageId, setImageId] = useField('imageId')
  const picture = imageId ? known.pictures[imageId] : undefined
  const upload = useUpload(made => use(made))
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
  const isAllowed = review.may.edit && review.may.upload
  return (
    <div
      id="field-imageId"
      className={styles.field}
      {...(isAllowed && upload.dropProps)}
      data-over={upload.isOver || undefined}
    >
      {picture ? (
        <FocalPoint key={picture.id} picture={picture} isEditable={isAllowed} onMoved={use} />
      ) : (
        <p className={styles.empty}>
          {imageId
            ? 'This picture was chosen elsewhere. Reload the page to see it.'
            : 'No picture yet. Drop one here, at least 1,200 pixels wide.'}
        </p>
      )}
      <p className={styles.progress} role="status">
        {upload.text}
      </p>
      {upload.problem && (
        <p className={styles.problem} role="alert">
          {upload.problem}
        </p>
      )}
      {isAllowed && (
        <div className={styles.buttons}>
          <Button size="small" isDisabled={upload.text !== ''} onPress={upload.choose}>
            {imageId ? 'Another picture' : 'Upload'}
          </Button>
          <PictureLibrary onChoose={use} />
          {imageId && (
            <Button size="small" variant="quiet" onPress={() => setImageId(null)}>
              Remove
            </Button>
          )}
          <input
            ref={upload.input}
            type="file"
            accept={pictureTypes}
            hidden
            aria-label="Choose the picture of the review"
            onChange={event => upload.take(picturesIn(event.target.files)[0])}
          />
        </div>
      )}
      {imageId && <PictureWords />}
    </div>
  )
}

function PictureWords() {
  const { review } = useEditorDesk()
  const [alt, setAlt, altProblem] = useField('imageAlt')
  const [caption, setCaption, captionProblem] = useField('imageCaption')
  const [credit, setCredit, creditProblem] = useField('imageCredit')
  const readOnly = !review.may.edit
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

function useUpload(onMade: (picture: Picture) => void) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const [isOver, setOver] = useState(false)
  const take = async (file: File | undefined) => {
    if (input.current) input.current.value = ''
    if (!file) return
    setProblem('')
    setText(`Uploading ${file.name}…`)
    try {
      onMade(
        await uploadPicture(file, part =>
          setText(part < 1 ? `Uploading ${file.name}: ${Math.round(part * 100)} %` : 'Making it ready…'),
        ),
      )
    } catch (error) {
      setProblem(uploadProblemText(error))
    }
    setText('')
  }
  const dropProps = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      void take(picturesIn(event.dataTransfer.files)[0])
    },
  }
  return { input, text, problem, isOver, take, dropProps, choose: () => input.current?.click() }
}
