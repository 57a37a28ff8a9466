// Who is in a review, and who has the pen: one window at a time writes, the others read along. The lock is soft. It says whose turn it is; what
// keeps texts from being lost is that every save carries the version that it was made from. docs/decisions/0015-presence-and-the-pen.md

/** In milliseconds, by the database's clock. */
export const patience = {
  /** A window that was not seen for so long is gone, as far as others are concerned. */
  gone: 20_000,
  /** Whoever has not written for so long may be relieved of the pen without being asked. */
  idle: 180_000,
  /** So long a request waits for an answer. */
  answer: 30_000,
  /** So long a pen that changed hands waits for the last words of the window that had it. */
  lastWords: 3_000,
}

/** How often a window says that it is there, in milliseconds: two may be lost before it counts as gone. */
export const heartbeat = 8_000

/** A window as the database has it. */
export interface WindowFacts {
  id: string
  userId: string
  name: string
  openedAt: Date
  seenAt: Date
  wroteAt: Date
  holdsPen: boolean
  settlesAt: Date | null
  askedAt: Date | null
  declinedAt: Date | null
  takenBy: string | null
  takenWord: string
}

/** Who looks: from which window, and what they may. */
export interface Viewer {
  windowId: string
  userId: string
  mayEdit: boolean
  /** They may edit every review: editors and owners. */
  mayEditAny: boolean
}

/** How a window may come to the pen without being given it. `with-word`: any time, and they say why. */
export type TakeOver = 'no' | 'at-once' | 'with-word'

/** What one window is told. */
export interface Presence {
  /** Of the review, as it is stored. */
  version: number
  /** The other windows, in the order in which they came. */
  others: PresentWindow[]
  pen: 'here' | 'elsewhere' | 'free'
  /** The pen has just come here, and the window that had it may still bring its last words. */
  isSettling: boolean
  /** What became of this window's own wish to write. */
  asking: 'no' | 'waiting' | 'unanswered' | 'declined'
  takeOver: TakeOver
  /** The pen was taken from this window. */
  lost: { by: string; word: string } | null
}

export interface PresentWindow {
  id: string
  name: string
  /** Another window of whoever looks. */
  isOwn: boolean
  holdsPen: boolean
  isIdle: boolean
  /** It waits for the pen. */
  isAsking: boolean
}

/** What `viewer` is told of the windows of a review at `now`. */
export function presenceFor(viewer: Viewer, version: number, windows: WindowFacts[], now: Date): Presence {
  const here = windows.filter(window => isHere(window, now))
  const own = windows.find(({ id }) => id === viewer.windowId)
  const holder = holderOf(windows, now)
  return {
    version,
    others: here
      .filter(({ id }) => id !== viewer.windowId)
      .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1))
      .map(window => toPresent(window, viewer, now)),
    pen: own?.holdsPen ? 'here' : holder ? 'elsewhere' : 'free',
    isSettling: own?.holdsPen === true && own.settlesAt !== null && own.settlesAt > now,
    asking: own ? askingOf(own, now) : 'no',
    takeOver: takeOverBy(viewer, windows, now),
    lost: own?.takenBy ? { by: own.takenBy, word: own.takenWord } : null,
  }
}

/** Whether, and how, a window may take the pen; the command asks it, and the window shows it. */
export function takeOverBy(viewer: Viewer, windows: WindowFacts[], now: Date): TakeOver {
  const own = windows.find(({ id }) => id === viewer.windowId)
  const holder = holderOf(windows, now)
  if (!viewer.mayEdit || own?.holdsPen) return 'no'
  if (!holder || holder.userId === viewer.userId || isIdle(holder, now)) return 'at-once'
  if (own && askingOf(own, now) === 'unanswered') return 'at-once'
  return viewer.mayEditAny ? 'with-word' : 'no'
}

/** The window that writes; null when none does, or the one that did is gone. */
export function holderOf(windows: WindowFacts[], now: Date): WindowFacts | null {
  return windows.find(window => window.holdsPen && isHere(window, now)) ?? null
}

/** Who gets a pen that is put down: whoever has waited longest. */
export function nextToWrite(windows: WindowFacts[], now: Date): WindowFacts | null {
  const waiting = windows.filter(window => window.askedAt !== null && isHere(window, now))
  return waiting.sort((a, b) => (a.askedAt?.getTime() ?? 0) - (b.askedAt?.getTime() ?? 0))[0] ?? null
}

/** Whether a window was seen lately. */
export function isHere({ seenAt }: WindowFacts, now: Date): boolean {
  return now.getTime() - seenAt.getTime() < patience.gone
}

/** "IB" for Inês de Brito, "M" for Madonna; never empty. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).flatMap(word => word.match(/[\p{L}\p{N}]/u)?.[0] ?? [])
  const [first = '?'] = words
  return (words.length > 1 ? first + (words.at(-1) ?? '') : first).toLocaleUpperCase()
}

function toPresent(window: WindowFacts, viewer: Viewer, now: Date): PresentWindow {
  const { id, name, holdsPen } = window
  return {
    id,
    name,
    isOwn: window.userId === viewer.userId,
    holdsPen,
    isIdle: isIdle(window, now),
    isAsking: window.askedAt !== null,
  }
}

function isIdle({ wroteAt }: WindowFacts, now: Date): boolean {
  return now.getTime() - wroteAt.getTime() >= patience.idle
}

function askingOf({ askedAt, declinedAt }: WindowFacts, now: Date): Presence['asking'] {
  if (askedAt) return now.getTime() - askedAt.getTime() >= patience.answer ? 'unanswered' : 'waiting'
  return declinedAt ? 'declined' : 'no'
}
