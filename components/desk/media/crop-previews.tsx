'use client'
import { type Crops, cropBox, cutWidths, type Picture } from '#lib/media/pictures.ts'
import { type Point, pixelsOf } from './crop-boxes.ts'
import styles from './crop-previews.module.css'
import { CropView } from './crop-view.tsx'

/** What each ratio shows, where readers meet it: a card, a poster, a row of a list. */
export function CropPreviews({ picture, crops, focal }: { picture: Picture; crops: Crops; focal: Point }) {
  const shown = { picture, crops, focal }
  return (
    <div className={styles.previews}>
      <figure className={styles.card}>
        <CropView {...shown} ratio="16:9" className={styles.cut} />
        <span className={styles.headline} aria-hidden="true" />
        <span className={styles.line} aria-hidden="true" />
        <figcaption>
          <b>16:9</b> Cards, heads of pages, shared links. <Pixels {...shown} ratio="16:9" />
        </figcaption>
      </figure>
      <figure className={styles.poster}>
        <CropView {...shown} ratio="2:3" className={styles.cut} />
        <figcaption>
          <b>2:3</b> Posters and covers. <Pixels {...shown} ratio="2:3" />
        </figcaption>
      </figure>
      <figure className={styles.row}>
        <span className={styles.entry}>
          <CropView {...shown} ratio="1:1" className={styles.cut} />
          <span className={styles.words} aria-hidden="true">
            <span className={styles.headline} />
            <span className={styles.line} />
          </span>
        </span>
        <figcaption>
          <b>1:1</b> Rows of lists. <Pixels {...shown} ratio="1:1" />
        </figcaption>
      </figure>
    </div>
  )
}

function Pixels({
  picture,
  crops,
  focal,
  ratio,
}: {
  picture: Picture
  crops: Crops
  focal: Point
  ratio: keyof typeof cutWidths
}) {
  const { width, height } = pixelsOf(cropBox({ ...picture, focal, crops }, ratio), picture)
  const isSmall = width < cutWidths[ratio][1]
  return (
    <span className={isSmall ? styles.small : undefined}>
      {width} × {height} pixels{isSmall ? ': this will look blurred.' : '.'}
    </span>
  )
}
