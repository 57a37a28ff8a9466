import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { storage } from '#lib/storage/open.ts'
import type { StorageKey } from '#lib/storage/storage.ts'
import { askForFiles } from './commands-make.ts'
import { hintOf, pictureName, sniffFormat, UnusablePicture } from './files.ts'
import { isKey, keepFiles, removeFiles, scratchFolder } from './keep.ts'
import type { Uploaded, UploadRefusal } from './library.ts'
import { type LibraryRow, libraryInclude, toLibraryPicture } from './library-row.ts'
import { hintFrom, uploadTitleSchema } from './media-schema.ts'
import { takePicture } from './press.ts'
import type { Taken } from './press-jobs.ts'
import { removeOldUploads } from './receive.ts'

type Tx = Prisma.TransactionClient

/**
 * Takes in an uploaded file (its path; the caller removes it) that was called `title`. When this returns, it has been read to its end, is kept,
 * and can be shown: there is a small WebP and the card; the worker makes the rest. The row is there before the first file and says
 * `processing`, so that whatever a crash leaves is known by name and removed later; a refusal leaves neither row nor file. Of the very bytes
 * that are here already nothing is added, and the picture that is here is the answer, unless `isAnother` says to.
 */
export async function uploadPicture(
  editor: Editor,
  upload: { file: string; title: string; isAnother?: boolean },
): Promise<Uploaded | UploadRefusal> {
  if (!can(editor, 'media.upload')) return { ok: false, code: 'not-allowed' }
  await removeAbandonedUploads()
  const sent = await examineFile(upload.file)
  const isAnother = upload.isAnother ?? false
  const twin = isAnother ? null : await twinOf(db(), sent.contentHash, null)
  if (twin) return { ok: true, picture: toLibraryPicture(twin), duplicateOf: twin.id }
  const title = uploadTitleSchema.parse(upload.title)
  return takeIn(editor, upload.file, { ...sent, title }, hintFrom(title), isAnother)
}

/**
 * The same picture with the eye resting elsewhere, as a new one with the same words: for a review that is live, in which nothing must move
 * before that is published. (In the library, `setFocus` moves it everywhere.)
 */
export async function refocusPicture(
  editor: Editor,
  input: { id: string; x: number; y: number },
): Promise<Uploaded | UploadRefusal> {
  if (!can(editor, 'media.upload')) return { ok: false, code: 'not-allowed' }
  const media = await db().media.findFirst({ where: { id: input.id, state: 'ready', trashedAt: null } })
  const source = media && (await originalOf(media))
  if (!media || !source) return { ok: false, code: 'not-found' }
  const { title, alt, isDecorative, caption, credit, licence, licenceUrl } = media
  const words = { title, alt, isDecorative, caption, credit, licence, licenceUrl, focalX: input.x, focalY: input.y }
  return takeIn(editor, source, { ...words, bytes: media.bytes }, hintOf(media.name), true)
}

/** What is told of a file without reading it as a picture: its size, and its SHA-256. */
export async function examineFile(file: string): Promise<{ bytes: number; contentHash: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: (await stat(file)).size, contentHash: hash.digest('hex') }
}

/** The oldest picture of these very bytes; null where there is none. One whose files were lost is nothing to be offered. */
async function twinOf(
  client: Pick<Tx, 'media'>,
  contentHash: string,
  exceptId: string | null,
): Promise<LibraryRow | null> {
  const row = await client.media.findFirst({
    where: { contentHash, state: 'ready', trashedAt: null, ...(exceptId !== null && { id: { not: exceptId } }) },
    orderBy: { createdAt: 'asc' },
    include: libraryInclude,
  })
  return row && (await storage().stat(`media/${row.name}-${row.widths.at(-1)}.webp`)) ? row : null
}

/** A copy on this machine of what a picture is made of: the file as it was sent, or else the largest that was made of it. */
export async function originalOf(media: {
  name: string
  original: string | null
  widths: number[]
}): Promise<string | null> {
  const kept = media.original !== null && isKey(media.original) ? await storage().local(media.original) : null
  const widest = media.widths.at(-1)
  return kept ?? (widest === undefined ? null : storage().local(`media/${media.name}-${widest}.webp`))
}

/** The columns that follow from what was found in a file. */
export function columnsOf({ width, height, widths, cardBytes, colour, likeness }: Taken) {
  const made = { width, height, widths, cardBytes, colour, likeness, formats: ['webp'], cuts: {} }
  return { ...made, state: 'ready' as const, problem: '', recipe: 0, progress: 0 }
}

/** Reads a file, keeps it as an original and its first files as those of `name`. Throws UnusablePicture; leaves nothing when it throws. */
export async function keepOriginal(
  file: string,
  name: string,
  focal: { x: number; y: number },
): Promise<{ taken: Taken; original: StorageKey }> {
  const original: StorageKey = `originals/${name}.${await endingOf(file)}`
  try {
    const taken = await takePicture(file, { name, focal, crops: {} }, scratchFolder(), async (taken, folder) => {
      await storage().put(original, file)
      await keepFiles(folder, taken.files)
      return taken
    })
    return { taken, original }
  } catch (error) {
    await forgetFiles(name, original)
    throw error
  }
}

/**
 * Removes what a crash in the middle of an upload has left: rows that are still `processing` after an hour, their files, and what
 * had been received.
 */
export async function removeAbandonedUploads(): Promise<void> {
  const abandoned = await db().media.findMany({
    where: { state: 'processing', createdAt: { lt: new Date(Date.now() - 60 * 60_000) } },
    select: { id: true, name: true },
    take: 20,
  })
  for (const { id, name } of abandoned) {
    await forgetFiles(name, null)
    await db().media.deleteMany({ where: { id, state: 'processing' } })
  }
  await removeOldUploads(env().DATA_DIR)
}

type Columns = Omit<Prisma.MediaUncheckedCreateInput, 'name'> & { contentHash?: string }

async function takeIn(
  editor: Editor,
  file: string,
  columns: Columns,
  hint: string,
  isAnother: boolean,
): Promise<Uploaded | UploadRefusal> {
  const name = pictureName(hint)
  const { id } = await db().media.create({ data: { ...columns, name, uploadedById: editor.id } })
  try {
    const focal = { x: columns.focalX ?? 0.5, y: columns.focalY ?? 0.5 }
    const { taken, original } = await keepOriginal(file, name, focal)
    const outcome = await db().$transaction(tx => finish(tx, id, { ...columnsOf(taken), original }, isAnother))
    if (outcome.duplicateOf !== null) await forgetRow(id, name, original)
    log().info({ event: 'media.upload', media: outcome.picture.id, user: editor.id }, 'picture taken in')
    return outcome
  } catch (error) {
    await forgetRow(id, name, null)
    return refusalOf(error)
  }
}

/** Two who send the same file at once: the second is given the picture of the first. */
async function finish(
  tx: Tx,
  id: string,
  data: Prisma.MediaUncheckedUpdateInput,
  isAnother: boolean,
): Promise<Uploaded> {
  const { contentHash } = await tx.media.findUniqueOrThrow({ where: { id }, select: { contentHash: true } })
  if (contentHash !== null && !isAnother) {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.media'), hashtext(${contentHash}))::text`
    const twin = await twinOf(tx, contentHash, id)
    if (twin) return { ok: true, picture: toLibraryPicture(twin), duplicateOf: twin.id }
  }
  const row = await tx.media.update({ where: { id }, data, include: libraryInclude })
  await askForFiles(tx, id)
  return { ok: true, picture: toLibraryPicture(row), duplicateOf: null }
}

async function forgetRow(id: string, name: string, original: StorageKey | null): Promise<void> {
  await forgetFiles(name, original)
  await db().media.deleteMany({ where: { id, state: 'processing' } })
}

async function forgetFiles(name: string, original: StorageKey | null): Promise<void> {
  await removeFiles(name)
  if (original !== null) await storage().remove(original)
  else
    for await (const file of storage().list('originals', `${name}.`)) await storage().remove(`originals/${file.name}`)
}

async function endingOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(12), 0, 12, 0)
    const format = sniffFormat(buffer)
    return format === 'jpeg' ? 'jpg' : (format ?? 'bin')
  } finally {
    await handle.close()
  }
}

/** What a failed upload is told; what is no fault of the file is thrown. */
export function refusalOf(error: unknown): UploadRefusal {
  if (error instanceof UnusablePicture) return { ok: false, code: 'unusable', problem: error.message }
  if (isFullDisk(error)) return { ok: false, code: 'no-room' }
  throw error
}

/** Whether an error says that the disk, or what this user may use of it, is full. */
export function isFullDisk(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}
