import {
  type CropRatio,
  cutPath,
  focusOf,
  type Picture,
  type PictureFormat,
  pictureFormats,
  picturePath,
  ratioOf,
  srcSet,
} from '#lib/media/pictures.ts'
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
  /** The shape that it is shown in. It is cut by the style sheet while it is not cut as a file. */
  ratio?: CropRatio
}

/**
 * A picture in every width that exists, with its room kept while it loads: as AVIF where the browser reads that, else as WebP, else as JPEG. Where
 * the style sheet cuts it, the eye's rest stays in sight.
 */
export function Image({ picture, sizes, isLead = false, className, isDecoration = false, ratio }: ImageProps) {
  const { alternatives, src, set, width, height } = filesOf(picture, ratio)
  const image = (
    <img
      className={className ? `${styles.image} ${className}` : styles.image}
      data-focus={focusOf(picture)}
      src={src}
      srcSet={set}
      sizes={set && sizes}
      width={width}
      height={height}
      alt={isDecoration ? '' : picture.alt}
      loading={isLead ? 'eager' : 'lazy'}
      fetchPriority={isLead ? 'high' : 'auto'}
      decoding={isLead ? 'auto' : 'async'}
    />
  )
  if (alternatives.length === 0) return image
  return (
    <picture className={styles.formats}>
      {alternatives.map(({ format, files }) => (
        <source key={format} type={`image/${format}`} srcSet={files} sizes={sizes} />
      ))}
      {image}
    </picture>
  )
}

/** What the elements say: the fallback in one width where there is a JPEG, since hardly a browser needs it; of a picture with one format, all widths. */
function filesOf(picture: Picture, wanted: CropRatio | undefined) {
  const cut = wanted && picture.cuts[wanted] ? wanted : null
  const widths = (cut && picture.cuts[cut]) || picture.widths
  const formats = cut ? pictureFormats : picture.formats
  const last: PictureFormat = formats.includes('jpg') ? 'jpg' : 'webp'
  const width = widths.find(each => each >= 800) ?? widths.at(-1) ?? picture.width
  return {
    alternatives: pictureFormats
      .filter(format => format !== 'jpg' && format !== last && formats.includes(format))
      .map(format => ({ format, files: srcSet(picture, format, cut) })),
    src: cut ? cutPath(picture, cut, width, last) : picturePath(picture, width, last),
    set: last === 'jpg' ? undefined : srcSet(picture, last, cut),
    width: cut ? (widths.at(-1) ?? 1) : picture.width,
    height: cut ? Math.round((widths.at(-1) ?? 1) / ratioOf(cut)) : picture.height,
  }
}

interface FigureProps extends Pick<ImageProps, 'picture' | 'sizes' | 'isLead' | 'ratio'> {}

/** A picture with what is said about it, who made it, and under what it may be shown. */
export function Figure({ picture, ...shown }: FigureProps) {
  return (
    <figure className={styles.figure}>
      <Image picture={picture} {...shown} />
      <PictureWords picture={picture} />
    </figure>
  )
}

/** The line under a picture; nothing where there is nothing to say. */
export function PictureWords({ picture }: { picture: Picture }) {
  const { caption, credit, licence, licenceUrl } = picture
  if (!caption && !credit && !licence && !licenceUrl) return null
  return (
    <figcaption>
      {caption} {credit && <span className={styles.credit}>{credit}</span>}
      {(licence || licenceUrl) && (
        <span className={styles.licence}>
          {licenceUrl ? (
            <a href={licenceUrl} rel="license">
              {licence || 'Licence'}
            </a>
          ) : (
            licence
          )}
        </span>
      )}
    </figcaption>
  )
}
