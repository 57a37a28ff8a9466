import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import { type Picture, picturePath } from '#lib/media/pictures.ts'
import styles from './difference.module.css'

/** A small picture, with whether it came or went; words for one that is gone, and for none. */
export function Thumbnail({
  id,
  pictures,
  kind,
}: {
  id: string | null
  pictures: Record<string, Picture>
  kind?: 'added' | 'removed'
}) {
  const picture = id === null ? undefined : pictures[id]
  const width = picture?.widths[0]
  const said = kind === 'added' ? 'Added: ' : kind === 'removed' ? 'Taken away: ' : ''
  return (
    <span className={styles.thumbnail} data-kind={kind}>
      <VisuallyHidden>{said}</VisuallyHidden>
      {picture && width ? (
        <img
          src={picturePath(picture, width)}
          alt={picture.alt || 'A picture'}
          width={picture.width}
          height={picture.height}
          loading="lazy"
        />
      ) : (
        <span>{id === null ? 'No picture' : 'A picture that is gone'}</span>
      )}
    </span>
  )
}
