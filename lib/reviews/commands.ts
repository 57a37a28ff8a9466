import { randomBytes } from 'node:crypto'
import type { Editor } from '#lib/auth/editor.ts'
import { can, type Verb } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { moveNotes } from '#lib/notes/commands-anchors.ts'
import { emptyProse } from '#lib/prose/prose.ts'
import {
  contentProblem,
  type Invalid,
  mayChangeByline,
  otherScoreProblem,
  refusalOfConstraint,
} from './commands-problems.ts'
import { sameContent } from './compare.ts'
import { type ReviewContent, reviewContentSchema } from './reviews-schema.ts'
import { type RevisionReason, replacesLast, sittingPause } from './revisions.ts'
import { columnsOf, contentOf, ownedBy, type WorkingCopy, workingCopyInclude } from './working-copy.ts'

type Tx = Prisma.TransactionClient

/** Why a command on a review was refused. `stale` carries what is stored now, so that nobody's text is lost. */
export type Refusal =
  | { ok: false; code: 'not-found' }
  | { ok: false; code: 'not-allowed' }
  | {
      ok: false
      code: 'stale'
      current: { version: number; content: ReviewContent; savedBy: string | null; savedAt: string }
    }
  | Invalid

export type Saved = { ok: true; version: number; savedAt: string }

/** Begins a review: an empty working copy with the editor's own byline, on the given work when there is one. Returns its id. */
export async function createReview(
  editor: Editor,
  input: {
    workId?: string | null
    sectionId?: string | null
    pitched?: { title: string; pitch: string; stepId: string }
  } = {},
): Promise<{ ok: true; id: string } | Refusal> {
  if (!can(editor, 'review.create')) return { ok: false, code: 'not-allowed' }
  return db().$transaction(async tx => {
    const review = await tx.review.create({
      data: {
        slug: `draft-${randomBytes(6).toString('hex')}`,
        body: JSON.parse(JSON.stringify(emptyProse)),
        workId: input.workId ?? null,
        sectionId: input.sectionId ?? null,
        ...input.pitched,
        createdById: editor.id,
        critics: editor.criticId ? { create: { criticId: editor.criticId, position: 1 } } : {},
      },
      include: workingCopyInclude,
    })
    await keepRevision(tx, editor, review, 'created')
    if (input.pitched)
      await tx.auditEntry.create({ data: { actorId: editor.id, action: 'review.pitch', subject: review.id } })
    return { ok: true, id: review.id }
  })
}

/**
 * Saves the whole content of a review over the version that it was made from. Of several saves of one version, one wins and the
 * others are refused as stale with what is stored. A save that changes nothing keeps the version; so does one that is sent again because
 * its answer was lost, whichever version it names. An autosave may take the place of the revision before it (see `replacesLast`).
 */
export async function saveReview(
  editor: Editor,
  input: { id: string; version: number; content: ReviewContent; autosave?: boolean },
): Promise<Saved | Refusal> {
  try {
    return await db().$transaction(async tx => {
      const loaded = await loadForCommand(tx, editor, 'review.edit', input)
      if (!loaded.ok) return savedAlready(loaded, input.content) ?? loaded
      const { review } = loaded
      if (sameContent(contentOf(review), input.content))
        return { ok: true, version: review.version, savedAt: review.updatedAt.toISOString() }
      const invalid = await contentProblem(tx, editor, review, input.content)
      if (invalid) return invalid
      if (input.autosave) await makeRoomForAutosave(tx, editor, review.id, input.content)
      return writeContent(tx, editor, review.id, input.content, 'saved')
    })
  } catch (error) {
    return refusalOfConstraint(error)
  }
}

/** A save over an older version, with nothing in it that is not stored: nobody's text is in the way of anybody's. */
function savedAlready(refusal: Refusal, content: ReviewContent): Saved | null {
  if (refusal.code !== 'stale' || !sameContent(refusal.current.content, content)) return null
  const { version, savedAt } = refusal.current
  return { ok: true, version, savedAt }
}

/**
 * Puts the content of an earlier revision back, as a new version, with a reason when there is one; what is live stays as it is. Refused as
 * saving is: when something that the revision names is gone, nothing is restored, and it is said what.
 */
export async function restoreRevision(
  editor: Editor,
  input: { id: string; version: number; revisionId: string; note?: string },
): Promise<Saved | Refusal> {
  try {
    return await db().$transaction(async tx => {
      const loaded = await loadForCommand(tx, editor, 'review.edit', input)
      if (!loaded.ok) return loaded
      const revision = await tx.revision.findFirst({ where: { id: input.revisionId, reviewId: input.id } })
      const content = reviewContentSchema.safeParse(revision?.content)
      if (!content.success) return { ok: false, code: 'not-found' }
      const { slug, criticIds, rating } = contentOf(loaded.review)
      // The address is not turned back: it may be live, and belongs to the review rather than to its text. Nor are the byline and the score by
      // somebody who may not change them.
      const kept = mayChangeByline(editor) ? { slug } : { slug, criticIds }
      const turned = { ...content.data, ...kept }
      const isScoreKept = (await otherScoreProblem(tx, editor, loaded.review, turned)) !== null
      const restored = isScoreKept ? { ...turned, rating } : turned
      const invalid = await contentProblem(tx, editor, loaded.review, restored)
      if (invalid) return invalid
      return writeContent(tx, editor, input.id, restored, 'restored', { note: input.note })
    })
  } catch (error) {
    return refusalOfConstraint(error)
  }
}

/**
 * The beginning of every command: locks the row, then asks whether it is there for this editor, whether they may, and whether it
 * is the version that they saw: what is not about the text names none. What somebody may not read is not found.
 */
export async function loadForCommand(
  tx: Tx,
  editor: Editor,
  verb: Verb,
  { id, version }: { id: string; version?: number },
): Promise<{ ok: true; review: WorkingCopy } | Refusal> {
  await tx.$queryRaw`SELECT id FROM review WHERE id = ${id}::uuid FOR UPDATE`
  const review = await tx.review.findUnique({ where: { id }, include: workingCopyInclude })
  if (!review || review.trashedAt || !can(editor, 'review.read', ownedBy(review)))
    return { ok: false, code: 'not-found' }
  if (!can(editor, verb, ownedBy(review))) return { ok: false, code: 'not-allowed' }
  if (version !== undefined && review.version !== version)
    return { ok: false, code: 'stale', current: await currentOf(tx, review) }
  return { ok: true, review }
}

/** Keeps what the working copy is now, with who and why; `words` are its name and a note. */
export async function keepRevision(
  tx: Tx,
  editor: Pick<Editor, 'id'> | null,
  review: WorkingCopy,
  reason: RevisionReason,
  words: { name?: string; note?: string } = {},
): Promise<void> {
  const content = JSON.parse(JSON.stringify(contentOf(review)))
  await tx.revision.createMany({
    data: [{ ...words, reviewId: review.id, version: review.version, reason, content, authorId: editor?.id ?? null }],
    // The same version can be published, retracted and published again: its revision is there already.
    skipDuplicates: true,
  })
}

/** Writes a content as the next version of a review, with its revision. Takes it that the row is locked. */
export async function writeContent(
  tx: Tx,
  editor: Pick<Editor, 'id'> | null,
  id: string,
  content: ReviewContent,
  reason: RevisionReason,
  words: { name?: string; note?: string } = {},
): Promise<Saved> {
  await moveNotes(tx, id, content.body)
  const review = await tx.review.update({
    where: { id },
    data: {
      ...columnsOf(content),
      workId: await survivorOf(tx, content.workId),
      version: { increment: 1 },
      critics: {
        deleteMany: {},
        create: content.criticIds.map((criticId, index) => ({ criticId, position: index + 1 })),
      },
      topics: { deleteMany: {}, create: content.topicIds.map(topicId => ({ topicId })) },
    },
    include: workingCopyInclude,
  })
  await keepRevision(tx, editor, review, reason, words)
  return { ok: true, version: review.version, savedAt: review.updatedAt.toISOString() }
}

/** Whoever has had the review open since before two works were merged still names the one that is gone. */
async function survivorOf(tx: Tx, workId: string | null): Promise<string | null> {
  const work = workId && (await tx.work.findUnique({ where: { id: workId }, select: { mergedIntoId: true } }))
  return work ? (work.mergedIntoId ?? workId) : workId
}

/** Removes the last revision when the autosave that is about to be written takes its place. */
async function makeRoomForAutosave(tx: Tx, editor: Editor, reviewId: string, content: ReviewContent): Promise<void> {
  type Recent = {
    id: string
    reason: RevisionReason
    authorId: string | null
    at: Date
    size: number
    name: string
    now: Date
    nextSize: number
  }
  // The new text is measured as the old ones are: jsonb is written with spaces.
  const recent = await tx.$queryRaw<Recent[]>`
    SELECT id, reason, author_id AS "authorId", created_at AS at, length(content::text) AS size, name || note AS name,
      now(), length(${JSON.stringify(content)}::jsonb::text) AS "nextSize" FROM revision
    WHERE review_id = ${reviewId}::uuid AND created_at > now() - make_interval(secs => ${sittingPause / 1000})
    ORDER BY version DESC, created_at DESC LIMIT 2`
  const [last, before] = recent
  if (last && replacesLast({ authorId: editor.id, at: last.now, size: last.nextSize }, last, before))
    await tx.revision.delete({ where: { id: last.id } })
}

async function currentOf(tx: Tx, review: WorkingCopy) {
  const last = await tx.revision.findFirst({
    where: { reviewId: review.id },
    orderBy: [{ version: 'desc' }, { createdAt: 'desc' }],
    select: { author: { select: { name: true } } },
  })
  return {
    version: review.version,
    content: contentOf(review),
    savedBy: last?.author?.name ?? null,
    savedAt: review.updatedAt.toISOString(),
  }
}
