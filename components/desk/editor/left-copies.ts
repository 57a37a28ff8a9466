import { z } from 'zod'
import { isField } from '#lib/reviews/compare.ts'
import { keptContentSchema, type ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { LogEntry } from './copy-database.ts'
import { replay } from './copy-log.ts'
import type { Storage } from './safety-copy.ts'

// Reading what windows that are gone have left in this browser. It may have been written by an older version of the desk, or only half:
// whatever of it can be read is brought back. A script of its own, which is loaded when a
// review is opened.

export interface LeftCopy {
  window: string
  copy: {
    /** The version of the server that it was made from; what that was, where it is known. */
    version: number
    base: ReviewContent | null
    content: ReviewContent
    /** ISO 8601, by the clock of this computer: to be shown, not to be compared. */
    at: string
    /** Whose text it is; null in a copy of an older version of the desk. */
    editorId: string | null
    /** The place of the change among those of its window. */
    step: number
  }
}

/** The copies of a log, in the order in which they were last written to. */
export function readLog(entries: LogEntry[] | undefined, current: ReviewContent): LeftCopy[] {
  const windows = new Map<string, LogEntry[]>()
  for (const entry of entries ?? []) {
    const before = windows.get(entry.window) ?? []
    // Taken out and put in again: the window that wrote last stands last.
    windows.delete(entry.window)
    windows.set(entry.window, entry.kind === 'base' ? [entry] : [...before, entry])
  }
  return [...windows].flatMap(([window, log]) => {
    const [first, ...rest] = log
    const base = first?.kind === 'base' ? readable(first.content, current) : null
    const last = log.at(-1)
    if (first?.kind !== 'base' || !base || !last) return []
    const changes = rest.flatMap(entry => (entry.kind === 'change' ? [entry.change] : []))
    const content = readable(replayed(base, changes), base)
    const { version, editorId } = first
    return content ? [{ window, copy: { version, base, content, at: last.at, editorId, step: last.step } }] : []
  })
}

const localSchema = z.object({
  version: z.number(),
  content: z.unknown(),
  base: z.unknown().optional(),
  at: z.string(),
  editorId: z.string().nullable().default(null),
  step: z.number().default(0),
})

/** The copies in localStorage whose keys begin with `prefix`, the last by the clock last. */
export function readLocal(storage: Storage | null, prefix: string, current: ReviewContent): LeftCopy[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
  return keys
    .filter(key => key.startsWith(prefix))
    .flatMap(window => {
      const parsed = localSchema.safeParse(parse(storage?.getItem(window) ?? null))
      const content = parsed.success ? readable(parsed.data.content, current) : null
      if (!parsed.success || !content) return []
      return [{ window, copy: { ...parsed.data, base: readable(parsed.data.base, content), content } }]
    })
    .sort((a, b) => (a.copy.at < b.copy.at ? -1 : 1))
}

/** Newest first, of each window the newer of its two. */
export function newestFirst(copies: LeftCopy[]): LeftCopy[] {
  const newest = new Map<string, LeftCopy>()
  for (const left of copies) {
    const other = newest.get(left.window)
    if (other && other.copy.step >= left.copy.step) continue
    newest.delete(left.window)
    newest.set(left.window, left)
  }
  return [...newest.values()].reverse()
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** As much of a content as can be read, with what stands in for the rest; null when it is none. */
function readable(kept: unknown, current: ReviewContent): ReviewContent | null {
  if (typeof kept !== 'object' || kept === null) return null
  const whole = keptContentSchema.safeParse(kept)
  if (whole.success) return whole.data
  const fields = Object.entries(kept).filter(
    ([name, value]) => isField(name) && keptContentSchema.shape[name].safeParse(value).success,
  )
  if (fields.length === 0) return null
  const part = keptContentSchema.safeParse({ ...current, ...Object.fromEntries(fields) })
  return part.success ? part.data : null
}

function replayed(base: ReviewContent, changes: Parameters<typeof replay>[1]): unknown {
  try {
    return replay(base, changes)
  } catch {
    return base
  }
}
