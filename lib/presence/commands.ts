import type { Editor } from '#lib/auth/editor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { presenceReview, viewerOf, windowsOf } from './desk-queries.ts'
import {
  holderOf,
  isHere,
  nextToWrite,
  type Presence,
  patience,
  presenceFor,
  takeOverBy,
  type Viewer,
  type WindowFacts,
} from './presence.ts'
import type { PresenceRefusal } from './presence-schema.ts'

type Tx = Prisma.TransactionClient

/**
 * Every command is about one window of one editor in one review, and answers with what that window is to know then. `not-found`: no such
 * review for this editor, or no such window of theirs; what somebody else's window is called helps nobody.
 */
export type PresenceOutcome = { ok: true; presence: Presence } | { ok: false; code: PresenceRefusal }

export interface FromWindow {
  reviewId: string
  window: string
}

/** Opens a window on a review. It gets the pen when it wants it, may write, and nobody else has it. */
export function enterReview(editor: Editor, input: FromWindow & { wantsPen: boolean }): Promise<PresenceOutcome> {
  return inReview(editor, input, at => enter(at, input.wantsPen))
}

/** Says that a window is still there, and whether something was written in it. One whose row was lost is entered anew. */
export function keepPresence(
  editor: Editor,
  input: FromWindow & { wrote: boolean; hadPen: boolean },
): Promise<PresenceOutcome> {
  return inReview(editor, input, async at => {
    if (!at.own) return enter(at, input.hadPen)
    const wasGone = !isHere(at.own, at.now)
    await update(at, at.own.id, { seenAt: at.now, ...(input.wrote && { wroteAt: at.now }) })
    // Whoever was away and comes back is news; one beat after the other is none.
    if (wasGone) await tell(at)
    return null
  })
}

/** Closes a window. Its pen goes to whoever has waited longest. Closing what is closed is no mistake. */
export function leaveReview(editor: Editor, input: FromWindow): Promise<PresenceOutcome> {
  return inReview(editor, input, async at => {
    if (!at.own) return null
    await at.tx.editingWindow.delete({ where: { id: at.own.id } })
    const next = at.own.holdsPen ? nextToWrite(without(at.windows, at.own), at.now) : null
    if (next) await handOver(at, next)
    await tell(at)
    return null
  })
}

/** Asks for the pen; it comes at once when it lies there. */
export function askForPen(editor: Editor, input: FromWindow): Promise<PresenceOutcome> {
  return inReview(editor, input, async at => {
    if (!at.own) return 'not-found'
    if (!at.viewer.mayEdit) return 'not-allowed'
    if (at.own.holdsPen || at.own.askedAt) return null
    if (holderOf(at.windows, at.now)) await update(at, at.own.id, { askedAt: at.now, declinedAt: null, takenBy: null })
    else await handOver(at, at.own)
    await tell(at)
    return null
  })
}

/** Gives the pen to a window that is there and may write; its own last words have to be saved before. */
export function givePen(editor: Editor, input: FromWindow & { to: string }): Promise<PresenceOutcome> {
  return inReview(editor, input, async at => {
    const to = at.windows.find(({ id }) => id === input.to)
    if (!at.own || !to) return 'not-found'
    if (!at.own.holdsPen) return 'no-pen'
    // Only who may write can have asked.
    if (!to.askedAt || !isHere(to, at.now)) return 'not-found'
    await handOver(at, to)
    await tell(at)
    return null
  })
}

/** Answers "not now" to a window that asks. */
export function declinePen(editor: Editor, input: FromWindow & { to: string }): Promise<PresenceOutcome> {
  return inReview(editor, input, async at => {
    const to = at.windows.find(({ id }) => id === input.to)
    if (!at.own || !to) return 'not-found'
    if (!at.own.holdsPen) return 'no-pen'
    if (to.askedAt) await update(at, to.id, { askedAt: null, declinedAt: at.now })
    await tell(at)
    return null
  })
}

/**
 * Takes the pen without being given it: at once when nobody writes (or the window that did is gone or idle, or one's own, or has not answered
 * for 30 s); editors and owners at any time, with a word that the other one is shown. Refused as `not-yet` or `word-needed`. The window that
 * had the pen is told by whom it was taken, and has three seconds for its last words.
 */
export function takeOver(editor: Editor, input: FromWindow & { word: string }): Promise<PresenceOutcome> {
  return inReview(editor, input, async at => {
    if (!at.own) return 'not-found'
    if (!at.viewer.mayEdit) return 'not-allowed'
    if (at.own.holdsPen) return null
    const right = takeOverBy(at.viewer, at.windows, at.now)
    if (right === 'no') return 'not-yet'
    if (right === 'with-word' && input.word === '') return 'word-needed'
    await handOver(at, at.own, { by: editor.name, word: input.word })
    // Of what was interrupted there is a trace; picking up what lies there needs none.
    if (right === 'with-word')
      await at.tx.auditEntry.create({
        data: { actorId: editor.id, action: 'review.take-over', subject: input.reviewId },
      })
    await tell(at)
    return null
  })
}

/** The window that the pen was taken from has saved its last words: whoever has it need not wait any longer. */
export function settlePen(editor: Editor, input: FromWindow): Promise<PresenceOutcome> {
  return inReview(editor, input, async at => {
    if (!at.own) return 'not-found'
    const holder = holderOf(at.windows, at.now)
    if (!at.own.takenBy || !holder?.settlesAt) return null
    await update(at, holder.id, { settlesAt: null })
    await tell(at)
    return null
  })
}

/** What a command knows when it begins: one at a time for each review. */
interface At {
  tx: Tx
  editor: Editor
  input: FromWindow
  viewer: Viewer
  windows: WindowFacts[]
  /** The window that asks, while it is this editor's. */
  own: WindowFacts | null
  now: Date
}

/** In milliseconds: many windows of one review follow each other, each on a connection of its own. */
const patient = { maxWait: 8_000, timeout: 12_000 }

function inReview(
  editor: Editor,
  input: FromWindow,
  work: (at: At) => Promise<PresenceRefusal | null>,
): Promise<PresenceOutcome> {
  const { reviewId, window } = input
  return transact(async (tx): Promise<PresenceOutcome> => {
    const review = await presenceReview(tx, editor, reviewId)
    if (!review) return { ok: false, code: 'not-found' }
    // A lock of its own: presence never waits for a save, nor a save for presence.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('presence'), hashtext(${reviewId}))`
    const at = await now(tx)
    const windows = await windowsOf(tx, reviewId)
    const viewer = viewerOf(editor, review, window)
    const own = windows.find(({ id, userId }) => id === window && userId === editor.id) ?? null
    const refusal = await work({ tx, editor, input, viewer, windows, own, now: at })
    if (refusal) return { ok: false, code: refusal }
    return { ok: true, presence: presenceFor(viewer, review.version, await windowsOf(tx, reviewId), at) }
  }, patient)
}

const forgotten = 24 * 60 * 60_000

async function enter(at: At, wantsPen: boolean): Promise<PresenceRefusal | null> {
  const { tx, editor, input, now: openedAt } = at
  await tx.editingWindow.deleteMany({ where: { seenAt: { lt: new Date(openedAt.getTime() - forgotten) } } })
  if (at.own) await update(at, at.own.id, { seenAt: openedAt })
  else {
    const { count } = await tx.editingWindow.createMany({
      data: [
        {
          id: input.window,
          reviewId: input.reviewId,
          userId: editor.id,
          openedAt,
          seenAt: openedAt,
          wroteAt: openedAt,
        },
      ],
      // The name of a window that is somebody else's, or in another review.
      skipDuplicates: true,
    })
    if (count === 0) return 'not-found'
  }
  const takesPen = wantsPen && at.viewer.mayEdit && !at.own?.holdsPen && !holderOf(at.windows, openedAt)
  if (takesPen) await handOver(at, { id: input.window })
  await tell(at)
  return null
}

/** Puts the pen into the hand of a window. `taken` is said to the window that has it now. */
async function handOver(
  at: At,
  to: Pick<WindowFacts, 'id'>,
  taken: { by: string; word: string } | null = null,
): Promise<void> {
  const before = at.windows.find(({ holdsPen }) => holdsPen)
  // First the old, then the new: one pen for a review is what the database holds.
  if (before)
    await at.tx.editingWindow.updateMany({
      where: { id: before.id },
      data: { holdsPen: false, settlesAt: null, ...(taken && { takenBy: taken.by, takenWord: taken.word }) },
    })
  const waits = taken !== null && before !== undefined && isHere(before, at.now)
  await update(at, to.id, {
    holdsPen: true,
    settlesAt: waits ? new Date(at.now.getTime() + patience.lastWords) : null,
    wroteAt: at.now,
    askedAt: null,
    declinedAt: null,
    takenBy: null,
    takenWord: '',
  })
}

async function update({ tx }: At, id: string, data: Prisma.EditingWindowUncheckedUpdateInput): Promise<void> {
  await tx.editingWindow.update({ where: { id }, data })
}

async function tell({ tx, input }: At): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('editing_window', ${input.reviewId})`
}

function without(windows: WindowFacts[], gone: WindowFacts): WindowFacts[] {
  return windows.filter(({ id }) => id !== gone.id)
}
