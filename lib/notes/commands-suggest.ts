import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { writersOf } from '#lib/notices/commands-people.ts'
import { loadForCommand, writeContent } from '#lib/reviews/commands.ts'
import { contentOf, ownedBy } from '#lib/reviews/working-copy.ts'
import { anchorAt, findAnchor, type Place } from './anchors.ts'
import { beside, hasRoom, type NoteOutcome } from './commands.ts'
import { anchorOf, columnsOf } from './commands-anchors.ts'
import { tell } from './commands-tell.ts'
import { linesOf, readable } from './lines.ts'
import type { Of } from './notes-schema.ts'
import { apart, compare, withEdits } from './suggestions.ts'

type Tx = Prisma.TransactionClient

/**
 * Suggests other words in the place of some. Those whose words are not in the text any more are not kept and named in `missed`; the others
 * are. Sent twice they are made once.
 */
export function suggestEdits(editor: Editor, reviewId: string, { edits }: Of<'suggest'>): Promise<NoteOutcome> {
  return beside(editor, reviewId, async (tx, review) => {
    if (!(await hasRoom(tx, reviewId, edits.length))) return { ok: false, code: 'too-many' }
    const lines = linesOf(contentOf(review).body)
    const placed = edits.flatMap(edit => {
      const place = findAnchor(lines, edit.anchor)
      return place ? [{ ...edit, anchor: anchorAt(lines, place) }] : []
    })
    if (placed.length === 0) return { ok: false, code: 'gone' }
    const { count } = await tx.note.createMany({
      data: placed.map(({ id, anchor, replacement }) => ({
        id,
        reviewId,
        kind: 'suggestion' as const,
        authorId: editor.id,
        replacement,
        ...columnsOf(anchor),
      })),
      skipDuplicates: true,
    })
    const key = `suggestion:${placed[0]?.id}`
    if (count > 0)
      await tell(tx, editor, reviewId, await writersOf(tx, review), { kind: 'suggestion', key, words: counted(count) })
    const missed = edits.filter(({ id }) => !placed.some(one => one.id === id)).map(({ id }) => id)
    return { ok: true, missed }
  })
}

/**
 * Makes suggestions edits: one save, whose note in the history says whose they were. Those whose words have changed, or that touch another of
 * them, stay open and are named in `missed`. Refused: not found, not allowed, stale, settled (all were, otherwise), gone (none has its words).
 */
export function acceptSuggestions(
  editor: Editor,
  reviewId: string,
  { ids, version }: Of<'accept'>,
): Promise<NoteOutcome> {
  return transact(async (tx): Promise<NoteOutcome> => {
    const loaded = await loadForCommand(tx, editor, 'review.edit', { id: reviewId, version })
    const notes = await tx.note.findMany({
      where: { id: { in: ids }, reviewId, kind: 'suggestion' },
      include: { author: { select: { name: true } } },
    })
    const areDone = notes.length > 0 && notes.every(({ state }) => state === 'accepted')
    if (!loaded.ok) {
      // A second press of the button comes after the save that the first one made.
      if (loaded.code === 'stale' && areDone) return { ok: true }
      return { ok: false, code: loaded.code === 'not-allowed' || loaded.code === 'stale' ? loaded.code : 'not-found' }
    }
    if (notes.length === 0) return { ok: false, code: 'not-found' }
    if (areDone) return { ok: true }
    const open = notes.filter(({ state }) => state === 'open')
    if (open.length === 0) return { ok: false, code: 'settled' }
    const content = contentOf(loaded.review)
    const lines = linesOf(content.body)
    const edits = apart(open.flatMap(note => placed(note, findAnchor(lines, anchorOf(note)))).toSorted(byPlace))
    const body = edits.length > 0 && withEdits(content.body, edits)
    if (!body) return { ok: false, code: 'gone' }
    const accepted = edits.map(({ note }) => note)
    await settle(tx, editor, accepted, 'accepted')
    await writeContent(tx, editor, reviewId, { ...content, body }, 'saved', { note: acceptedNote(accepted) })
    await answer(tx, editor, reviewId, accepted, 'accepted')
    return { ok: true, missed: open.filter(note => !accepted.includes(note)).map(({ id }) => id) }
  })
}

/** Declines suggestions, or takes one's own back. Refused: not found, not allowed (others' by somebody who may not edit the review), settled. */
export function rejectSuggestions(editor: Editor, reviewId: string, { ids }: Of<'reject'>): Promise<NoteOutcome> {
  return beside(editor, reviewId, async (tx, review) => {
    const notes = await tx.note.findMany({ where: { id: { in: ids }, reviewId, kind: 'suggestion' } })
    if (notes.length === 0) return { ok: false, code: 'not-found' }
    const isAllowed = can(editor, 'review.edit', ownedBy(review)) || notes.every(note => note.authorId === editor.id)
    if (!isAllowed) return { ok: false, code: 'not-allowed' }
    const open = notes.filter(({ state }) => state === 'open')
    if (open.length === 0) return notes.every(({ state }) => state === 'rejected') ? { ok: true } : settled
    await settle(tx, editor, open, 'rejected')
    await answer(tx, editor, reviewId, open, 'rejected')
    return { ok: true }
  })
}

const settled: NoteOutcome = { ok: false, code: 'settled' }

type Suggestion = Prisma.NoteGetPayload<object>

function placed<T extends Suggestion>(note: T, place: Place | null) {
  return place ? [{ note, place, replacement: note.replacement ?? '' }] : []
}

function byPlace(a: { place: Place }, b: { place: Place }): number {
  return compare(a.place, b.place)
}

async function settle(tx: Tx, editor: Editor, notes: Suggestion[], state: 'accepted' | 'rejected'): Promise<void> {
  await tx.note.updateMany({
    where: { id: { in: notes.map(({ id }) => id) } },
    data: { state, settledById: editor.id, settledAt: await now(tx) },
  })
}

/** Writes down what became of suggestions, and tells whose they were. */
async function answer(
  tx: Tx,
  editor: Editor,
  reviewId: string,
  notes: Suggestion[],
  state: 'accepted' | 'rejected',
): Promise<void> {
  const action = state === 'accepted' ? 'review.accept-suggestions' : 'review.reject-suggestions'
  await tx.auditEntry.create({
    data: { actorId: editor.id, action, subject: reviewId, detail: { suggestions: notes.length } },
  })
  for (const authorId of new Set(notes.flatMap(note => note.authorId ?? []))) {
    const theirs = notes.filter(note => note.authorId === authorId)
    const key = `${state}:${theirs[0]?.id}`
    await tell(tx, editor, reviewId, [authorId], {
      kind: 'suggestion-answer',
      key,
      words: `${counted(theirs.length)} ${state}`,
    })
  }
}

/** "Accepted from Ada Marlowe: “is lit” → “was lit”", at most 300 characters. */
function acceptedNote(notes: (Suggestion & { author: { name: string } | null })[]): string {
  const names = [...new Set(notes.map(({ author }) => author?.name ?? 'somebody who has left'))]
  const [first] = notes
  const words = notes.length === 1 && first ? changeWords(first.quote, first.replacement ?? '') : counted(notes.length)
  return `Accepted from ${names.join(', ')}: ${words}`.slice(0, 300)
}

function changeWords(from: string, to: string): string {
  const short = (words: string) => {
    const text = readable(words).trim()
    return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`
  }
  if (from === '') return `${short(to)} added`
  return to === '' ? `${short(from)} taken out` : `${short(from)} → ${short(to)}`
}

function counted(count: number): string {
  return count === 1 ? 'one suggestion' : `${count} suggestions`
}
