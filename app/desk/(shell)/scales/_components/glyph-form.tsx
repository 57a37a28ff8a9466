'use client'
import { useActionState, useRef, useState } from 'react'
import { PictureLibrary } from '#components/desk/editor/picture-library.tsx'
import { picturesIn, pictureTypes, uploadPicture, uploadProblemText } from '#components/desk/editor/upload.ts'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { type Picture, picturePath } from '#lib/media/pictures.ts'
import { makeGlyphAction } from '../glyph-actions.ts'
import styles from './glyphs.module.css'

/** A picture, uploaded or chosen again, and what the glyph is called. */
export function GlyphForm() {
  const [picture, setPicture] = useState<Picture | null>(null)
  const [name, setName] = useState('')
  const [answer, action] = useActionState(async (before: FormState, form: FormData) => {
    const given = await makeGlyphAction(before, form)
    if (given.done) {
      setPicture(null)
      setName('')
    }
    return given
  }, {})
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="mediaId" value={picture?.id ?? ''} />
      <PictureChoice picture={picture} onChoose={setPicture} />
      {answer.fields?.mediaId && <Notice tone="problem">{answer.fields.mediaId}</Notice>}
      <TextField
        label="Name"
        description="One of them: lighthouse. Only the desk sees it."
        name="name"
        maxLength={40}
        value={name}
        error={answer.fields?.name}
        onChange={event => setName(event.target.value)}
      />
      <FormAnswer answer={answer}>
        <SubmitButton pending="Drawing…">Make the glyph</SubmitButton>
      </FormAnswer>
    </Form>
  )
}

function PictureChoice({ picture, onChoose }: { picture: Picture | null; onChoose: (picture: Picture) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [progress, setProgress] = useState('')
  const [problem, setProblem] = useState('')
  const take = async (file: File | undefined) => {
    if (input.current) input.current.value = ''
    if (!file) return
    setProblem('')
    setProgress(`Uploading ${file.name}…`)
    try {
      onChoose(
        await uploadPicture(file, part =>
          setProgress(part < 1 ? `Uploading: ${Math.round(part * 100)} %` : 'Making it ready…'),
        ),
      )
    } catch (error) {
      setProblem(uploadProblemText(error))
    }
    setProgress('')
  }
  return (
    <div className={styles.choice}>
      {picture ? (
        <img src={picturePath(picture, picture.widths[0] ?? picture.width)} alt="What the glyph will be made of" />
      ) : (
        <p>A PNG, WebP or JPEG of one thing with a clear outline, at least 200 pixels wide.</p>
      )}
      <p role="status">{progress}</p>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <div className={styles.buttons}>
        <Button size="small" isDisabled={progress !== ''} onPress={() => input.current?.click()}>
          {picture ? 'Another picture' : 'Upload a picture'}
        </Button>
        <PictureLibrary onChoose={onChoose} />
      </div>
      <input
        ref={input}
        type="file"
        accept={pictureTypes}
        hidden
        aria-label="Choose the picture of the glyph"
        onChange={event => take(picturesIn(event.target.files)[0])}
      />
    </div>
  )
}
