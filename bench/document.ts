import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const path = join(import.meta.dirname, '../docs/benchmarks.md')

/** Puts a part of docs/benchmarks.md, from its heading on, in place of the one before it; the other parts stay. */
export function writePart(text: string): void {
  const [heading = ''] = text.split('\n')
  const parts = readFileSync(path, 'utf8')
    .trimEnd()
    .split(/\n+(?=## )/)
  const place = parts.findIndex(part => part.split('\n')[0] === heading)
  parts.splice(place < 0 ? parts.length : place, place < 0 ? 0 : 1, text.trimEnd())
  writeFileSync(path, `${parts.join('\n\n')}\n`)
}
