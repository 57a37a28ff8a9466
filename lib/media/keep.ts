import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { storage } from '#lib/storage/open.ts'
import type { Storage, StorageKey } from '#lib/storage/storage.ts'

// Files of pictures in the storage.

/** The folder in which files come to be: beside the storage, so that a full disk is noticed before anything is kept. */
export function scratchFolder(): string {
  return join(env().DATA_DIR, 'uploads')
}

/** Puts files that were made in a folder where readers get them. */
export async function keepFiles(folder: string, files: string[], to: Storage = storage()): Promise<void> {
  for (const file of files) {
    await to.put(`media/${file}`, join(folder, file))
    await rm(join(folder, file), { force: true })
  }
}

export function isKey(key: string): key is StorageKey {
  return key.startsWith('originals/') || key.startsWith('media/')
}

/** What of a picture's files is meant: of the whole picture, those that are cut (with the card), or both. */
export type FilesOf = 'whole' | 'cut' | 'all'

/** Removes the files of a name, whichever of them there are. */
export async function removeFiles(name: string, which: FilesOf = 'all', from: Storage = storage()): Promise<void> {
  const own = ownFiles(name, which)
  const found: string[] = []
  for await (const file of from.list('media', `${name}-`)) if (own.test(file.name)) found.push(file.name)
  for (const file of found) await from.remove(`media/${file}`)
}

/** Exactly its own: a downloaded picture that was uploaded again has a name that begins with this one. */
function ownFiles(name: string, which: FilesOf): RegExp {
  const whole = '\\d+\\.(?:avif|webp|jpg)'
  const cut = 'card\\.jpg|(?:16x9|2x3|1x1)-\\d+\\.(?:avif|webp|jpg)'
  const kind = { whole, cut, all: `${whole}|${cut}` }[which]
  return new RegExp(`^${name.replace(/[^a-z0-9-]/g, '')}-(?:${kind})(?:\\.[0-9a-f]+\\.part)?$`)
}

/** The name of the picture that a file belongs to, by how it is called; null where it is called like none. */
export function nameOfFile(file: string): string | null {
  return /^(.+?)-(?:(?:16x9|2x3|1x1)-\d+|\d+|card)\.(?:avif|webp|jpg)(?:\.[0-9a-f]+\.part)?$/.exec(file)?.[1] ?? null
}
