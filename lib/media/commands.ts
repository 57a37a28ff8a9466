import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import type { Picture } from './pictures.ts'
import { type Derivatives, makeDerivatives, pictureName, removeDerivatives, UnusablePicture } from './pipeline.ts'
import { toPicture } from './published.ts'
import { oneAtATime } from './queue.ts'
import { removeOldUploads } from './receive.ts'

export type UploadRefusal =
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'not-found' }
  | { ok: false; code: 'unusable'; problem: string }
  | { ok: false; code: 'no-room' }
export type Uploaded = { ok: true; picture: Picture }

/**
 * Makes a picture of an uploaded file (its path; the caller removes it). The row is there before the first file and says
 * `processing`, so that whatever a crash leaves is known by name and removed later; a refusal leaves neither row nor file.
 */
export async function uploadPicture(
  editor: Editor,
  upload: { file: string; hint: string },
): Promise<Uploaded | UploadRefusal> {
  if (!can(editor, 'media.upload')) return { ok: false, code: 'not-allowed' }
  await removeAbandonedUploads()
  return keepPicture(editor, upload.hint, {}, (name, dataDir) =>
    oneAtATime(async () => makeDerivatives(await readFile(upload.file), { dataDir, name })),
  )
}

/**
 * The same picture with the eye resting elsewhere, as a new one: the card of a picture is cropped around that point and cached by
 * everybody for good, and what is live must not change before it is published. The words are taken along.
 */
export async function refocusPicture(
  editor: Editor,
  input: { id: string; x: number; y: number },
): Promise<Uploaded | UploadRefusal> {
  if (!can(editor, 'media.upload')) return { ok: false, code: 'not-allowed' }
  const media = await db().media.findFirst({ where: { id: input.id, state: 'ready' } })
  const widest = media?.widths.at(-1)
  if (!media || !widest) return { ok: false, code: 'not-found' }
  const focal = { x: input.x, y: input.y }
  const { alt, caption, credit } = media
  const words = { alt, caption, credit, focalX: focal.x, focalY: focal.y }
  return keepPicture(editor, media.name.replace(/-[0-9a-f]{12}$/, ''), words, (name, dataDir) =>
    oneAtATime(async () =>
      makeDerivatives(await readFile(join(dataDir, 'media', `${media.name}-${widest}.webp`)), { dataDir, name, focal }),
    ),
  )
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
    await removeDerivatives({ name }, env().DATA_DIR)
    await db().media.deleteMany({ where: { id, state: 'processing' } })
  }
  await removeOldUploads(env().DATA_DIR)
}

type Words = { alt?: string; caption?: string; credit?: string; focalX?: number; focalY?: number }

async function keepPicture(
  editor: Editor,
  hint: string,
  words: Words,
  make: (name: string, dataDir: string) => Promise<Derivatives>,
): Promise<Uploaded | UploadRefusal> {
  const dataDir = env().DATA_DIR
  const name = pictureName(hint)
  const { id } = await db().media.create({ data: { name, uploadedById: editor.id, ...words } })
  try {
    const made = await make(name, dataDir)
    const media = await db().media.update({ where: { id }, data: { ...made, state: 'ready' } })
    const picture = toPicture(media)
    if (!picture) throw new Error('A picture that was just made is not ready')
    log().info({ event: 'media.upload', media: id, user: editor.id }, 'picture made')
    return { ok: true, picture }
  } catch (error) {
    await removeDerivatives({ name }, dataDir)
    await db().media.deleteMany({ where: { id } })
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): UploadRefusal {
  if (error instanceof UnusablePicture) return { ok: false, code: 'unusable', problem: error.message }
  if (isFullDisk(error)) return { ok: false, code: 'no-room' }
  throw error
}

/** Whether an error says that the disk, or what this user may use of it, is full. */
export function isFullDisk(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}
