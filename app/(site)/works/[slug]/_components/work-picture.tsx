import { Figure, Image } from '#components/review/figure.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import styles from './work.module.css'

/** The work's own poster, cover or sleeve, in the shape that it has; or the picture of a review, which says nothing new here. */
export function WorkPicture({ picture, isOwn }: { picture: Picture; isOwn: boolean }) {
  const sizes = '(min-width: 52rem) 22rem, 90vw'
  if (!isOwn) return <Image picture={picture} sizes={sizes} isLead isDecoration />
  return (
    <div className={`${styles.own} ${styles[shapeOf(picture)]}`}>
      <Figure picture={picture} sizes={sizes} ratio={ratios[shapeOf(picture)]} isLead />
    </div>
  )
}

/** Posters are cropped to 2:3, sleeves to squares, stills to 16:9: whatever is nearest to what the picture is. */
function shapeOf({ width, height }: Picture): 'poster' | 'square' | 'still' {
  const ratio = width / height
  if (ratio < 0.82) return 'poster'
  return ratio > 1.3 ? 'still' : 'square'
}

const ratios = { poster: '2:3', square: '1:1', still: '16:9' } as const
