import type { Prisma } from '#lib/db/generated/client.ts'
import { checkProse, type Prose } from '#lib/prose/prose.ts'
import { type Anchor, moveAnchors, type Place } from './anchors.ts'
import { linesOf } from './lines.ts'

type Tx = Prisma.TransactionClient

/**
 * Moves what is open beside a text along with it, before `body` takes the place of what is stored. Every way of writing a text comes by here
 * (saving, restoring, merging, discarding, accepting a suggestion), so no page has to be believed about places. Takes it that the row is locked.
 */
export async function moveNotes(tx: Tx, reviewId: string, body: Prose): Promise<void> {
  const notes = await tx.note.findMany({
    where: { reviewId, state: 'open', NOT: { block: null, quote: '', kind: 'comment' } },
  })
  if (notes.length === 0) return
  const stored = await tx.review.findUnique({ where: { id: reviewId }, select: { body: true } })
  const checked = checkProse(stored?.body)
  const [before, after] = [checked.ok ? linesOf(checked.prose) : [], linesOf(body)]
  if (before.join('\n') === after.join('\n') && before.length === after.length) return
  const anchors = notes.map(note => ({ ...note, ...anchorOf(note), isExact: note.kind === 'suggestion' }))
  for (const [index, moved] of moveAnchors(before, after, anchors).entries()) {
    const note = notes[index]
    if (note && !isSame(note, moved)) await tx.note.update({ where: { id: note.id }, data: columnsOf(moved) })
  }
}

interface Stored extends Omit<Anchor, 'place'> {
  block: number | null
  start: number | null
  end: number | null
}

/** The anchor that a row of Note holds. */
export function anchorOf({ block, start, end, quote, prefix, suffix }: Stored): Anchor {
  return { place: placeOf(block, start, end), quote, prefix, suffix }
}

/** The columns that an anchor fills. */
export function columnsOf({ place, quote, prefix, suffix }: Anchor): Stored {
  return { block: place?.block ?? null, start: place?.start ?? null, end: place?.end ?? null, quote, prefix, suffix }
}

function placeOf(block: number | null, start: number | null, end: number | null): Place | null {
  return block === null || start === null || end === null ? null : { block, start, end }
}

function isSame(note: Stored, moved: Anchor): boolean {
  const next = columnsOf(moved)
  return (
    note.block === next.block &&
    note.start === next.start &&
    note.end === next.end &&
    note.quote === next.quote &&
    note.prefix === next.prefix &&
    note.suffix === next.suffix
  )
}
