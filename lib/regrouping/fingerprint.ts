import { createHash } from 'node:crypto'
import type { Changes } from './regrouping-schema.ts'

/** A short name for exactly these changes: what was previewed is what is done, or it is refused. */
export function fingerprint(changes: Changes): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('base64url')
}
