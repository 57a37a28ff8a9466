import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { CopyStore, LogEntry } from './copy-database.ts'
import { changeBetween } from './copy-log.ts'
import type { LeftCopy } from './left-copies.ts'

// What was typed and is not on the server yet, kept in this browser within a frame, so that a crash takes nothing. First in IndexedDB,
// which costs a key nothing; where that will not, and for what a closing page has no time for, in localStorage, which is written before
// the next line of this program runs.

export interface Copy {
  /** The version of the server that it was made from, and what that was. */
  version: number
  base: ReviewContent
  content: ReviewContent
}

/** `off`: the browser lets us keep nothing (storage is switched off). `full`: it has no room. */
export type CopyProblem = 'off' | 'full'

export interface SafetyCopies {
  /** Says that this page is open and its copy its own; returns the way to end that. */
  hold(): () => void
  /** Keeps this, and nothing of it once everything is on the server (null). Costs nothing now. */
  keep(copy: Copy | null): void
  /** The page may be gone in a moment: whatever is not kept yet is kept before this returns. */
  keepNow(): void
  /** Copies of this review that no open window is writing, newest first. `current` stands in for what of them cannot be read. */
  listLeft(current: ReviewContent): Promise<LeftCopy[]>
  remove(window: string): Promise<void>
}

export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
/** The part of `navigator.locks` that is used. */
export interface Locks {
  request(name: string, callback: () => Promise<void>): Promise<unknown>
  query(): Promise<{ held?: { name?: string }[] }>
}

export interface SafetyOptions {
  reviewId: string
  editorId: string
  store: CopyStore | null
  storage: Storage | null
  locks: Locks | null
  /** Told when keeping begins to fail, and when it works again. */
  onProblem: (problem: CopyProblem | null) => void
  /** Runs something soon, when the browser has drawn what was typed. */
  soon: (run: () => void) => void
  tab?: string
}

/** After so many changes the log is written anew, as one. */
const longestLog = 300

/** The safety copies of a review in this browser. Each window that is open writes its own, under a name that nobody else has. */
export function safetyCopies(options: SafetyOptions): SafetyCopies {
  const { reviewId, editorId, store, storage, locks, onProblem, soon } = options
  const prefix = `out-of-five:review:${reviewId}:`
  const own = prefix + (options.tab ?? randomName())
  let wanted: Copy | null = null
  /** What the log says; null when there is none, `unknown` when a write of it failed. */
  let logged: Copy | null | 'unknown' = null
  let isInLocal = false
  let isWaiting = false
  let running: Promise<void> | null = null
  let [step, entries] = [0, 0]
  // Where nobody can tell which windows are open, another may take this log away: each change is written with all before it.
  const longest = locks ? longestLog : 0

  const entry = (): Pick<LogEntry, 'review' | 'window' | 'step' | 'at'> => {
    return { review: reviewId, window: own, step: ++step, at: new Date().toISOString() }
  }
  const change = (before: ReviewContent, after: ReviewContent): LogEntry[] => {
    const changed = changeBetween(before, after)
    return changed ? [{ ...entry(), kind: 'change', change: changed }] : []
  }

  async function write(copy: Copy | null, to: CopyStore): Promise<void> {
    const before = logged
    if (!copy) await to.replace(own, [])
    else if (before && before !== 'unknown' && before.base === copy.base && entries < longest) {
      await to.append(change(before.content, copy.content))
      entries += 1
    } else {
      const { version, base } = copy
      await to.replace(own, [
        { ...entry(), kind: 'base', editorId, version, content: base },
        ...change(base, copy.content),
      ])
      entries = 1
    }
    logged = copy
  }

  async function run(): Promise<void> {
    isWaiting = false
    while (wanted !== logged) {
      const copy = wanted
      try {
        if (!store) throw new Error('no IndexedDB')
        await write(copy, store)
        // Once the log has it all again, the other copy is only in the way.
        if (isInLocal && wanted === copy) clearLocal()
        // That nothing has to be kept now does not say that something could be.
        if (copy) onProblem(null)
      } catch {
        logged = 'unknown'
        if (!copy) clearLocal()
        else if (copy !== wanted) continue
        else onProblem(keepLocal(copy))
        return
      }
    }
  }

  function keepLocal(copy: Copy): CopyProblem | null {
    const problem = writeLocal(storage, own, { ...copy, editorId, step: ++step, at: new Date().toISOString() })
    isInLocal ||= problem === null
    return problem
  }

  function clearLocal(): void {
    isInLocal = false
    storage?.removeItem(own)
  }

  function start(): void {
    if (isWaiting) return
    isWaiting = true
    soon(() => {
      const after = running ?? Promise.resolve()
      running = after.then(run)
    })
  }

  return {
    hold: () => holdLock(locks, own),
    keep(copy) {
      if (copy === wanted) return
      wanted = copy
      start()
    },
    keepNow() {
      if (wanted && wanted !== logged) keepLocal(wanted)
      if (wanted !== logged && !isWaiting) start()
    },
    async listLeft(current) {
      const { newestFirst, readLocal, readLog } = await import('./left-copies.ts')
      const open = new Set((await locks?.query().catch(() => null))?.held?.map(lock => lock.name))
      const isLeft = (window: string) => window !== own && !open.has(window)
      const inLog = readLog(await store?.list(reviewId).catch(() => []), current)
      return newestFirst([...inLog, ...readLocal(storage, prefix, current)].filter(({ window }) => isLeft(window)))
    },
    async remove(window) {
      storage?.removeItem(window)
      await store?.replace(window, []).catch(() => {})
    },
  }
}

/** Held as long as the editor is open: a copy whose lock nobody holds was left behind. */
function holdLock(locks: Locks | null, name: string): () => void {
  let release = () => {}
  const isHeld = new Promise<void>(resolve => {
    release = resolve
  })
  void locks?.request(name, () => isHeld)
  return release
}

/** Keeps a copy in localStorage; says why it could not. */
function writeLocal(
  storage: Storage | null,
  key: string,
  copy: Copy & { editorId: string; step: number; at: string },
): CopyProblem | null {
  if (!storage) return 'off'
  const { base, ...rest } = copy
  // What the server had is for comparing only: where there is no room for both, what was typed is what counts.
  return set(storage, key, { ...rest, base }) || set(storage, key, rest) ? null : 'full'
}

function set(storage: Storage, key: string, value: unknown): boolean {
  try {
    storage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
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
