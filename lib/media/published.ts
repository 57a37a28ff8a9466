import { db } from '#lib/db/client.ts'
import type { Media } from '#lib/db/generated/client.ts'
import { cutsSchema, formatsSchema } from './media-schema.ts'
import type { Picture } from './pictures.ts'

interface Words {
  alt: string
  caption: string
  credit: string
}

/** A picture for readers; null while it is not ready. Words of the place where it stands win over the picture's own. */
export function toPicture(media: Media, words?: Words): Picture | null {
  if (media.state !== 'ready') return null
  return {
    id: media.id,
    name: media.name,
    cropName: media.cropName ?? media.name,
    width: media.width,
    height: media.height,
    widths: media.widths,
    formats: formatsSchema.parse(media.formats),
    cuts: cutsSchema.parse(media.cuts),
    cardBytes: media.cardBytes,
    colour: media.colour,
    alt: words?.alt || (media.isDecorative ? '' : media.alt),
    isDecorative: media.isDecorative,
    caption: words?.caption || media.caption,
    credit: words?.credit || media.credit,
    licence: media.licence,
    licenceUrl: media.licenceUrl,
    focal: { x: media.focalX, y: media.focalY },
  }
}

/** Pictures by id; those that are not ready are missing. */
export async function getPictures(ids: string[]): Promise<Record<string, Picture>> {
  if (ids.length === 0) return {}
  const rows = await db().media.findMany({ where: { id: { in: ids }, state: 'ready' } })
  return Object.fromEntries(
    rows.flatMap(row => {
      const picture = toPicture(row)
      return picture ? [[row.id, picture]] : []
    }),
  )
}
