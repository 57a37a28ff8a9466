import { focusOf, type Picture, picturePath, srcSet } from '#lib/media/pictures.ts'
import styles from './figure.module.css'

interface ImageProps {
  picture: Picture
  /** As in HTML: how wide the picture will stand. */
  sizes: string
  /** The one picture of the page that is seen first. */
  isLead?: boolean
  className?: string
  /** For a picture beside a link that says the same, such as on a card. */
  isDecoration?: boolean
}

/** A picture in every width that exists, with its room kept while it loads. Where it is cropped, the eye's rest stays in sight. */
export function Image({ picture, sizes, isLead = false, className, isDecoration = false }: ImageProps) {
  return (
    <img
      className={className ? `${styles.image} ${className}` : styles.image}
      data-focus={focusOf(picture)}
      src={picturePath(picture, picture.widths.find(width => width >= 800) ?? picture.widths.at(-1) ?? picture.width)}
      srcSet={srcSet(picture)}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={isDecoration ? '' : picture.alt}
      loading={isLead ? 'eager' : 'lazy'}
      fetchPriority={isLead ? 'high' : 'auto'}
      decoding={isLead ? 'auto' : 'async'}
    />
  )
}

/** A picture with what is said about it and who made it. */
export function Figure({ picture, sizes, isLead = false }: { picture: Picture; sizes: string; isLead?: boolean }) {
  return (
    <figure className={styles.figure}>
      <Image picture={picture} sizes={sizes} isLead={isLead} />
      {(picture.caption || picture.credit) && (
        <figcaption>
          {picture.caption} {picture.credit && <span className={styles.credit}>{picture.credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
