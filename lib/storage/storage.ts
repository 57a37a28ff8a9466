import type { Readable } from 'node:stream'

/** The folders of the storage. What lies in `media` is public; `originals` are never served. */
export type StorageFolder = 'media' | 'originals'
export type StorageKey = `${StorageFolder}/${string}`

/**
 * Where the files of pictures lie. Names are ours and made once, so a file never changes: it is there, wholly, or it is not.
 * A failure of the storage itself (a full disk, a bucket that cannot be reached) is thrown.
 */
export interface Storage {
  /** "the folder .data", "the bucket reviews at https://…": for the operator. */
  readonly place: string
  /** Puts a file there: whoever asks meanwhile gets nothing of it, or all. The file that it is made of stays where it is. */
  put(key: StorageKey, file: string): Promise<void>
  /** The size of a file in bytes; null where there is none. */
  stat(key: StorageKey): Promise<{ size: number } | null>
  /** The file as a stream; null where there is none. */
  read(key: StorageKey): Promise<Readable | null>
  /** The path of the file on this machine, or of a copy that is fetched for it; null where there is none. Read it at once. */
  local(key: StorageKey): Promise<string | null>
  /** Removes a file, if it is there. */
  remove(key: StorageKey): Promise<void>
  /** Every file of a folder whose name begins so, in no order. */
  list(folder: StorageFolder, prefix?: string): AsyncIterable<{ name: string; size: number }>
}

const keyForm = /^(media|originals)\/[a-z0-9][a-z0-9.-]{0,230}$/

/** Throws for a key that is none of ours: nothing climbs out of a folder, whatever asks. */
export function checkKey(key: StorageKey): void {
  if (!keyForm.test(key) || key.includes('..')) throw new Error(`“${key}” is no key of the storage`)
}

const types = new Map([
  ['avif', 'image/avif'],
  ['webp', 'image/webp'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
])

/** "image/webp", by the end of a name; what is unknown is bytes. */
export function typeOf(name: string): string {
  return types.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream'
}
