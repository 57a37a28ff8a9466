/** A picture that is ready to be shown. Files are `/media/<name>-<width>.webp` for each width and `/media/<name>-<width>.jpg` for the card. */
export interface Picture {
  id: string
  name: string
  width: number
  height: number
  /** Widths that exist as files, ascending. */
  widths: number[]
  /** Mean colour, #rrggbb. */
  colour: string
  alt: string
  caption: string
  credit: string
  /** Focal point as fractions of width and height. */
  focal: { x: number; y: number }
}

/** Widths that the pipeline makes, in CSS pixels of the file; never wider than the original. */
export const pictureWidths = [400, 800, 1200, 2000] as const

/** What machines are given as the picture of a page: a JPEG of this size, cropped around the focal point. */
export const cardSize = { width: 1200, height: 675 } as const

/** "/media/her-abc123-800.webp" */
export function picturePath(picture: Pick<Picture, 'name'>, width: number): string {
  return `/media/${picture.name}-${width}.webp`
}

/** The JPEG still for og:image and feeds. */
export function cardPath(picture: Pick<Picture, 'name'>): string {
  return `/media/${picture.name}-card.jpg`
}

/**
 * Where the eye rests, in tenths of width and height, for `data-focus`: "x3 y7". Readers' pages carry no style attributes, so there is
 * a rule for each tenth. Undefined at the centre, where browsers crop by themselves.
 */
export function focusOf({ focal }: Pick<Picture, 'focal'>): string | undefined {
  const [x, y] = [Math.round(focal.x * 10), Math.round(focal.y * 10)]
  return [x !== 5 && `x${x}`, y !== 5 && `y${y}`].filter(Boolean).join(' ') || undefined
}

/** A `srcset` with every width that exists. */
export function srcSet(picture: Picture): string {
  return picture.widths.map(width => `${picturePath(picture, width)} ${width}w`).join(', ')
}
