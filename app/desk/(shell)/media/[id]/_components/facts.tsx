import { sizeText } from '#components/desk/media/upload-words.ts'
import { type Clock, Moment } from '#components/desk/moment.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'
import { picturePath } from '#lib/media/pictures.ts'
import styles from './picture.module.css'

const formatNames = { avif: 'AVIF', webp: 'WebP', jpg: 'JPEG' } as const

/** What a picture is: its size, who added it and when, and the files that readers get. */
export function Facts({ picture, clock }: { picture: LibraryPicture; clock: Clock }) {
  const { width, height, widths, formats, bytes, uploadedBy, createdAt } = picture
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <dl className={styles.facts}>
        <dt>Size</dt>
        <dd>
          {width} × {height} pixels{bytes > 0 && `, ${sizeText(bytes)} as it was sent`}
        </dd>
        <dt>Added</dt>
        <dd>
          <Moment iso={createdAt} clock={clock} />
          {uploadedBy && ` by ${uploadedBy.name}`}
        </dd>
        <dt>Files</dt>
        <dd>
          {formats.map(format => formatNames[format]).join(', ')}, {widths.join(', ')} pixels wide.{' '}
          <a href={picturePath(picture, widths.at(-1) ?? width)}>Open the largest</a>
        </dd>
      </dl>
    </section>
  )
}
