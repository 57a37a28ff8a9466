import { heartbeat, type Presence, patience } from '#lib/presence/presence.ts'
import type { PresenceRefusal, PresenceVerb } from '#lib/presence/presence-schema.ts'
import type { PresenceAnswer, StreamEvents } from './presence-client.ts'
import type { WindowName } from './window-name.ts'

// Who is here and who has the pen, as this window knows it. No React and no browser in here: sending, streaming and saving are given, so that
// tests can hold them. One long closure, because its parts share the same few facts.

export interface PresenceState {
  /** Null until the server has told it, and when there is nothing to be told any more. */
  presence: Presence | null
  isReachable: boolean
  /** The newest text is on its way here, or the last words are on theirs. */
  isChanging: boolean
}

export interface PresenceOptions {
  name: () => Promise<WindowName>
  send: (verb: PresenceVerb, isLast?: boolean) => Promise<PresenceAnswer>
  openStream: (window: string, events: StreamEvents) => () => void
  /** Puts what was written here on the server, and says whether all of it is there. */
  saveAll: () => Promise<boolean>
  /** Brings the text up to this version, where nothing was written here that it would take away. */
  follow: (version: number) => Promise<void>
  /** Whether something was written since it was last asked. */
  hasWritten: () => boolean
}

export interface PresenceStore {
  get(): PresenceState
  subscribe(listener: () => void): () => void
  /** Enters the review; returns the way to leave it. */
  start(): () => void
  /** Whether the page is looked at: only then it holds a stream, of which a browser has six for all its windows. */
  setSeen(isSeen: boolean): void
  /** Nobody is at the keyboard: the window says nothing more until it is woken. */
  setAwake(isAwake: boolean): void
  /** The page is going away, perhaps for good. */
  leave(): void
  ask(): Promise<PresenceProblem | null>
  give(to: string): Promise<PresenceProblem | null>
  decline(to: string): Promise<PresenceProblem | null>
  takeOver(word: string): Promise<PresenceProblem | null>
}

/** `unsaved`: what was written last could not be saved, so the pen stays. */
export type PresenceProblem = PresenceRefusal | 'unreachable' | 'unsaved'

const pollEvery = 4_000
const longestPause = 30_000

/** Whether this window writes. The lock is soft: while the server cannot be asked, everybody may. */
export function mayWriteIn({ presence, isReachable, isChanging }: PresenceState): boolean {
  if (!presence || !isReachable) return true
  return presence.pen === 'here' && !presence.isSettling && !isChanging
}

export function createPresence(options: PresenceOptions): PresenceStore {
  let state: PresenceState = { presence: null, isReachable: true, isChanging: false }
  const listeners = new Set<() => void>()
  let name: WindowName | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let settling: ReturnType<typeof setTimeout> | undefined
  let reopening: ReturnType<typeof setTimeout> | undefined
  let closeStream: (() => void) | null = null
  let failures = 0
  let breaks = 0
  let isSeen = true
  let isAwake = true
  let isOver = false
  /** Of an entrance: one that was left, and what it still hears, is not the present one. */
  let turn = 0

  const tell = (change: Partial<PresenceState>) => {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }

  function accept(presence: Presence): void {
    const before = state.presence
    failures = 0
    const isNewlyHere = presence.pen === 'here' && before !== null && before.pen !== 'here'
    // What came while it was on its way here is read before the first key.
    tell({ presence, isReachable: true, ...(isNewlyHere && { isChanging: true }) })
    void catchUp(presence.version, isNewlyHere)
    clearTimeout(settling)
    if (presence.isSettling) settling = setTimeout(() => void beat(), patience.lastWords + 100)
    if (before?.pen === 'here' && presence.lost) void bringLastWords()
    // One's own other window was closed, or crashed: whoever is in front of this one is the one who was writing.
    const wasOwn = before?.others.some(({ isOwn, holdsPen }) => isOwn && holdsPen)
    if (wasOwn && presence.pen === 'free' && isSeen && presence.takeOver !== 'no') void ask()
    // It was held here and lies there now, taken by nobody: the server had not heard of this window for a while.
    if (before?.pen === 'here' && presence.pen === 'free' && !presence.lost) void ask()
  }

  async function catchUp(version: number, isNewlyHere: boolean): Promise<void> {
    await options.follow(version)
    if (isNewlyHere) tell({ isChanging: false })
  }

  /** The pen is gone: what was written to the last moment is saved, and then whoever has it need not wait. */
  async function bringLastWords(): Promise<void> {
    await options.saveAll()
    if (name) take(await options.send({ verb: 'settle', window: name.id }))
  }

  /** Takes in an answer; null when it is one, and otherwise what it was. */
  function take(answer: PresenceAnswer): PresenceProblem | null {
    if (isOver) return null
    if (answer.kind === 'told') {
      accept(answer.presence)
      return null
    }
    if (answer.kind === 'refused') return answer.code
    // One that is lost is no news: fields should not open and close with every hiccup.
    if (answer.kind === 'unreachable' && ++failures > 1) tell({ isReachable: false })
    return 'unreachable'
  }

  async function beat(): Promise<void> {
    clearTimeout(timer)
    if (!name || isOver) return
    const mine = turn
    const hadPen = state.presence?.pen === 'here'
    const problem = take(await options.send({ verb: 'keep', window: name.id, wrote: options.hasWritten(), hadPen }))
    if (mine !== turn || isOver) return
    if (problem === 'not-found') return finish()
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    if (!isOver && isAwake)
      timer = setTimeout(() => void beat(), (closeStream || !isSeen) && failures === 0 ? heartbeat : pollEvery)
  }

  /** There is nothing here for this person any more; what may still be written is for saving to say. */
  function finish(): void {
    isOver = true
    stopStream()
    clearTimeout(timer)
    clearTimeout(settling)
    tell({ presence: null })
  }

  function startStream(): void {
    clearTimeout(reopening)
    if (closeStream || !name || !isSeen || !isAwake || isOver) return
    const close = options.openStream(name.id, {
      onPresence(presence) {
        if (closeStream !== close) return
        breaks = 0
        accept(presence)
      },
      onEnd(reason) {
        if (closeStream !== close) return
        closeStream = null
        if (reason === 'not-found') return finish()
        // Everybody's streams end at once when a server stops: they do not come back at once.
        const pause = Math.min(2_000 * 2 ** breaks++, longestPause) * (0.5 + Math.random())
        reopening = setTimeout(startStream, pause)
        schedule()
      },
    })
    closeStream = close
  }

  function stopStream(): void {
    clearTimeout(reopening)
    closeStream?.()
    closeStream = null
  }

  async function enter(): Promise<void> {
    const mine = ++turn
    const named = await options.name()
    if (mine !== turn) return named.release()
    name = named
    for (const window of named.abandoned) await options.send({ verb: 'leave', window })
    const problem = take(await options.send({ verb: 'enter', window: named.id, wantsPen: true }))
    if (mine !== turn) return
    if (problem === 'not-found') return finish()
    startStream()
    schedule()
  }

  function leave(): void {
    turn += 1
    stopStream()
    clearTimeout(timer)
    clearTimeout(settling)
    if (name && !isOver) void options.send({ verb: 'leave', window: name.id }, true)
    name?.release()
    name = null
  }

  const say = async (verb: (window: string) => PresenceVerb) =>
    name ? take(await options.send(verb(name.id))) : 'unreachable'
  const ask = () => say(window => ({ verb: 'ask', window }))

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      isOver = false
      void enter()
      return leave
    },
    leave,
    setSeen(next) {
      if (next === isSeen) return
      isSeen = next
      if (!next) return stopStream()
      startStream()
      void beat()
    },
    setAwake(next) {
      if (next === isAwake) return
      isAwake = next
      clearTimeout(timer)
      if (!next) return stopStream()
      startStream()
      void beat()
    },
    ask,
    async give(to) {
      tell({ isChanging: true })
      const isSaved = await options.saveAll()
      const problem = isSaved ? await say(window => ({ verb: 'give', window, to })) : 'unsaved'
      tell({ isChanging: false })
      return problem
    },
    decline: to => say(window => ({ verb: 'decline', window, to })),
    takeOver: word => say(window => ({ verb: 'take-over', window, word })),
  }
}
