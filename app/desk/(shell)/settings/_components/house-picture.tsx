'use client'
import { useId, useState } from 'react'
import { PictureDialog } from '#components/desk/editor/picture-library.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Picture, picturePath } from '#lib/media/pictures.ts'
import styles from './house-picture.module.css'

interface HousePictureProps {
  label: string
  description: string
  id: string | null
  /** The picture of that id; undefined where this page does not know it. */
  picture: Picture | undefined
  /** It will stand on a dark page. */
  isNight: boolean
  error: string | undefined
  onChange: (picture: Picture | null) => void
}

/** A picture that stands for the house: chosen from the library, where one can be added too. */
export function HousePicture({ label, description, id, picture, isNight, error, onChange }: HousePictureProps) {
  const [isOpen, setOpen] = useState(false)
  const name = useId()
  const verb = id ? 'Choose another' : 'Choose'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would stand around a picture and two buttons
    <div role="group" aria-labelledby={name} aria-describedby={`${name}-about`} className={styles.picture}>
      <div className={styles.shown} data-night={isNight ? '' : undefined}>
        {picture ? <Shown picture={picture} alt={`The ${label.toLowerCase()} now`} /> : <span>None</span>}
      </div>
      <div className={styles.words}>
        <p id={name} className={styles.label}>
          {label}
        </p>
        <p id={`${name}-about`}>{id && !picture ? 'This picture is no longer in the library.' : description}</p>
        {error && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
        <div className={styles.buttons}>
          <Button size="small" aria-label={`${verb}: ${label}`} onPress={() => setOpen(true)}>
            {verb}
          </Button>
          {id && (
            <Button size="small" variant="quiet" aria-label={`Take away: ${label}`} onPress={() => onChange(null)}>
              Take away
            </Button>
          )}
        </div>
      </div>
      <PictureDialog
        title={label}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onChoose={([chosen]) => chosen && onChange(chosen)}
      />
    </div>
  )
}

/** On the ground that it will stand on, which shows through where it is clear. */
function Shown({ picture, alt }: { picture: Picture; alt: string }) {
  return <img src={picturePath(picture, picture.widths[0] ?? picture.width)} alt={alt} decoding="async" />
}
