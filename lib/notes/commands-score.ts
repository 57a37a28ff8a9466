import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { isOnScale, ratingSentence } from '#lib/ratings/ratings.ts'
import { toScale } from '#lib/ratings/stored.ts'
import { loadForCommand, writeContent } from '#lib/reviews/commands.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { contentOf, ownedBy, type WorkingCopy } from '#lib/reviews/working-copy.ts'
import { beside, type NoteOutcome, type NoteRefusal } from './commands.ts'
import { answersForScore, sameRating, scoreCritics } from './commands-score-rule.ts'
import { tell } from './commands-tell.ts'
import { noteVerbSchema, type Of } from './notes-schema.ts'

type Tx = Prisma.TransactionClient
type Score = ReviewContent['rating']

/**
 * Proposes another score to the critic whose it is; the one that waited before is taken back by it. The same one again changes nothing.
 * Refused: not found, not allowed (they may not edit the review), invalid (it needs nobody's agreement, is the same, or is not on its scale).
 */
export function proposeScore(editor: Editor, reviewId: string, { to, why }: Of<'propose-score'>): Promise<NoteOutcome> {
  return beside(editor, reviewId, async (tx, review): Promise<NoteOutcome> => {
    const content = contentOf(review)
    if (!can(editor, 'review.edit', ownedBy(review))) return { ok: false, code: 'not-allowed' }
    const asked = answersForScore(editor, content.criticIds, await scoreCritics(tx, content.criticIds))
    if (asked.length === 0) return invalid('This score needs nobody’s agreement: change it.')
    if (sameRating(content.rating, to)) return invalid('This is the score that it has.')
    const [fromText, toText] = [await scoreText(tx, content.rating), await scoreText(tx, to)]
    if (toText === null) return invalid('There is no such score. Choose it again.')
    const before = await tx.scoreProposal.findFirst({ where: { reviewId, state: 'open' } })
    if (before && sameRating(before.to, to) && before.byId === editor.id) return { ok: true }
    if (before) await close(tx, editor, before.id, 'withdrawn', '')
    const { id } = await tx.scoreProposal.create({
      data: {
        reviewId,
        ...(content.rating && { from: content.rating }),
        ...(to && { to }),
        fromText: fromText ?? 'no score',
        toText,
        why,
        byId: editor.id,
      },
    })
    await audit(tx, editor, 'review.propose-score', reviewId, { from: fromText, to: toText })
    await tell(
      tx,
      editor,
      reviewId,
      asked.map(({ userId }) => userId),
      { kind: 'score-proposal', key: `score:${id}`, words: why },
    )
    return { ok: true }
  })
}

/**
 * The critic agrees, and the score is theirs from then on, or keeps the one that stands; whoever proposed it can take it back. Refused: not
 * found, not allowed (to agree is for a critic of the byline, whatever somebody's role), stale, settled, invalid.
 */
export function answerScore(editor: Editor, reviewId: string, input: Of<'answer-score'>): Promise<NoteOutcome> {
  return transact(async (tx): Promise<NoteOutcome> => {
    const loaded = await loadForCommand(tx, editor, 'note.write', { id: reviewId, version: input.version })
    if (!loaded.ok && loaded.code !== 'stale')
      return { ok: false, code: loaded.code === 'not-allowed' ? 'not-allowed' : 'not-found' }
    const proposal = await tx.scoreProposal.findFirst({ where: { id: input.id, reviewId }, include: { by: true } })
    if (!proposal) return { ok: false, code: 'not-found' }
    const criticIds = loaded.ok ? contentOf(loaded.review).criticIds : loaded.current.content.criticIds
    const refusal = refusalOf(editor, proposal, input, await scoreCritics(tx, criticIds))
    if (refusal) return refusal
    if (proposal.state !== 'open') return { ok: true }
    if (!loaded.ok) return { ok: false, code: 'stale' }
    if (input.answer === 'accepted') {
      const problem = await putScore(tx, editor, loaded.review, proposal)
      if (problem) return problem
    }
    await close(tx, editor, proposal.id, input.answer, input.words)
    const { fromText: from, toText: to, by } = proposal
    await audit(tx, editor, actions[input.answer], reviewId, { from, to, ...(by && { proposedBy: by.name }) })
    const words = `${input.answer === 'accepted' ? 'Agreed' : 'Not agreed'}${input.words && `: ${input.words}`}`
    if (proposal.byId)
      await tell(tx, editor, reviewId, [proposal.byId], { kind: 'score-answer', key: `score:${proposal.id}`, words })
    return { ok: true }
  })
}

const actions = {
  accepted: 'review.accept-score',
  refused: 'review.refuse-score',
  withdrawn: 'review.withdraw-score',
} as const

type Proposal = Prisma.ScoreProposalGetPayload<{ include: { by: true } }>

function refusalOf(
  editor: Editor,
  proposal: Proposal,
  { answer }: Of<'answer-score'>,
  critics: { userId: string }[],
): NoteRefusal | null {
  const mayAnswer = critics.some(({ userId }) => userId === editor.id)
  const isAllowed = answer === 'withdrawn' ? proposal.byId === editor.id : mayAnswer
  if (!isAllowed) return { ok: false, code: 'not-allowed' }
  // Answered the same already: a second press of the button.
  return proposal.state === 'open' || proposal.state === answer ? null : { ok: false, code: 'settled' }
}

async function putScore(tx: Tx, editor: Editor, review: WorkingCopy, proposal: Proposal): Promise<NoteRefusal | null> {
  const parsed = noteVerbSchema.safeParse({ verb: 'propose-score', to: proposal.to, why: '' })
  const to = parsed.success && parsed.data.verb === 'propose-score' ? parsed.data.to : undefined
  const isKnown = to !== undefined && (await scoreText(tx, to)) !== null
  if (!isKnown) return invalid('There is no such score on its scale any more. Take no notice of it, or give your own.')
  const content = contentOf(review)
  if (sameRating(content.rating, to)) return null
  const note = `Score ${proposal.fromText} → ${proposal.toText}: proposed by ${proposal.by?.name ?? 'somebody who has left'}, agreed by ${editor.name}`
  await writeContent(tx, editor, review.id, { ...content, rating: to }, 'saved', { note: note.slice(0, 300) })
  return null
}

async function close(
  tx: Tx,
  editor: Editor,
  id: string,
  state: 'accepted' | 'refused' | 'withdrawn',
  answer: string,
): Promise<void> {
  await tx.scoreProposal.update({
    where: { id },
    data: { state, answer, answeredById: editor.id, answeredAt: await now(tx) },
  })
}

/** A score in words; null when its scale has no such score. */
async function scoreText(tx: Tx, score: Score): Promise<string | null> {
  if (!score) return 'no score'
  const row = await tx.ratingScaleVersion.findUnique({
    where: { id: score.scaleVersionId },
    include: { scale: true },
  })
  if (!row) return null
  const { scale, unit } = toScale(row)
  return isOnScale(score.value, scale) ? ratingSentence({ scale, unit: score.unit ?? unit, value: score.value }) : null
}

async function audit(tx: Tx, editor: Editor, action: string, subject: string, detail: object): Promise<void> {
  await tx.auditEntry.create({ data: { actorId: editor.id, action, subject, detail: { ...detail } } })
}

function invalid(problem: string): NoteRefusal {
  return { ok: false, code: 'invalid', problem }
}
