import { isField, type ReviewField } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { DraftStore } from './draft-store.ts'
import type { SaveOutcome, SaveRequest, Stored } from './save-client.ts'

// When and what is saved. No React and no browser in here: sending and keeping are given, so that tests can hold them. One long
// closure, because every part of it reads and writes the same few facts about what is on the server and what is not.

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** `retrying`: no connection, or the server did not manage; it is tried again. */
  | { kind: 'retrying'; reason: 'offline' | 'server' }
  | { kind: 'signed-out' }
  /** The review cannot be saved at all by this person any more. */
  | { kind: 'refused'; code: 'not-found' | 'not-allowed' | 'too-large' }
  | { kind: 'conflict'; theirs: Stored; base: ReviewContent }

export interface SaveStatus {
  state: SaveState
  version: number
  /** ISO 8601, of the last save that went through. */
  savedAt: string
  /** Fields that were refused, and why; everything else is saved without them. */
  problems: Partial<Record<ReviewField, string>>
  /** Whether this browser has a copy of what is not saved. */
  isKept: boolean
}

export interface AutosaveOptions {
  draft: DraftStore
  version: number
  savedAt: string
  send: (request: SaveRequest) => Promise<SaveOutcome>
  /** Keeps a copy in the browser, and says whether it could; null when everything is on the server. */
  keepCopy: (copy: { version: number; content: ReviewContent } | null) => boolean
  /** Something else to try for a refused field, such as the next address. */
  another?: (field: ReviewField, content: ReviewContent) => Partial<ReviewContent> | null
  /** How long the hands rest before a save, how long a save waits at most, and how long between tries, in milliseconds. */
  pauses?: { rest: number; most: number; retry: number }
}

export interface Autosave {
  status(): SaveStatus
  subscribe(listener: () => void): () => void
  hasUnsaved(): boolean
  /** Saves now, by hand or because the page is closing. Resolves to whether everything is on the server. */
  save(options?: { isLast?: boolean; isAsked?: boolean }): Promise<boolean>
  /** Ends a conflict: `content` goes over theirs. What was written here is kept as a revision first when not all of it is in there. */
  resolve(content: ReviewContent, losesMine: boolean): Promise<boolean>
  /** The server has a newer version and nothing was written here: goes on from it. */
  goOnFrom(stored: Stored): void
  /** Begins to watch the draft; returns the way to stop. */
  start(): () => void
}

const initialPauses = { rest: 1_000, most: 10_000, retry: 3_000 }

export function createAutosave(options: AutosaveOptions): Autosave {
  const { draft, send, keepCopy } = options
  const pauses = options.pauses ?? initialPauses
  let status: SaveStatus = {
    state: { kind: 'saved' },
    version: options.version,
    savedAt: options.savedAt,
    problems: {},
    isKept: true,
  }
  /** What the server has; and what was on the screen when it was sent, to tell whether anything was written since. */
  let stored = draft.get()
  let settled = draft.get()
  const held = new Map<ReviewField, unknown>()
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | null = null
  let running: Promise<void> | null = null
  let tries = 0

  const tell = (change: Partial<SaveStatus>) => {
    status = { ...status, ...change }
    for (const listener of [...listeners]) listener()
  }
  const isDirty = () => draft.get() !== settled
  const isStopped = () => status.state.kind === 'conflict' || status.state.kind === 'refused'

  const isSettled = () => !isDirty() && held.size === 0 && status.state.kind === 'saved'

  const onChange = () => {
    if (!isDirty()) return
    const isKept = keepCopy({ version: status.version, content: draft.get() })
    if (isKept !== status.isKept) tell({ isKept })
    if (isStopped()) return
    if (status.state.kind === 'saved') tell({ state: { kind: 'unsaved' } })
    schedule()
  }

  function schedule(pause = pauses.rest) {
    clearTimeout(timer)
    waitingSince ??= Date.now()
    const latest = waitingSince + pauses.most - Date.now()
    timer = setTimeout(() => void run(true), Math.max(0, Math.min(pause, latest)))
  }

  async function run(autosave: boolean, isLast = false): Promise<void> {
    clearTimeout(timer)
    waitingSince = null
    // One request at a time: two of one version would refuse each other. Only a closing page cannot wait.
    while (running && !isLast) await running
    if (!isDirty() || isStopped()) return
    running = once(autosave, isLast)
    await running
    running = null
    if (isDirty() && !isStopped() && status.state.kind !== 'retrying' && status.state.kind !== 'signed-out') schedule()
  }

  async function once(autosave: boolean, isLast: boolean): Promise<void> {
    const sent = draft.get()
    const content = withoutHeld(sent)
    if (status.state.kind !== 'retrying') tell({ state: { kind: 'saving' } })
    const outcome = await send({ version: status.version, content, autosave, isLast })
    if (outcome.kind === 'saved') accept(sent, content, outcome)
    else if (outcome.kind === 'invalid') await refuse(outcome, sent, autosave, isLast)
    else if (outcome.kind === 'stale') tell({ state: { kind: 'conflict', theirs: outcome.theirs, base: stored } })
    else if (outcome.kind === 'offline' || outcome.kind === 'server') wait({ kind: 'retrying', reason: outcome.kind })
    else if (outcome.kind === 'signed-out') wait({ kind: 'signed-out' })
    else tell({ state: { kind: 'refused', code: outcome.kind } })
  }

  function accept(
    sent: ReviewContent,
    content: ReviewContent,
    { version, savedAt }: { version: number; savedAt: string },
  ) {
    tries = 0
    stored = content
    settled = sent
    const isAll = !isDirty() && held.size === 0
    keepCopy(isAll ? null : { version, content: draft.get() })
    tell({ version, savedAt, problems: problemsLeft(), state: { kind: isDirty() ? 'unsaved' : 'saved' } })
  }

  /** The refused field stays on the screen with its problem; everything else goes through without it. */
  async function refuse(
    { field, problem }: { field: string; problem: string },
    sent: ReviewContent,
    autosave: boolean,
    isLast: boolean,
  ) {
    if (!isField(field) || held.has(field)) return wait({ kind: 'retrying', reason: 'server' })
    const other = options.another?.(field, draft.get())
    if (other) draft.set(other)
    else {
      held.set(field, sent[field])
      tell({ problems: { ...status.problems, [field]: problem } })
    }
    await once(autosave, isLast)
  }

  function withoutHeld(content: ReviewContent): ReviewContent {
    let kept = content
    for (const [field, value] of held) {
      if (content[field] === value) kept = { ...kept, [field]: stored[field] }
      else held.delete(field)
    }
    return kept
  }

  function problemsLeft(): SaveStatus['problems'] {
    return Object.fromEntries(Object.entries(status.problems).filter(([name]) => isField(name) && held.has(name)))
  }

  function wait(state: SaveState) {
    tell({ state })
    clearTimeout(timer)
    timer = setTimeout(() => void run(true), Math.min(pauses.retry * 2 ** Math.min(tries++, 4), 30_000))
  }

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hasUnsaved: () => isDirty() || held.size > 0,
    async save({ isLast = false, isAsked = false } = {}) {
      if (isAsked && isSettled()) {
        // Nothing to do, which has to be said all the same to somebody who pressed the keys.
        tell({ state: { kind: 'saving' } })
        await new Promise(resolve => setTimeout(resolve, 200))
        if (status.state.kind === 'saving') tell({ state: { kind: isDirty() ? 'unsaved' : 'saved' } })
      }
      await run(false, isLast)
      return isSettled()
    },
    async resolve(content, losesMine) {
      if (status.state.kind !== 'conflict') return false
      const { theirs } = status.state
      stored = theirs.content
      tell({ version: theirs.version, savedAt: theirs.savedAt, state: { kind: 'unsaved' } })
      settled = theirs.content
      if (losesMine) await run(false)
      // What follows is a state of its own in the history, after the one that was just kept.
      if (isStopped()) return false
      draft.set(content)
      if (draft.get() === settled) tell({ state: { kind: 'saved' } })
      await run(false)
      return isSettled()
    },
    goOnFrom({ content, version, savedAt }) {
      held.clear()
      stored = content
      draft.set(content)
      settled = draft.get()
      keepCopy(null)
      tell({ version, savedAt, problems: {}, state: { kind: 'saved' } })
    },
    start() {
      const unsubscribe = draft.subscribe(onChange)
      return () => {
        clearTimeout(timer)
        unsubscribe()
      }
    },
  }
}
