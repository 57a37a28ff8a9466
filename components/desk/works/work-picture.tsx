'use client'
import { useState } from 'react'
import type { PictureOutcome } from '#components/desk/editor/editor-actions.ts'
import { PictureChooser } from '#components/desk/editor/picture-chooser.tsx'
import { TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import type { WorkFieldsProps } from './fact-fields.tsx'
import styles from './work-form.module.css'

/** Its poster, cover or sleeve, with what is said about it. */
export function WorkPicture({
  draft,
  set,
  problems,
  mayEdit,
  mayUpload,
  first,
  refocus,
}: WorkFieldsProps & {
  mayUpload: boolean
  first: Picture | null
  refocus: (input: { id: string; x: number; y: number }) => Promise<PictureOutcome>
}) {
  const [picture, setPicture] = useState(first)
  const use = (chosen: Picture) => {
    setPicture(chosen)
    set({
      imageId: chosen.id,
      imageAlt: draft.imageAlt || chosen.alt,
      imageCredit: draft.imageCredit || chosen.credit,
    })
  }
  return (
    <div className={`${styles.row} ${styles.wide}`}>
      <PictureChooser
        imageId={draft.imageId}
        picture={picture?.id === draft.imageId ? picture : undefined}
        isEditable={mayEdit && mayUpload}
        inputLabel="Choose the picture of the work"
        empty="No picture yet: a poster, a cover, a sleeve. Drop one here."
        refocus={refocus}
        onChoose={use}
        onRemove={() => set({ imageId: null, imageAlt: '', imageCredit: '' })}
      />
      {draft.imageId !== null && (
        <div className={styles.form}>
          <TextArea
            label="Description"
            description="For readers who do not see it: what is in the picture."
            value={draft.imageAlt}
            maxLength={500}
            readOnly={!mayEdit}
            error={problems.imageAlt ?? problems.imageId}
            onChange={event => set({ imageAlt: event.target.value })}
          />
          <TextField
            label="Credit"
            value={draft.imageCredit}
            maxLength={200}
            readOnly={!mayEdit}
            error={problems.imageCredit}
            onChange={event => set({ imageCredit: event.target.value })}
          />
        </div>
      )}
    </div>
  )
}
