'use client'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { Icon } from '#components/ui/icon.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'
import styles from './picture-shelf.module.css'
import { PictureThumb } from './picture-thumb.tsx'
import { pictureLack, pictureName } from './picture-words.ts'

/** Pictures to choose from: arrows walk the grid, letters jump to a name, Enter or Space chooses. */
export function ShelfGrid({
  pictures,
  chosen,
  isMany,
  onChoose,
  onChosen,
}: {
  pictures: LibraryPicture[]
  chosen: LibraryPicture[]
  isMany: boolean
  onChoose: (picture: LibraryPicture) => void
  onChosen: (chosen: LibraryPicture[]) => void
}) {
  const select = (keys: Set<string>) => {
    const kept = chosen.filter(({ id }) => keys.has(id))
    const added = pictures.filter(({ id }) => keys.has(id) && !chosen.some(known => known.id === id))
    onChosen([...kept, ...added])
  }
  return (
    <ListBox
      aria-label="Pictures"
      layout="grid"
      className={styles.grid}
      items={pictures}
      dependencies={[chosen]}
      selectionMode={isMany ? 'multiple' : 'none'}
      selectionBehavior="toggle"
      selectedKeys={chosen.map(({ id }) => id)}
      onSelectionChange={keys => select(new Set(keys === 'all' ? pictures.map(({ id }) => id) : [...keys].map(String)))}
      onAction={key => {
        const picture = pictures.find(({ id }) => id === key)
        if (!isMany && picture) onChoose(picture)
      }}
    >
      {picture => {
        const place = chosen.findIndex(({ id }) => id === picture.id)
        return (
          <ListBoxItem id={picture.id} textValue={spoken(picture)} aria-label={spoken(picture)} className={styles.tile}>
            <span className={styles.frame}>
              <PictureThumb picture={picture} alt="" />
              {place >= 0 && (
                <span className={styles.tick}>
                  <Icon name="check" />
                  {chosen.length > 1 && place + 1}
                </span>
              )}
            </span>
            <span className={styles.name}>{pictureName(picture)}</span>
          </ListBoxItem>
        )
      }}
    </ListBox>
  )
}

/** What a screen reader says of it: its name, what is in it, what is missing. */
function spoken(picture: LibraryPicture): string {
  return [pictureName(picture), picture.alt, pictureLack(picture)].filter(Boolean).join('. ')
}
