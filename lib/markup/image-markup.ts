import type { ImageObjectLeaf } from 'schema-dts'
import { cardPath, type Picture, picturePath } from '#lib/media/pictures.ts'

/**
 * A picture of a page: its address alone, or, where somebody is to be named for it or it is under a licence, what engines show beside it. Whose
 * the name is, a person's or a company's, is not known, so it is given as the line that is to stand beside the picture, not as a maker.
 * https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
 */
export function cardMarkup(picture: Picture, siteUrl: string): string | ImageObjectLeaf {
  const url = siteUrl + cardPath(picture)
  return isMarked(picture) ? imageObject(picture, url) : url
}

/** The pictures in a text for which somebody is to be named. */
export function shownMarkup(pictures: Picture[], siteUrl: string): ImageObjectLeaf[] {
  return pictures.filter(isMarked).map(picture => {
    const width = picture.widths.find(each => each >= 800) ?? picture.widths.at(-1) ?? picture.width
    const format = picture.formats.includes('jpg') ? 'jpg' : 'webp'
    return imageObject(picture, siteUrl + picturePath(picture, width, format))
  })
}

function isMarked({ credit, licence, licenceUrl }: Picture): boolean {
  return Boolean(credit || licence || licenceUrl)
}

function imageObject({ alt, caption, credit, licence, licenceUrl }: Picture, url: string): ImageObjectLeaf {
  return {
    '@type': 'ImageObject',
    ...{ url, contentUrl: url },
    caption: caption || alt || undefined,
    creditText: credit || undefined,
    license: licenceUrl || undefined,
    acquireLicensePage: licenceUrl || undefined,
    copyrightNotice: licence || undefined,
  }
}
