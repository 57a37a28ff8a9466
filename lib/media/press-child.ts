import { setPriority } from 'node:os'
import sharp from 'sharp'
import type { z } from 'zod'
import { type Decoded, decodeUpload, drawFile, likenessOf, meanColour, readOnlyPictures } from './drawing.ts'
import { UnusablePicture } from './files.ts'
import { jobSchema, type PressJob, type wordSchema } from './press-jobs.ts'
import { cardFile, firstWidth, wholeFiles, widthsOf } from './recipe.ts'

// The process in which pictures are decoded, apart from the server: what a hostile file can do to a decoder it does here, and readers
// notice nothing. It knows no database, no storage and no secret; it reads one file and writes others beside each other in a folder.

/** Seconds of processor time, and bytes of memory, that reading a picture may take. Not seconds on the clock: a busy machine refuses nobody. */
const most = { seconds: 4, memory: 230_000_000 }

readOnlyPictures()
sharp.cache(false)
sharp.concurrency(1)
// Readers come first.
setPriority(10)
process.on('disconnect', () => process.exit())
process.on('message', message => void work(message))

type Word = z.input<typeof wordSchema>

async function work(message: unknown): Promise<void> {
  try {
    const job = jobSchema.parse(message)
    const result = await (job.task === 'take' ? take(job) : draw(job))
    tell({ result, holds: process.memoryUsage.rss() })
  } catch (error) {
    if (error instanceof UnusablePicture) tell({ refused: error.message })
    else tell({ failed: String(error), ...codeOf(error) })
  }
}

async function take({ source, folder, name, focal, crops }: Extract<PressJob, { task: 'take' }>) {
  const picture = await guarded(source)
  const { width, height } = picture.original
  const plan = { name, cropName: name, width, height, focal, crops }
  const smallest = widthsOf(width).find(candidate => candidate >= firstWidth) ?? Math.min(width, firstWidth)
  const small = wholeFiles(plan, ['webp']).filter(file => file.width === smallest)
  const card = cardFile(plan)
  for (const file of small) await drawFile(picture, file, folder)
  return {
    ...{ width, height },
    colour: await meanColour(picture),
    likeness: String(await likenessOf(picture)),
    widths: [smallest],
    cardBytes: await drawFile(picture, card, folder),
    files: [...small, card].map(({ file }) => file),
  }
}

async function draw({ source, folder, files }: Extract<PressJob, { task: 'draw' }>) {
  const picture = await guarded(source)
  const drawn: Record<string, number> = {}
  for (const file of files) {
    drawn[file.file] = await drawFile(picture, file, folder)
    tell({ made: Object.keys(drawn).length })
  }
  return drawn
}

/** Reads a picture within bounds. A decoder cannot be told to stop, so the process ends where one goes past them. */
async function guarded(source: string): Promise<Decoded> {
  const began = process.cpuUsage()
  const held = process.memoryUsage.rss()
  const guard = setInterval(() => {
    const { user, system } = process.cpuUsage(began)
    if (user + system > most.seconds * 1_000_000)
      leave('That takes too long. Export it as an ordinary JPEG and try once more.')
    else if (process.memoryUsage.rss() - held > most.memory)
      leave('That takes too much memory. Make it smaller and try again.')
  }, 20)
  try {
    return await decodeUpload(source)
  } finally {
    clearInterval(guard)
  }
}

function leave(why: string): void {
  process.send?.({ refused: `This picture cannot be read. ${why}` }, () => process.exit(1))
}

function tell(word: Word): void {
  process.send?.(word)
}

function codeOf(error: unknown): { code?: string } {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? { code } : {}
}
