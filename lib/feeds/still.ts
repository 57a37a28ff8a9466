import { stat } from 'node:fs/promises'
import { env } from '#lib/env.ts'
import { pictureFile } from '#lib/media/picture-file.ts'
import { cardPath, cardSize, type Picture } from '#lib/media/pictures.ts'
import type { FeedPicture } from './feed.ts'

/** The still of a picture with its true size in bytes, which RSS asks for; null where the file cannot be found. */
export async function stillOf(picture: Picture): Promise<FeedPicture | null> {
  const path = cardPath(picture)
  const file = pictureFile(env().DATA_DIR, path.slice('/media/'.length))
  const found = file && (await stat(file.path).catch(() => null))
  if (!file || !found) return null
  return {
    ...{ url: env().SITE_URL + path, type: file.type, length: found.size },
    ...cardSize,
    ...{ alt: picture.alt, credit: picture.credit },
  }
}
