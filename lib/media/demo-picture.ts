import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Storage } from '#lib/storage/storage.ts'
import { decodeDrawing, drawFile, drawOriginal, hashOf, likenessOf, meanColour, readOnlyPictures } from './drawing.ts'
import { keepFiles } from './keep.ts'
import { cardFile, wholeFiles, widthsOf } from './recipe.ts'

/**
 * Makes a picture of a drawing of ours, for the demo: the original, a WebP of every width and the card, so that nothing waits for the worker, which
 * makes the rest. Returns the columns of its row.
 */
export async function keepDrawing(svg: Uint8Array, name: string, to: Storage, dataDir: string) {
  readOnlyPictures(true)
  const picture = await decodeDrawing(svg)
  const { width, height } = picture
  const plan = { name, cropName: name, width, height, focal: { x: 0.5, y: 0.5 }, crops: {} }
  const scratch = join(dataDir, 'uploads')
  await mkdir(scratch, { recursive: true })
  const folder = await mkdtemp(join(scratch, 'demo-'))
  try {
    const whole = wholeFiles(plan, ['webp'])
    const card = cardFile(plan)
    for (const file of whole) await drawFile(picture, file, folder)
    const cardBytes = await drawFile(picture, card, folder)
    const bytes = await drawOriginal(picture)
    await writeFile(join(folder, 'original'), bytes)
    await to.put(`originals/${name}.webp`, join(folder, 'original'))
    await keepFiles(
      folder,
      [...whole, card].map(({ file }) => file),
      to,
    )
    return {
      ...{ name, width, height, widths: widthsOf(width), cardBytes },
      ...{ original: `originals/${name}.webp`, bytes: bytes.length, contentHash: hashOf(bytes) },
      colour: await meanColour(picture),
      likeness: await likenessOf(picture),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
