import { type Picture, picturePath } from '#lib/media/pictures.ts'

/** A small picture for lists of the desk: the narrowest file that there is, on its own colour while it comes. */
export function PictureThumb({ picture, alt, isWhole = false }: { picture: Picture; alt: string; isWhole?: boolean }) {
  return (
    <img
      src={picturePath(picture, picture.widths[0] ?? picture.width)}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      style={{
        display: 'block',
        inlineSize: '100%',
        blockSize: '100%',
        objectFit: isWhole ? 'contain' : 'cover',
        objectPosition: `${picture.focal.x * 100}% ${picture.focal.y * 100}%`,
        background: picture.colour,
      }}
    />
  )
}
