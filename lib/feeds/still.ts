import { env } from '#lib/env.ts'
import { pictureFile } from '#lib/media/picture-file.ts'
import { cardPath, cardSize, type Picture } from '#lib/media/pictures.ts'
import { storage } from '#lib/storage/open.ts'
import type { FeedPicture } from './feed.ts'

/** The still of a picture with its true size in bytes, which RSS asks for; null where the file cannot be found. */
export async function stillOf(picture: Picture): Promise<FeedPicture | null> {
  const path = cardPath(picture)
  const file = pictureFile(path.slice('/media/'.length))
  // Pictures from before sizes were kept are looked up.
  const length =
    picture.cardBytes ||
    (file &&
      (
        await storage()
          .stat(file.key)
          .catch(() => null)
      )?.size)
  if (!file || !length) return null
  return {
    ...{ url: env().SITE_URL + path, type: file.type, length },
    ...cardSize,
    ...{ alt: picture.alt, credit: picture.credit },
  }
}
