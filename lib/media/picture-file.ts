import { join } from 'node:path'

// The names are ours, made at upload: whatever else is asked for is not there, and nothing can climb out of the folder.
const NAME = /^[a-z0-9-]{1,200}\.(webp|jpg|png)$/
const TYPES = new Map([
  ['webp', 'image/webp'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
])

/** Where `/media/<name>` lies and what it is; null for what cannot be one of our pictures. Says nothing of whether it exists. */
export function pictureFile(dataDir: string, name: string): { path: string; type: string } | null {
  const type = TYPES.get(NAME.exec(name)?.[1] ?? '')
  return type ? { path: join(dataDir, 'media', name), type } : null
}

/** Uploaded pictures are ours by re-encoding, and still not trusted to be anything but pictures. Others may embed them. */
export const pictureHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', "default-src 'none'; sandbox"],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cache-Control', 'public, max-age=31536000, immutable'],
]
