import {
  type CropBox,
  type CropRatio,
  type Crops,
  cardPath,
  cardSize,
  cropBox,
  cropRatios,
  cutPath,
  cutWidths,
  type Picture,
  type PictureFormat,
  pictureFormats,
  picturePath,
  pictureWidths,
  ratioOf,
} from './pictures.ts'

// Which files belong to a picture. The worker makes them, the doctor counts them, and both ask here.

/** The set of files that is whole today. When widths, ratios or formats change, this goes up, and the worker makes what is missing. */
export const currentRecipe = 1

/** What has been made of a picture that was only just taken in: enough to show it anywhere. */
export const firstWidth = 800

/** Pictures are decoded to this width at most; everything is made of that. */
export const decodedWidth = 2400

export interface PlannedFile {
  /** In the folder `media`: "her-abc123-800.webp" */
  file: string
  format: PictureFormat
  /** The part of the picture that it shows, in fractions; null is all of it. */
  box: CropBox | null
  width: number
  /** Null follows from the width. */
  height: number | null
}

/** What the names and sizes of a picture's files follow from. */
export type Planned = Pick<Picture, 'name' | 'cropName' | 'width' | 'height' | 'focal'> & { crops: Crops }

/** Widths of the whole picture: each of the fixed ones that it has, and its own where that is smaller than the largest. */
export function widthsOf(width: number): number[] {
  const own = Math.min(width, pictureWidths.at(-1) ?? width)
  return [...new Set([...pictureWidths.filter(candidate => candidate < width), own])]
}

/** Ratios and widths that are cut from a picture of this size; none of them is enlarged. */
export function cutsOf(picture: Planned): Record<CropRatio, number[]> {
  const decoded = Math.min(picture.width, decodedWidth)
  const widths = (ratio: CropRatio): number[] => {
    const room = Math.max(1, Math.round(cropBox(picture, ratio).width * decoded))
    const fixed = cutWidths[ratio].filter(width => width <= room)
    return fixed.length > 0 ? fixed : [room]
  }
  return { '16:9': widths('16:9'), '2:3': widths('2:3'), '1:1': widths('1:1') }
}

/** The card: for machines, always of one size, enlarged where it must be. */
export function cardFile(picture: Planned): PlannedFile {
  return { file: fileIn(cardPath(picture)), format: 'jpg', box: cropBox(picture, '16:9'), ...cardSize }
}

/** The files of the whole picture, smallest first, so that what is needed most is there soonest. */
export function wholeFiles(picture: Planned, formats: readonly PictureFormat[] = pictureFormats): PlannedFile[] {
  return widthsOf(picture.width).flatMap(width =>
    formats.map(format => ({
      file: fileIn(picturePath(picture, width, format)),
      format,
      box: null,
      width,
      height: null,
    })),
  )
}

/** The files that are cut to a ratio, and the card. */
export function cutFiles(picture: Planned): PlannedFile[] {
  const cuts = cutsOf(picture)
  const files = cropRatios.flatMap(ratio =>
    cuts[ratio].flatMap(width =>
      pictureFormats.map(format => ({
        file: fileIn(cutPath(picture, ratio, width, format)),
        format,
        box: cropBox(picture, ratio),
        width,
        height: Math.max(1, Math.round(width / ratioOf(ratio))),
      })),
    ),
  )
  return [cardFile(picture), ...files]
}

function fileIn(path: string): string {
  return path.slice('/media/'.length)
}
