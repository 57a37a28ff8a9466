import { z } from 'zod'
import { keptContentSchema, type ReviewContent } from '#lib/reviews/reviews-schema.ts'

// What was typed and is not on the server yet, kept in this browser: every change at once, so that a crash takes nothing.
// localStorage and not IndexedDB, because it is written before the next keystroke is handled, also while the page is closing.

export interface SafetyCopy {
  /** The version of the server that it was made from. */
  version: number
  content: ReviewContent
  /** ISO 8601. */
  at: string
}

const copySchema = z.object({ version: z.number(), content: keptContentSchema, at: z.string() })

export interface SafetyCopies {
  /** Says that this page is open and its copy its own; returns the way to end that. */
  hold(): () => void
  /** False when the browser would not keep it (no room, or storage is switched off). */
  write(copy: Omit<SafetyCopy, 'at'>): boolean
  clear(): void
  /** Copies of this review that no open tab is writing: of this tab before it was closed, and of others. */
  listLeft(): Promise<{ key: string; copy: SafetyCopy }[]>
  remove(key: string): void
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
/** The part of `navigator.locks` that is used. */
export interface Locks {
  request(name: string, callback: () => Promise<void>): Promise<unknown>
  query(): Promise<{ held?: { name?: string }[] }>
}

/** The safety copies of a review in this browser. Each page that is open writes its own, under a name that nobody else has. */
export function safetyCopies(
  reviewId: string,
  storage: Storage | null,
  locks: Locks | null,
  tab = randomName(),
): SafetyCopies {
  const prefix = `out-of-five:review:${reviewId}:`
  const own = prefix + tab
  return {
    hold() {
      let release = () => {}
      const isHeld = new Promise<void>(resolve => {
        release = resolve
      })
      // Held as long as the editor is open: a copy whose lock nobody holds was left behind.
      void locks?.request(own, () => isHeld)
      return release
    },
    write(copy) {
      try {
        storage?.setItem(own, JSON.stringify({ ...copy, at: new Date().toISOString() }))
        return storage !== null
      } catch {
        return false
      }
    },
    clear: () => storage?.removeItem(own),
    async listLeft() {
      const open = new Set((await locks?.query())?.held?.map(lock => lock.name))
      return keysOf(storage)
        .filter(key => key.startsWith(prefix) && key !== own && !open.has(key))
        .flatMap(key => {
          const copy = read(storage?.getItem(key) ?? null)
          return copy ? [{ key, copy }] : []
        })
        .sort((a, b) => (a.copy.at < b.copy.at ? 1 : -1))
    },
    remove: key => storage?.removeItem(key),
  }
}

/** The browser's storage, where it lets us. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** `crypto.randomUUID` is there on https and localhost only, and a desk in a local network may be neither. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('')
}

function keysOf(storage: Storage | null): string[] {
  return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
}

function read(text: string | null): SafetyCopy | null {
  try {
    const copy = copySchema.safeParse(JSON.parse(text ?? 'null'))
    return copy.success ? copy.data : null
  } catch {
    return null
  }
}
