import type { LibraryPicture } from '#lib/media/library.ts'

// Pictures on their way to the library, as a value and what happens to it. Nothing here sends anything: upload-store.ts does what this says.

/**
 * waiting: for its turn; sending; checking: all of it is there, the server looks at it; paused: by the person; offline: the connection went, it
 * goes on by itself; failed: can be tried again; refused: never will be taken as it is; there: its very bytes were there before; done.
 */
export type UploadState =
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'paused'
  | 'offline'
  | 'failed'
  | 'refused'
  | 'there'
  | 'done'

export interface Upload {
  id: string
  /** What the file is called. */
  name: string
  /** Bytes. */
  size: number
  sent: number
  state: UploadState
  /** Why it failed or was refused, in words. */
  problem: string
  /** What it became, or what was there before. */
  picture: LibraryPicture | null
  /** It is added even if its bytes are there. */
  isAnother: boolean
  /** Times in a row that the connection went: each next try waits longer. */
  losses: number
}

export type UploadQueue = readonly Upload[]

/** A file that is put in the queue; one with a problem is refused at once, and does not stop the others. */
export type NewUpload = Pick<Upload, 'id' | 'name' | 'size'> & { problem?: string }

export type UploadEvent =
  | { type: 'added'; uploads: NewUpload[] }
  | { type: 'started' | 'checking' | 'lost'; id: string }
  | { type: 'sent'; id: string; sent: number }
  | { type: 'done'; id: string; picture: LibraryPicture; wasThere: boolean }
  | { type: 'failed' | 'refused'; id: string; problem: string }
  /** Of one, or of all that can be: id null. */
  | { type: 'paused' | 'resumed' | 'retried' | 'cancelled'; id: string | null }
  /** It is wanted although it is there. */
  | { type: 'wanted-again'; id: string }
  /** After the wait: the connection is tried again for one; `back` for all, because it is there again. */
  | { type: 'again'; id: string }
  | { type: 'back' }
  /** Those that are over go from the list. */
  | { type: 'cleared' }

const unfinished: readonly UploadState[] = ['waiting', 'sending', 'checking', 'paused', 'offline']
/** What the events of the person apply to; anything else stays as it is. */
const from = {
  paused: ['waiting', 'sending', 'offline'],
  resumed: ['paused'],
  retried: ['failed', 'offline'],
  cancelled: ['waiting', 'sending', 'checking', 'paused', 'offline', 'failed'],
} as const satisfies Record<string, readonly UploadState[]>

/** The queue after something happened. What comes late, about an upload that was paused or cancelled meanwhile, changes nothing. */
export function afterEvent(queue: UploadQueue, event: UploadEvent): UploadQueue {
  switch (event.type) {
    case 'added':
      return [...queue, ...event.uploads.filter(({ id }) => !queue.some(known => known.id === id)).map(begun)]
    case 'started':
      return of(queue, event.id, ['waiting'], () => ({ state: 'sending' }))
    case 'sent':
      return of(queue, event.id, ['sending'], upload => ({
        sent: Math.min(event.sent, upload.size),
        ...(event.sent > upload.sent && { losses: 0 }),
      }))
    case 'checking':
      return of(queue, event.id, ['sending'], ({ size }) => ({ state: 'checking', sent: size }))
    case 'lost':
      return of(queue, event.id, ['sending', 'checking'], ({ losses }) => ({ state: 'offline', losses: losses + 1 }))
    case 'done':
      return of(queue, event.id, unfinished, ({ size }) => ({
        ...{ state: event.wasThere ? 'there' : 'done', sent: size, problem: '', picture: event.picture },
      }))
    case 'failed':
    case 'refused':
      return of(queue, event.id, ['sending', 'checking'], () => ({ state: event.type, problem: event.problem }))
    case 'paused':
      return of(queue, event.id, from.paused, () => ({ state: 'paused' }))
    case 'resumed':
    case 'retried':
      return of(queue, event.id, from[event.type], () => ({ state: 'waiting', problem: '', losses: 0 }))
    case 'wanted-again':
      return of(queue, event.id, ['there'], () => ({
        ...{ state: 'waiting', sent: 0, picture: null, isAnother: true },
      }))
    case 'again':
      return of(queue, event.id, ['offline'], () => ({ state: 'waiting' }))
    case 'back':
      return of(queue, null, ['offline'], () => ({ state: 'waiting', losses: 0 }))
    case 'cancelled':
      return queue.filter(({ id, state }) => !((event.id ?? id) === id && includes(from.cancelled, state)))
    case 'cleared':
      return queue.filter(({ state }) => unfinished.includes(state) || state === 'failed')
  }
}

function begun({ id, name, size, problem = '' }: NewUpload): Upload {
  const state = problem ? 'refused' : 'waiting'
  return { id, name, size, sent: 0, state, problem, picture: null, isAnother: false, losses: 0 }
}

function of(
  queue: UploadQueue,
  id: string | null,
  states: readonly UploadState[],
  change: (upload: Upload) => Partial<Upload>,
): UploadQueue {
  const applies = (upload: Upload) => (id === null || upload.id === id) && states.includes(upload.state)
  return queue.some(applies)
    ? queue.map(upload => (applies(upload) ? { ...upload, ...change(upload) } : upload))
    : queue
}

function includes(states: readonly UploadState[], state: UploadState): boolean {
  return states.includes(state)
}

/** Those whose turn it is: so many at a time, in the order in which they were added. */
export function nextUploads(queue: UploadQueue, most = 3): Upload[] {
  const running = queue.filter(({ state }) => state === 'sending' || state === 'checking').length
  return queue.filter(({ state }) => state === 'waiting').slice(0, Math.max(most - running, 0))
}

/** Something would be lost, or wait, if the page were left now. */
export function isUnfinished(queue: UploadQueue): boolean {
  return queue.some(({ state }) => unfinished.includes(state))
}

/** Whether what a person may want to do applies to any. */
export function canBe(queue: UploadQueue, what: keyof typeof from, id: string | null = null): boolean {
  return queue.some(upload => (id ?? upload.id) === upload.id && includes(from[what], upload.state))
}

/** Milliseconds until the next try after the connection went so often in a row. */
export function waitAfter(losses: number): number {
  return Math.min(1_000 * 2 ** Math.max(losses - 1, 0), 30_000)
}

export interface UploadTotals {
  /** All but those that were refused or failed. */
  wanted: number
  taken: number
  refused: number
  isOffline: boolean
  isPaused: boolean
  isOver: boolean
  /** Of the bytes that are wanted, 0 to 1. */
  part: number
}

/** The whole of it, for one bar and one line. */
export function totalsOf(queue: UploadQueue): UploadTotals {
  const wanted = queue.filter(({ state }) => state !== 'refused' && state !== 'failed')
  const bytes = wanted.reduce((sum, { size }) => sum + size, 0)
  const moving = wanted.filter(({ state }) => unfinished.includes(state))
  return {
    wanted: wanted.length,
    taken: wanted.length - moving.length,
    refused: queue.length - wanted.length,
    isOffline: moving.some(({ state }) => state === 'offline') && moving.every(({ state }) => state !== 'sending'),
    isPaused: moving.length > 0 && moving.every(({ state }) => state === 'paused'),
    isOver: moving.length === 0,
    part: bytes === 0 ? 1 : wanted.reduce((sum, { sent }) => sum + sent, 0) / bytes,
  }
}
