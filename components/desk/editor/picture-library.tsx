'use client'
import { useState } from 'react'
import type { PictureShelfProps } from '#components/desk/media/picture-shelf.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import { later } from './later.tsx'

const PictureShelf = later<PictureShelfProps>(() =>
  import('#components/desk/media/picture-shelf.tsx').then(module => module.PictureShelf),
)

/** The button that opens the library, to choose one picture. */
export function PictureLibrary({ onChoose }: { onChoose: (picture: Picture) => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="quiet" onPress={() => setOpen(true)}>
        Choose
      </Button>
      <PictureDialog isOpen={isOpen} onOpenChange={setOpen} onChoose={([picture]) => picture && onChoose(picture)} />
    </>
  )
}

/** The library in a dialog: one picture, or several for a gallery (`isMany`), in the order in which they were ticked. */
export function PictureDialog({
  title = 'Pictures',
  isOpen,
  onOpenChange,
  isMany,
  onChoose,
}: PictureShelfProps & { title?: string; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  return (
    <Dialog title={title} size="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
      {close => (
        <PictureShelf
          isMany={isMany}
          onChoose={pictures => {
            close()
            onChoose(pictures)
          }}
        />
      )}
    </Dialog>
  )
}
