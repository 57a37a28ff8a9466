import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { writersOf } from '#lib/notices/commands-people.ts'
import { contentOf, ownedBy, type WorkingCopy, workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { anchorAt, findAnchor } from './anchors.ts'
import { anchorOf, columnsOf } from './commands-anchors.ts'
import { tell } from './commands-tell.ts'
import { listReaders } from './desk-queries.ts'
import { linesOf } from './lines.ts'
import { mentionedIn, mostOpenNotes } from './notes.ts'
import type { Of } from './notes-schema.ts'

type Tx = Prisma.TransactionClient

/**
 * Why something beside a text was refused. `gone`: the words that it is about are not in the text any more. `settled`: somebody has settled it
 * otherwise. `stale`: the text has been saved since the page saw it. `too-many`: there are `mostOpenNotes` open ones.
 */
export type NoteRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' | 'gone' | 'settled' | 'stale' | 'too-many' }
  | { ok: false; code: 'invalid'; problem: string }

/** `missed`: of several, those whose words were not in the text. */
export type NoteOutcome = { ok: true; missed?: string[] } | NoteRefusal

const done: NoteOutcome = { ok: true }

/** Begins a thread on words of the text, or on the whole review. Sent twice it is begun once. */
export function addComment(editor: Editor, reviewId: string, input: Of<'comment'>): Promise<NoteOutcome> {
  return beside(editor, reviewId, async (tx, review) => {
    const own = await tx.note.findUnique({ where: { id: input.id }, select: { reviewId: true, authorId: true } })
    if (own) return own.reviewId === reviewId && own.authorId === editor.id ? done : { ok: false, code: 'not-found' }
    if (!(await hasRoom(tx, reviewId, 1))) return { ok: false, code: 'too-many' }
    const lines = linesOf(contentOf(review).body)
    const place = input.anchor && findAnchor(lines, input.anchor)
    if (input.anchor && (!place || place.end === place.start)) return { ok: false, code: 'gone' }
    const anchor = place ? columnsOf(anchorAt(lines, place)) : {}
    await tx.note.create({ data: { id: input.id, reviewId, kind: 'comment', authorId: editor.id, ...anchor } })
    return say(tx, editor, review, input)
  })
}

/** Answers in a thread; a settled one is open again. */
export function replyToNote(editor: Editor, reviewId: string, input: Of<'reply'>): Promise<NoteOutcome> {
  return beside(editor, reviewId, async (tx, review) => {
    const note = await tx.note.findFirst({ where: { id: input.id, reviewId } })
    if (!note) return { ok: false, code: 'not-found' }
    if (note.state === 'resolved') await open(tx, review, note)
    return say(tx, editor, review, input)
  })
}

/** Changes the words of one's own message. */
export function editComment(editor: Editor, reviewId: string, input: Of<'edit'>): Promise<NoteOutcome> {
  return ownComment(editor, reviewId, input.commentId, async (tx, comment, review) => {
    if (comment.deletedAt) return { ok: false, code: 'settled' }
    if (comment.text === input.text) return done
    await tx.noteComment.update({ where: { id: comment.id }, data: { text: input.text, editedAt: await now(tx) } })
    await keepMentions(tx, editor, review, { id: comment.noteId, commentId: comment.id, text: input.text })
    return done
  })
}

/** Takes one's own message back. Where others have answered its place stays; a thread of nothing else goes with it. */
export function deleteComment(editor: Editor, reviewId: string, input: Of<'delete'>): Promise<NoteOutcome> {
  return ownComment(editor, reviewId, input.commentId, async (tx, comment) => {
    const others = await tx.noteComment.count({
      where: { noteId: comment.noteId, deletedAt: null, id: { not: comment.id } },
    })
    const note = await tx.note.findUniqueOrThrow({ where: { id: comment.noteId }, select: { kind: true } })
    if (others === 0 && note.kind === 'comment') await tx.note.delete({ where: { id: comment.noteId } })
    else {
      await tx.noteMention.deleteMany({ where: { commentId: comment.id } })
      await tx.noteComment.update({ where: { id: comment.id }, data: { text: '', deletedAt: await now(tx) } })
    }
    return done
  })
}

/** Says that a thread is done with. */
export function resolveNote(editor: Editor, reviewId: string, { id }: Of<'resolve'>): Promise<NoteOutcome> {
  return beside(editor, reviewId, async tx => {
    const note = await tx.note.findFirst({ where: { id, reviewId, kind: 'comment' } })
    if (!note) return { ok: false, code: 'not-found' }
    if (note.state !== 'resolved')
      await tx.note.update({
        where: { id },
        data: { state: 'resolved', settledById: editor.id, settledAt: await now(tx) },
      })
    return done
  })
}

/** Opens a thread again, or a suggestion that was rejected: its words are looked for where they stand now. */
export function reopenNote(editor: Editor, reviewId: string, { id }: Of<'reopen'>): Promise<NoteOutcome> {
  return beside(editor, reviewId, async (tx, review) => {
    const note = await tx.note.findFirst({ where: { id, reviewId } })
    if (!note) return { ok: false, code: 'not-found' }
    if (note.state === 'open') return done
    // The words of an accepted one are in the text: to have the old ones back is another suggestion.
    if (note.state === 'accepted') return { ok: false, code: 'settled' }
    await open(tx, review, note)
    return done
  })
}

/** One transaction on a review that this editor may write beside, its row locked: no save comes between. */
export function beside(
  editor: Editor,
  reviewId: string,
  work: (tx: Tx, review: WorkingCopy) => Promise<NoteOutcome>,
): Promise<NoteOutcome> {
  return transact(async (tx): Promise<NoteOutcome> => {
    await tx.$queryRaw`SELECT id FROM review WHERE id = ${reviewId}::uuid FOR UPDATE`
    const review = await tx.review.findUnique({ where: { id: reviewId }, include: workingCopyInclude })
    if (!review || review.trashedAt || !can(editor, 'review.read', ownedBy(review)))
      return { ok: false, code: 'not-found' }
    if (!can(editor, 'note.write', ownedBy(review))) return { ok: false, code: 'not-allowed' }
    return work(tx, review)
  })
}

/** Whether so many more may be open on a review. */
export async function hasRoom(tx: Tx, reviewId: string, more: number): Promise<boolean> {
  return (await tx.note.count({ where: { reviewId, state: 'open' } })) + more <= mostOpenNotes
}

type Comment = Prisma.NoteCommentGetPayload<object>

function ownComment(
  editor: Editor,
  reviewId: string,
  commentId: string,
  work: (tx: Tx, comment: Comment, review: WorkingCopy) => Promise<NoteOutcome>,
): Promise<NoteOutcome> {
  return beside(editor, reviewId, async (tx, review) => {
    const comment = await tx.noteComment.findFirst({ where: { id: commentId, note: { reviewId } } })
    if (!comment) return { ok: false, code: 'not-found' }
    return comment.authorId === editor.id ? work(tx, comment, review) : { ok: false, code: 'not-allowed' }
  })
}

async function open(tx: Tx, review: WorkingCopy, note: Prisma.NoteGetPayload<object>): Promise<void> {
  const lines = linesOf(contentOf(review).body)
  const anchor = anchorOf(note)
  const place = anchor.place || anchor.quote ? findAnchor(lines, anchor) : null
  const found = place ? anchorAt(lines, place) : { ...anchor, place: null }
  await tx.note.update({
    where: { id: note.id },
    data: { state: 'open', settledById: null, settledAt: null, ...columnsOf(found) },
  })
}

interface Message {
  /** Of the note. */
  id: string
  commentId: string
  text: string
}

async function say(
  tx: Tx,
  editor: Editor,
  review: WorkingCopy,
  { id, commentId, text }: Message,
): Promise<NoteOutcome> {
  const data = { id: commentId, noteId: id, text, authorId: editor.id }
  const { count } = await tx.noteComment.createMany({ data: [data], skipDuplicates: true })
  if (count === 0) {
    const own = await tx.noteComment.findFirst({ where: { id: commentId, noteId: id, authorId: editor.id } })
    return own ? done : { ok: false, code: 'not-found' }
  }
  const mentioned = await keepMentions(tx, editor, review, { id, commentId, text })
  const thread = await tx.noteComment.findMany({ where: { noteId: id }, select: { authorId: true } })
  const talking = [...(await writersOf(tx, review)), ...thread.flatMap(({ authorId }) => authorId ?? [])]
  await tell(
    tx,
    editor,
    review.id,
    // Whoever is named hears that.
    talking.filter(userId => !mentioned.includes(userId)),
    { kind: 'comment', key: `comment:${commentId}` },
  )
  return done
}

/** Keeps who is named in a message, tells those who were not before, and returns them all. Only whoever may read the review can be. */
async function keepMentions(tx: Tx, editor: Editor, review: WorkingCopy, message: Message): Promise<string[]> {
  const { commentId, text } = message
  const named = text.includes('@') ? mentionedIn(text, await listReaders(tx, ownedBy(review))) : []
  const ids = [...new Set(named.map(({ id }) => id))]
  await tx.noteMention.deleteMany({ where: { commentId, userId: { notIn: ids } } })
  await tx.noteMention.createMany({ data: ids.map(userId => ({ commentId, userId })), skipDuplicates: true })
  await tell(tx, editor, review.id, ids, { kind: 'mention', key: `mention:${commentId}` })
  return ids
}
