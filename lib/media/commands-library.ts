import type { Editor } from '#lib/auth/editor.ts'
import { can, type Verb } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { transact } from '#lib/db/transact.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { log } from '#lib/log.ts'
import { originalOf, refusalOf } from './commands.ts'
import { askForFiles } from './commands-make.ts'
import { retireFiles } from './commands-retire.ts'
import { isOfHouse, listUses, tagsOfPictures } from './desk-queries-uses.ts'
import { hintOf, pictureName } from './files.ts'
import { keepFiles, removeFiles, scratchFolder } from './keep.ts'
import type { Changed, LibraryRefusal } from './library.ts'
import { type LibraryRow, libraryInclude, ownedPicture, plannedOf, toLibraryPicture } from './library-row.ts'
import type { CropsInput, DescribeInput, FocusInput } from './library-schema.ts'
import type { Crops } from './pictures.ts'
import { drawPicture } from './press.ts'
import { cutFiles, cutsOf } from './recipe.ts'

// What is done to a picture in the library is done to it wherever it stands, also in what readers see: a picture is its row, and texts and covers
// hold its id. Words that a review gives it there win over its own.

type Tx = Prisma.TransactionClient
type Versioned = { id: string; version: number }

/**
 * Says what a picture is called, shows, and may be used for. Refused: not there, not allowed, changed by somebody else meanwhile. Readers see the new
 * words wherever a review has none of its own for it.
 */
export async function describePicture(editor: Editor, input: DescribeInput): Promise<Changed | LibraryRefusal> {
  const { title, alt, isDecorative, caption, credit, licence, licenceUrl } = input
  const shown = { alt, isDecorative, caption, credit, licence, licenceUrl }
  return change(editor, 'media.edit', input, async (tx, row) => {
    const isSame = Object.entries(shown).every(([name, value]) => Reflect.get(row, name) === value)
    await update(tx, row, { title, ...shown })
    return { action: 'media.describe', isSeen: !isSame }
  })
}

/** Moves the point at which the eye rests: every ratio for which no part was chosen is cut anew around it. Refused as above. */
export function setFocus(editor: Editor, input: FocusInput): Promise<Changed | LibraryRefusal> {
  return cutAnew(editor, input, 'media.focus', { focalX: input.x, focalY: input.y })
}

/** Chooses the part that each ratio shows; those that are not named follow the focal point. Refused as above. */
export function setCrops(editor: Editor, input: CropsInput): Promise<Changed | LibraryRefusal> {
  return cutAnew(editor, input, 'media.crop', { crops: input.crops })
}

/** Makes the files of a picture again that could not be made. Refused: not there, not allowed. */
export async function retryPicture(editor: Editor, { id }: { id: string }): Promise<Changed | LibraryRefusal> {
  const row = await db().media.findUnique({ where: { id }, select: { version: true } })
  if (!row) return { ok: false, code: 'not-found' }
  return change(editor, 'media.edit', { id, version: row.version }, async (tx, { problem }) => {
    await tx.media.update({ where: { id }, data: { problem: '', progress: 0, ...(problem !== '' && { recipe: 0 }) } })
    await askForFiles(tx, id)
    return { action: 'media.retry', isSeen: false }
  })
}

/**
 * The files come first, under a name that nothing has, then the row says so: at no time is a page told of a file that is not there. What was is
 * kept for those who were given its address.
 */
async function cutAnew(
  editor: Editor,
  input: Versioned,
  action: string,
  data: { crops: Crops } | { focalX: number; focalY: number },
): Promise<Changed | LibraryRefusal> {
  const before = await db().media.findFirst({ where: { id: input.id, state: 'ready' } })
  const source = before && (await originalOf(before))
  if (!before || !source) return { ok: false, code: 'not-found' }
  const refusal = await check(db(), editor, 'media.edit', input)
  if (refusal) return refusal
  const cropName = pictureName(hintOf(before.name))
  const plan = plannedOf({ ...before, ...data, cropName })
  try {
    const cardBytes = await drawPicture(
      source,
      cutFiles(plan),
      scratchFolder(),
      async (drawn, folder) => {
        await keepFiles(folder, Object.keys(drawn))
        return drawn[`${cropName}-card.jpg`] ?? 0
      },
      { lane: 'looking' },
    )
    const outcome = await change(editor, 'media.edit', input, async (tx, row) => {
      if (row.name !== before.name) throw new Error('The file of the picture was replaced at this moment')
      await retireFiles(tx, { name: row.cropName ?? row.name, original: null })
      await update(tx, row, { ...data, cropName, cardBytes, cuts: cutsOf(plan) })
      return { action, isSeen: true }
    })
    if (!outcome.ok) await removeFiles(cropName)
    return outcome
  } catch (error) {
    await removeFiles(cropName)
    return refusalOf(error)
  }
}

/** One change of a picture: locked, allowed, the version that was seen; afterwards the pages that show it, and what was done. */
export async function change(
  editor: Editor,
  verb: Verb,
  input: Versioned,
  work: (tx: Tx, row: LibraryRow) => Promise<{ action: string; isSeen: boolean }>,
): Promise<Changed | LibraryRefusal> {
  const outcome = await transact(async (tx): Promise<(Changed & { eventId: bigint | null }) | LibraryRefusal> => {
    await tx.$queryRaw`SELECT id FROM media WHERE id = ${input.id}::uuid FOR UPDATE`
    const refusal = await check(tx, editor, verb, input)
    if (refusal) return refusal
    const row = await tx.media.findUniqueOrThrow({ where: { id: input.id }, include: libraryInclude })
    const { action, isSeen } = await work(tx, row)
    await tx.auditEntry.create({ data: { actorId: editor.id, action, subject: row.id } })
    const tags = isSeen ? await tagsOfPictures(tx, [row.id]) : []
    const purge = isSeen && (await isOfHouse(tx, [row.id]))
    const eventId = tags.length > 0 || purge ? await appendContentEvent(tx, { kind: action, tags, purge }) : null
    const now = await tx.media.findUniqueOrThrow({ where: { id: row.id }, include: libraryInclude })
    log().info({ event: action, media: row.id, user: editor.id }, 'picture changed')
    return { ok: true, picture: toLibraryPicture(now), eventId }
  })
  if (!outcome.ok) return outcome
  if (outcome.eventId !== null) await pagesCaughtUp(outcome.eventId)
  return { ok: true, picture: outcome.picture }
}

/** Whether somebody may do this to the picture that they saw; null when they may. */
export async function check(
  client: Tx,
  editor: Editor,
  verb: Verb,
  { id, version }: Versioned,
): Promise<LibraryRefusal | null> {
  const row = await client.media.findFirst({
    where: { id, state: { not: 'processing' }, trashedAt: null },
    include: libraryInclude,
  })
  if (!row) return { ok: false, code: 'not-found' }
  const isLive = (await listUses(client, editor, id)).some(use => use.isLive)
  if (!can(editor, verb, ownedPicture(row, isLive))) return { ok: false, code: 'not-allowed' }
  return row.version === version ? null : { ok: false, code: 'stale', picture: toLibraryPicture(row) }
}

/** Writes what a change says, and that there was one. */
export async function update(tx: Tx, { id }: { id: string }, data: Prisma.MediaUncheckedUpdateInput): Promise<void> {
  await tx.media.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
}
