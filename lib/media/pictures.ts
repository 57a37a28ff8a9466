/** How a picture can be cut: for cards and heads of pages, for posters and covers, for what is small. */
export const cropRatios = ['16:9', '2:3', '1:1'] as const
export type CropRatio = (typeof cropRatios)[number]

/** A part of a picture, in fractions of its width and height. */
export type CropBox = { x: number; y: number; width: number; height: number }

export type Crops = Partial<Record<CropRatio, CropBox>>

/** In the order in which a browser should be offered them. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** A picture that can be shown. Files are `/media/<name>-<width>.<format>`, those that are cut `/media/<cropName>-<ratio>-<width>.<format>`. */
export interface Picture {
  id: string
  name: string
  cropName: string
  width: number
  height: number
  /** Widths that exist as files, ascending, in each of `formats`. */
  widths: number[]
  formats: PictureFormat[]
  /** Ratios that exist as files, with the widths of each, ascending. */
  cuts: Partial<Record<CropRatio, number[]>>
  /** Bytes of the card; 0 when that is not known. */
  cardBytes: number
  /** Mean colour, #rrggbb. */
  colour: string
  alt: string
  /** It says nothing that the text does not, so it needs no description. */
  isDecorative: boolean
  caption: string
  credit: string
  /** Under what it may be shown, such as "CC BY 4.0", and the address that says so; both may be empty. */
  licence: string
  licenceUrl: string
  /** Focal point as fractions of width and height. */
  focal: { x: number; y: number }
}

/** Widths that are made, in pixels of the file; never wider than the original. */
export const pictureWidths = [400, 800, 1200, 2000] as const

/** Widths of what is cut to a ratio; never wider than the part of the original. */
export const cutWidths = { '16:9': [400, 800, 1200], '2:3': [200, 400, 800], '1:1': [200, 400, 800] } as const

/** What machines are given as the picture of a page: a JPEG of this size, cut to 16:9. */
export const cardSize = { width: 1200, height: 675 } as const

/** "/media/her-abc123-800.webp" */
export function picturePath(picture: Pick<Picture, 'name'>, width: number, format: PictureFormat = 'webp'): string {
  return `/media/${picture.name}-${width}.${format}`
}

/** "/media/her-abc123-2x3-400.avif" */
export function cutPath(
  picture: Pick<Picture, 'cropName'>,
  ratio: CropRatio,
  width: number,
  format: PictureFormat,
): string {
  return `/media/${picture.cropName}-${ratio.replace(':', 'x')}-${width}.${format}`
}

/** The JPEG still for og:image and feeds. */
export function cardPath(picture: Pick<Picture, 'cropName'>): string {
  return `/media/${picture.cropName}-card.jpg`
}

/** A ratio as a number: 1.777… for "16:9". */
export function ratioOf(ratio: CropRatio): number {
  return { '16:9': 16 / 9, '2:3': 2 / 3, '1:1': 1 }[ratio]
}

/**
 * The part of a picture that a ratio shows, in fractions: what was chosen for it, else the largest part with the focal point as near its
 * middle as it can be. What was chosen in another shape becomes the largest of this shape inside it.
 */
export function cropBox(
  { width, height, focal, crops }: Pick<Picture, 'width' | 'height' | 'focal'> & { crops: Crops },
  ratio: CropRatio,
): CropBox {
  const chosen = crops[ratio]
  const room = chosen ?? { x: 0, y: 0, width: 1, height: 1 }
  const middle = chosen ? { x: room.x + room.width / 2, y: room.y + room.height / 2 } : focal
  /** How many times as wide as high, in fractions, the part must be. */
  const shape = (ratioOf(ratio) * height) / width
  const across = Math.min(room.width, room.height * shape)
  const down = Math.min(room.height, room.width / shape)
  const within = (at: number, size: number, from: number, most: number) =>
    Math.min(Math.max(at - size / 2, from), from + most - size)
  return {
    x: within(middle.x, across, room.x, room.width),
    y: within(middle.y, down, room.y, room.height),
    width: across,
    height: down,
  }
}

/**
 * Where the eye rests, in tenths of width and height, for `data-focus`: "x3 y7". Readers' pages carry no style attributes, so there is
 * a rule for each tenth. Undefined at the centre, where browsers crop by themselves.
 */
export function focusOf({ focal }: Pick<Picture, 'focal'>): string | undefined {
  const [x, y] = [Math.round(focal.x * 10), Math.round(focal.y * 10)]
  return [x !== 5 && `x${x}`, y !== 5 && `y${y}`].filter(Boolean).join(' ') || undefined
}

/** A `srcset` of a format with every width that exists: of the whole picture, or of what is cut to a ratio. */
export function srcSet(picture: Picture, format: PictureFormat = 'webp', ratio: CropRatio | null = null): string {
  return ratio === null
    ? picture.widths.map(width => `${picturePath(picture, width, format)} ${width}w`).join(', ')
    : (picture.cuts[ratio] ?? []).map(width => `${cutPath(picture, ratio, width, format)} ${width}w`).join(', ')
}
