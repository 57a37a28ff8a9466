'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { type Picture, picturePath } from '#lib/media/pictures.ts'
import { findPictures } from './desk-client.ts'
import styles from './picture-field.module.css'

/** Pictures that were uploaded before, to be used again. */
export function PictureLibrary({ onChoose }: { onChoose: (picture: Picture) => void }) {
  return (
    <Dialog
      title="Pictures"
      size="wide"
      trigger={
        <Button size="small" variant="quiet">
          Choose
        </Button>
      }
    >
      {close => (
        <Shelf
          onChoose={picture => {
            onChoose(picture)
            close()
          }}
        />
      )}
    </Dialog>
  )
}

function Shelf({ onChoose }: { onChoose: (picture: Picture) => void }) {
  const [pictures, setPictures] = useState<Picture[] | null>(null)
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    findPictures(controller.signal).then(setPictures, () => !controller.signal.aborted && setFailed(true))
    return () => controller.abort()
  }, [])
  if (isFailed) return <p>The pictures could not be fetched. Close this and try again.</p>
  if (!pictures) return <p>Fetching the pictures…</p>
  if (pictures.length === 0) return <p>No picture has been uploaded yet.</p>
  return (
    <ul className={styles.shelf}>
      {pictures.map(picture => (
        <li key={picture.id}>
          <button type="button" onClick={() => onChoose(picture)}>
            <img
              src={picturePath(picture, picture.widths[0] ?? picture.width)}
              alt={picture.alt || nameOf(picture)}
              loading="lazy"
              style={{ background: picture.colour }}
            />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Our name for the file without its random end: all that is known of a picture that nobody has described. */
function nameOf({ name }: Picture): string {
  return name.replace(/-[0-9a-f]{12}$/, '').replaceAll('-', ' ')
}
