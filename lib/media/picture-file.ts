import { type StorageKey, typeOf } from '#lib/storage/storage.ts'

// The names are ours, made at upload: whatever else is asked for is not there, and nothing can climb out of the folder.
const NAME = /^[a-z0-9-]{1,200}\.(avif|webp|jpg|png)$/

/** Which file of the storage `/media/<name>` is, and what it is; null for what cannot be one of our pictures. Says nothing of whether it exists. */
export function pictureFile(name: string): { key: StorageKey; type: string } | null {
  return NAME.test(name) ? { key: `media/${name}`, type: typeOf(name) } : null
}

/** Uploaded pictures are ours by re-encoding, and still not trusted to be anything but pictures. Others may embed them. */
export const pictureHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', "default-src 'none'; sandbox"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cache-Control', 'public, max-age=31536000, immutable'],
]

/** The ETag of a file, which never changes: the same on every machine and of every copy. */
export function pictureTag(key: StorageKey, size: number): string {
  return `"${key.slice(key.lastIndexOf('/') + 1).replace(/[^a-z0-9-]/g, '-')}-${size.toString(36)}"`
}
