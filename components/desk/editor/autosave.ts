import { isField, type ReviewField } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import type { DraftStore } from './draft-store.ts'
import type { LeftCopy } from './left-copies.ts'
import type { Copy, CopyProblem } from './safety-copy.ts'
import type { SaveOutcome, SaveRequest, Stored } from './save-client.ts'
import type { SaveState, SaveStatus } from './save-state.ts'
import { type SentSave, unheardSaves } from './unheard.ts'

// When and what is saved. No React and no browser in here: sending and keeping are given, so that tests can hold them. One long
// closure, because every part of it reads and writes the same few facts about what is on the server and what is not.

export interface AutosaveOptions {
  draft: DraftStore
  version: number
  savedAt: string
  send: (request: SaveRequest) => Promise<SaveOutcome>
  /** Keeps a copy in the browser, in its own time; null when everything is on the server. */
  keepCopy: (copy: Copy | null) => void
  /** How the server keeps a content: texts trimmed, lists without empty lines. */
  asStored: (content: ReviewContent) => ReviewContent
  /** Something else to try for a refused field, such as the next address. */
  another?: (field: ReviewField, content: ReviewContent) => Partial<ReviewContent> | null
  /** How long the hands rest before a save, how long a save waits at most, and how long between tries, in milliseconds. */
  pauses?: { rest: number; most: number; retry: number }
}

export interface Autosave {
  status(): SaveStatus
  subscribe(listener: () => void): () => void
  hasUnsaved(): boolean
  /** Saves now, because somebody asked for it by hand, or the page is closing, or there is a connection again. Resolves to whether everything is on the server. */
  save(options?: { isLast?: boolean; isAsked?: boolean }): Promise<boolean>
  /** Ends a conflict: `content` goes over theirs. What was written here is kept as a revision first when not all of it is in there. */
  resolve(content: ReviewContent, losesMine: boolean): Promise<boolean>
  /** Goes on with a text that a window which is gone has left, and may have sent with its last breath: that the server has it is no conflict. */
  take(content: ReviewContent): void
  /** The browser keeps no copy, and why; null when it does again. */
  setCopyProblem(problem: CopyProblem | null): void
  /**
   * Goes on with a text that was kept in this browser. When the server has gone on from what it was made of, both are there to be
   * compared, as after a lost race; otherwise it is simply what is written now.
   */
  recover(copy: Pick<LeftCopy['copy'], 'version' | 'base' | 'content'>, theirs: Stored): Promise<boolean>
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
    copyProblem: null,
  }
  /** What the server has; and what was on the screen when it was sent, to tell whether anything was written since. */
  let stored = draft.get()
  let settled = draft.get()
  const held = new Map<ReviewField, unknown>()
  const unheard = unheardSaves(options.asStored)
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

  /** Whether it is tried again by itself, and what is typed meanwhile changes nothing of that. */
  const isWaiting = () => ['retrying', 'signed-out', 'another-account'].includes(status.state.kind)
  const isSettled = () => !isDirty() && held.size === 0 && status.state.kind === 'saved'

  const onChange = () => {
    if (!isDirty()) return
    keepCopy({ version: status.version, base: stored, content: draft.get() })
    if (isStopped()) return
    if (status.state.kind === 'saved') tell({ state: { kind: 'unsaved' } })
    schedule()
  }

  function schedule() {
    clearTimeout(timer)
    // Not the clock of the computer, which can be set while somebody writes.
    waitingSince ??= performance.now()
    const latest = waitingSince + pauses.most - performance.now()
    // What is nowhere else does not wait for a rest.
    const pause = status.copyProblem && !isWaiting() ? 0 : pauses.rest
    timer = setTimeout(() => void run(true), Math.max(0, Math.min(pause, latest)))
  }

  async function run(autosave: boolean, isLast = false): Promise<void> {
    clearTimeout(timer)
    waitingSince = null
    // One request at a time: two of one version would refuse each other. Only a closing page cannot wait.
    while (running && !isLast) await running
    if (!isDirty() || isStopped()) return
    const saving = once(autosave, isLast)
    if (!running) {
      running = saving
      await saving
      running = null
    } else await saving
    if (isDirty() && !isStopped() && !isWaiting()) schedule()
  }

  async function once(autosave: boolean, isLast: boolean): Promise<void> {
    const screen = draft.get()
    const save = { screen, content: withoutHeld(screen) }
    const { version } = status
    unheard.add(save)
    if (!isWaiting()) tell({ state: { kind: 'saving' } })
    const outcome = await send({ version, content: save.content, autosave, isLast })
    // Of two that were under way at once the later one may have been heard first.
    if (outcome.kind === 'saved' && outcome.version < status.version) unheard.settle(save)
    else if (outcome.kind === 'saved') accept(save, outcome)
    else if (outcome.kind === 'invalid') await refuse(outcome, screen, autosave, isLast)
    else if (outcome.kind === 'stale') compare(outcome.theirs, version)
    else if (outcome.kind === 'unmanaged') wait({ kind: 'retrying', reason: outcome.reason })
    else if (outcome.kind === 'another-account') wait(outcome)
    else if (outcome.kind === 'signed-out') wait({ kind: outcome.kind })
    else tell({ state: { kind: 'refused', code: outcome.kind } })
  }

  /** The server has another version: one of our own whose answer was lost, one that we know by now, or somebody else's. */
  function compare(theirs: Stored, sentOver: number) {
    const own = unheard.find(theirs.content)
    if (theirs.version > sentOver && theirs.version <= status.version)
      tell({ state: { kind: isDirty() ? 'unsaved' : 'saved' } })
    else if (own) accept(own, theirs)
    else tell({ state: { kind: 'conflict', theirs, base: stored } })
  }

  function accept(save: SentSave, { version, savedAt }: { version: number; savedAt: string }) {
    unheard.settle(save)
    tries = 0
    stored = save.content
    settled = save.screen
    keepCopy(isDirty() || held.size > 0 ? { version, base: stored, content: draft.get() } : null)
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

  function take(content: ReviewContent) {
    draft.set(content)
    unheard.add({ screen: draft.get(), content })
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
      await run(!isAsked, isLast)
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
    take,
    async recover({ version, base, content }, theirs) {
      if (isStopped()) return false
      take(content)
      if (version !== theirs.version) tell({ state: { kind: 'conflict', theirs, base, isRecovered: true } })
      await run(false)
      return isSettled()
    },
    setCopyProblem(copyProblem) {
      if (copyProblem === status.copyProblem) return
      tell({ copyProblem })
      if (copyProblem && isDirty() && !isStopped()) schedule()
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
