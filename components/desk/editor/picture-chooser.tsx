'use client'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import type { PictureOutcome } from './editor-actions.ts'
import { FocalPoint } from './focal-point.tsx'
import styles from './picture-field.module.css'
import { PictureLibrary } from './picture-library.tsx'
import { picturesIn, pictureTypes, uploadPicture, uploadProblemText } from './upload.ts'

export interface PictureChooserProps {
  id?: string
  imageId: string | null
  /** The picture of that id; undefined while this page does not know it. */
  picture: Picture | undefined
  isEditable: boolean
  /** Names the file chooser for screen readers. */
  inputLabel: string
  /** What stands where there is no picture. */
  empty: string
  refocus: (input: { id: string; x: number; y: number }) => Promise<PictureOutcome>
  onChoose: (picture: Picture) => void
  onRemove: () => void
  children?: ReactNode
}

/** One picture: uploaded, dropped or chosen again, with where the eye rests and what is left of it when it is cropped. */
export function PictureChooser({
  id,
  imageId,
  picture,
  isEditable,
  inputLabel,
  empty,
  refocus,
  onChoose,
  onRemove,
  children,
}: PictureChooserProps) {
  const upload = useUpload(onChoose)
  return (
    <div id={id} className={styles.field} {...(isEditable && upload.dropProps)} data-over={upload.isOver || undefined}>
      {picture ? (
        <FocalPoint key={picture.id} picture={picture} isEditable={isEditable} refocus={refocus} onMoved={onChoose} />
      ) : (
        <p className={styles.empty}>
          {imageId ? 'This picture was chosen elsewhere. Reload the page to see it.' : empty}
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
      {isEditable && (
        <div className={styles.buttons}>
          <Button size="small" isDisabled={upload.text !== ''} onPress={upload.choose}>
            {imageId ? 'Another picture' : 'Upload'}
          </Button>
          <PictureLibrary onChoose={onChoose} />
          {imageId && (
            <Button size="small" variant="quiet" onPress={onRemove}>
              Remove
            </Button>
          )}
          {imageId && (
            // In another tab: what is being written stays where it is.
            <a className={styles.more} href={`/desk/media/${imageId}`} target="_blank" rel="noreferrer">
              Crops, licence and uses
            </a>
          )}
          <input
            ref={upload.input}
            type="file"
            accept={pictureTypes}
            hidden
            aria-label={inputLabel}
            onChange={event => upload.take(picturesIn(event.target.files)[0])}
          />
        </div>
      )}
      {children}
    </div>
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
