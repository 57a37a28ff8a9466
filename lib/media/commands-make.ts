import type { JobHelpers } from 'graphile-worker'
import { z } from 'zod'
import { db } from '#lib/db/client.ts'
import type { Media, Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent } from '#lib/events/commands.ts'
import { log } from '#lib/log.ts'
import { storage } from '#lib/storage/open.ts'
import { isOfHouse, tagsOfPictures } from './desk-queries-uses.ts'
import { UnusablePicture } from './files.ts'
import { isKey, keepFiles, scratchFolder } from './keep.ts'
import { plannedOf } from './library-row.ts'
import { cutsSchema } from './media-schema.ts'
import { pictureFormats } from './pictures.ts'
import { drawPicture } from './press.ts'
import { currentRecipe, cutFiles, cutsOf, type Planned, type PlannedFile, wholeFiles, widthsOf } from './recipe.ts'

// What the worker does with pictures: it makes the files that an upload did not wait for, and those of pictures from before there were
// such files. One picture at a time, in a process that gives way to everybody else.

type Tx = Prisma.TransactionClient

/** Asks for the rest of a picture's files, in the transaction that made it. */
export async function askForFiles(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('make-pictures', json_build_object('id', ${id}::text), queue_name => 'pictures',
      job_key => 'make-pictures:' || ${id}::text, max_attempts => ${mostAttempts}::int)`
}

const mostAttempts = 6
/** Milliseconds that a look for what is left may take; the next is a minute later. */
const longestRound = 50_000
const payloadSchema = z.object({ id: z.uuid() })

/** The job: one picture, or, by the clock, whatever is not whole, the newest first. */
export async function makePictures(payload: unknown, helpers?: Pick<JobHelpers, 'job'>): Promise<void> {
  const asked = payloadSchema.safeParse(payload)
  if (asked.success) return makeFiles(asked.data.id, helpers?.job.attempts ?? 1)
  const until = Date.now() + longestRound
  for (const tried = new Set<string>(); Date.now() < until; ) {
    const next = await db().media.findFirst({
      where: { ...unfinished, id: { notIn: [...tried] } },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    })
    if (!next) return
    tried.add(next.id)
    await makeFiles(next.id, 1)
  }
}

const unfinished = { state: 'ready', recipe: { lt: currentRecipe }, problem: '' } satisfies Prisma.MediaWhereInput

async function makeFiles(id: string, attempt: number): Promise<void> {
  const media = await db().media.findFirst({ where: { ...unfinished, id } })
  if (!media) return
  try {
    const source = await sourceOf(media)
    if (!source) throw new UnusablePicture('Its file is missing. Replace the picture.')
    await makeMissing(media, source)
  } catch (error) {
    if (!(error instanceof UnusablePicture) && attempt < mostAttempts) throw error
    const problem = error instanceof UnusablePicture ? error.message : 'Its files could not be stored. Try again.'
    log().warn({ err: error, media: id }, 'the files of a picture could not be made')
    await db().media.updateMany({ where: { id, name: media.name }, data: { problem } })
  }
}

/** A small file that was made first is no source: of pictures whose original was not kept, the largest one is. */
async function sourceOf({ name, original, widths }: Media): Promise<string | null> {
  if (original !== null) return isKey(original) ? storage().local(original) : null
  return storage().local(`media/${name}-${widths.at(-1)}.webp`)
}

async function makeMissing(media: Media, source: string): Promise<void> {
  const plan = plannedOf(media)
  const files = missingFiles(media, plan)
  const told = db().media.updateMany.bind(db().media)
  let toldPercent = media.progress
  const progress = (made: number) => {
    const percent = Math.floor((made / files.length) * 95)
    if (percent < toldPercent + 10) return
    toldPercent = percent
    told({ where: { id: media.id, name: media.name }, data: { progress: percent } }).catch(() => {})
  }
  await drawPicture(
    source,
    files,
    scratchFolder(),
    async (drawn, folder) => {
      await keepFiles(folder, Object.keys(drawn))
      const card = Object.entries(drawn).find(([file]) => file.endsWith('-card.jpg'))
      await db().$transaction(tx => markMade(tx, media, plan, card?.[1] ?? media.cardBytes))
    },
    { progress },
  )
}

function missingFiles(media: Media, plan: Planned): PlannedFile[] {
  const hasCuts = Object.keys(cutsSchema.parse(media.cuts)).length > 0
  const whole = wholeFiles(plan).filter(
    ({ width, format }) => !(media.formats.includes(format) && media.widths.includes(width)),
  )
  return [...whole, ...(hasCuts ? [] : cutFiles(plan))]
}

/** Only while it is still the same picture, cut in the same way: whoever changed it meanwhile has asked for files of other names. */
async function markMade(tx: Tx, media: Media, plan: Planned, cardBytes: number): Promise<void> {
  const { id, name, cropName } = media
  const { count } = await tx.media.updateMany({
    where: { id, name, cropName },
    data: {
      widths: widthsOf(plan.width),
      formats: [...pictureFormats],
      cuts: cutsOf(plan),
      cardBytes,
      recipe: currentRecipe,
      progress: 100,
    },
  })
  if (count === 0) return askForFiles(tx, id)
  // Those that are made shortly after each other are told of together. https://worker.graphile.org/docs/job-key#batch-jobs
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('show-pictures', json_build_array(${id}::text), run_at => now() + interval '8 seconds',
      job_key => 'show-pictures')`
}

/** The job: pages that show pictures whose files were made are made anew, so that they offer them. */
export async function showPictures(payload: unknown): Promise<void> {
  const ids = z.array(z.uuid()).parse(payload)
  await db().$transaction(async tx => {
    const tags = await tagsOfPictures(tx, ids)
    const purge = await isOfHouse(tx, ids)
    if (tags.length > 0 || purge) await appendContentEvent(tx, { kind: 'media.made', tags, purge, quiet: true })
  })
}
