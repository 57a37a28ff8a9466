import type { Editor } from '#lib/auth/editor.ts'
import { can, type Owned, policy, type Role, roles } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { readableReview } from '#lib/reviews/desk-queries-review.ts'
import { ownedBy } from '#lib/reviews/working-copy.ts'
import { answersForScore, scoreCritics } from './commands-score-rule.ts'
import {
  type DeskComment,
  type DeskNote,
  type DeskNotes,
  type DeskProposal,
  inReadingOrder,
  messageParts,
  type NotePerson,
  scoreCorrection,
} from './notes.ts'

type Reader = Pick<Prisma.TransactionClient, 'user' | 'critic'>

/** Everything beside the text of a review, the open and the settled; null when the review is not there for this editor. */
export async function getNotes(editor: Editor, reviewId: string): Promise<DeskNotes | null> {
  const review = await readableReview(editor, reviewId)
  if (!review) return null
  const owned = ownedBy(review)
  const [notes, people, critics, proposal] = await Promise.all([
    listNotes(editor, reviewId),
    listReaders(db(), owned),
    scoreCritics(db(), owned.criticIds),
    db().scoreProposal.findFirst({ where: { reviewId }, orderBy: { at: 'desc' }, include: proposalInclude }),
  ])
  return {
    notes: inReadingOrder(notes),
    people,
    may: {
      write: can(editor, 'note.write', owned),
      settle: can(editor, 'review.edit', owned),
      answer: critics.some(({ userId }) => userId === editor.id),
    },
    scoreOf: answersForScore(editor, owned.criticIds, critics).map(({ name }) => name),
    proposal: proposal && toProposal(editor, proposal),
  }
}

/** What became of the notes on a review, and of scores that were proposed, newest first; null when it is not there for this editor. */
export async function getSettledNotes(
  editor: Editor,
  reviewId: string,
): Promise<{ notes: DeskNote[]; proposals: DeskProposal[] } | null> {
  if (!(await readableReview(editor, reviewId))) return null
  const [notes, proposals] = await Promise.all([
    listNotes(editor, reviewId),
    db().scoreProposal.findMany({ where: { reviewId }, orderBy: { at: 'desc' }, include: proposalInclude }),
  ])
  return {
    notes: notes.toSorted((a, b) => ((a.settledAt ?? a.at) < (b.settledAt ?? b.at) ? 1 : -1)),
    proposals: proposals.map(row => toProposal(editor, row)),
  }
}

/** What a correction could say of a score that the critic agreed to change; null when they did not, or it is not there for this editor. */
export async function getScoreCorrection(editor: Editor, reviewId: string, proposalId: string): Promise<string | null> {
  if (!(await readableReview(editor, reviewId))) return null
  const row = await db().scoreProposal.findFirst({ where: { id: proposalId, reviewId, state: 'accepted' } })
  return row && scoreCorrection(row.fromText, row.toText)
}

/** Whoever may read a review and can sign in: who can be named in a message on it. */
export async function listReaders(tx: Reader, owned: Owned): Promise<NotePerson[]> {
  const all = roles.filter(role => policy['review.read'][role] === 'any')
  const own = roles.filter((role: Role) => policy['review.read'][role] === 'own')
  return tx.user.findMany({
    where: {
      disabledAt: null,
      OR: [
        { role: { in: all } },
        {
          role: { in: own },
          OR: [
            { id: { in: [owned.createdById, owned.assigneeId].flatMap(id => id ?? []) } },
            { critic: { id: { in: owned.criticIds } } },
          ],
        },
      ],
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}

const person = { select: { id: true, name: true } } as const
const noteInclude = {
  author: person,
  settledBy: { select: { name: true } },
  comments: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { author: person, mentions: { include: { user: person } } },
  },
} satisfies Prisma.NoteInclude
const proposalInclude = {
  by: person,
  answeredBy: { select: { name: true } },
} satisfies Prisma.ScoreProposalInclude

async function listNotes(editor: Editor, reviewId: string): Promise<DeskNote[]> {
  const rows = await db().note.findMany({ where: { reviewId }, orderBy: { createdAt: 'asc' }, include: noteInclude })
  return rows.map(row => toNote(editor, row))
}

function toNote(editor: Editor, row: Prisma.NoteGetPayload<{ include: typeof noteInclude }>): DeskNote {
  const { block, start, end, id, kind, state, quote, prefix, suffix, replacement, author } = row
  return {
    id,
    kind,
    state,
    place: block === null || start === null || end === null ? null : { block, start, end },
    quote,
    prefix,
    suffix,
    replacement,
    author,
    isOwn: row.authorId === editor.id,
    at: row.createdAt.toISOString(),
    settledBy: row.settledBy?.name ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    comments: row.comments.map(comment => toComment(editor, comment)),
  }
}

function toComment(
  editor: Editor,
  row: Prisma.NoteGetPayload<{ include: typeof noteInclude }>['comments'][number],
): DeskComment {
  const mentions = row.mentions.map(({ user }) => user)
  return {
    id: row.id,
    author: row.author,
    isOwn: row.authorId === editor.id,
    text: row.text,
    at: row.createdAt.toISOString(),
    isEdited: row.editedAt !== null,
    // Somebody may be called otherwise by now: then the name in the text is only words.
    mentions: mentions.filter(one => messageParts(row.text, [one]).some(part => part.person)),
  }
}

function toProposal(
  editor: Editor,
  row: Prisma.ScoreProposalGetPayload<{ include: typeof proposalInclude }>,
): DeskProposal {
  return {
    id: row.id,
    state: row.state,
    from: row.fromText,
    to: row.toText,
    why: row.why,
    by: row.by?.name ?? null,
    isOwn: row.byId === editor.id,
    at: row.at.toISOString(),
    answeredBy: row.answeredBy?.name ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answer: row.answer,
  }
}
