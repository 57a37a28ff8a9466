import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { Difference } from '#lib/history/field-diff.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { getPictures } from '#lib/media/published.ts'
import { mediaIds } from '#lib/prose/prose.ts'
import { namesOf } from './desk-queries-names.ts'
import { readableReview } from './desk-queries-review.ts'
import type { RevisionEntry } from './desk-reviews.ts'
import { diffReviews } from './difference.ts'
import { liveContentOf } from './live-content.ts'
import { type ReviewContent, reviewContentSchema } from './reviews-schema.ts'
import { contentOf, ownedBy } from './working-copy.ts'

/** What a version is held against: the one before it, what readers see, what stands now, or any other by its id. */
export type Against = 'previous' | 'live' | 'now' | (string & {})

export interface History {
  title: string
  version: number
  /** The version that readers see; null while they see none. */
  liveVersion: number | null
  mayRestore: boolean
  revisions: RevisionEntry[]
}

/** Every revision, newest first; null when the review is not there for this editor. */
export async function listRevisions(editor: Editor, id: string): Promise<History | null> {
  const review = await readableReview(editor, id)
  if (!review) return null
  const rows = await db().revision.findMany({
    where: { reviewId: id },
    orderBy: newestFirst,
    select: entrySelect,
  })
  return {
    title: review.title,
    version: review.version,
    liveVersion: review.retractedAt ? null : review.publishedVersion,
    mayRestore: can(editor, 'review.edit', ownedBy(review)),
    revisions: rows.map(toEntry),
  }
}

export interface RevisionView {
  entry: RevisionEntry
  content: ReviewContent
  /** What it is held against, and whether that came after it; null when there is no such thing. */
  other: { name: string; isLater: boolean } | null
  difference: Difference
  /** Whether it is what the review is now. */
  isPresent: boolean
  pictures: Record<string, Picture>
}

/**
 * What a review was after one save, held against something else, the earlier of the two first. Null when either is not there for this
 * editor.
 */
export async function getRevision(
  editor: Editor,
  id: string,
  revisionId: string,
  against: Against = 'previous',
): Promise<RevisionView | null> {
  const review = await readableReview(editor, id)
  const row =
    review &&
    (await db().revision.findFirst({
      where: { id: revisionId, reviewId: id },
      select: { ...entrySelect, content: true },
    }))
  const content = reviewContentSchema.safeParse(row?.content)
  if (!review || !row || !content.success) return null
  const entry = toEntry(row)
  const now = contentOf(review)
  const other = await otherOf(review, row, against, now)
  const [before, after] = other?.isLater
    ? [content.data, other.content]
    : [other?.content ?? content.data, content.data]
  const [names, pictures] = await Promise.all([namesOf([before, after]), picturesOf([before, after])])
  return {
    entry,
    content: content.data,
    other: other && { name: other.name, isLater: other.isLater },
    difference: diffReviews(before, after, names),
    isPresent: row.version === review.version,
    pictures,
  }
}

export interface Unseen {
  title: string
  version: number
  /** What readers see against what stands here; null while readers see nothing of it. */
  difference: Difference | null
  /** ISO 8601: when readers were given what they see. */
  liveSince: string | null
  /** Of the text, when it is not the publication's. */
  language: string | null
  may: { edit: boolean; publish: boolean }
  pictures: Record<string, Picture>
}

/** What readers have not seen of a review; null when it is not there for this editor. */
export async function getUnseen(editor: Editor, id: string): Promise<Unseen | null> {
  const review = await readableReview(editor, id)
  if (!review) return null
  const live = await liveContentOf(db(), review)
  const now = contentOf(review)
  const owned = ownedBy(review)
  const publication = await db().publication.findFirst({
    where: { reviewId: id, isCurrent: true },
    select: { modifiedAt: true },
  })
  return {
    title: review.title,
    version: review.version,
    difference: live && diffReviews(live, now, await namesOf([live, now])),
    liveSince: publication?.modifiedAt.toISOString() ?? null,
    language: now.language,
    may: { edit: can(editor, 'review.edit', owned), publish: can(editor, 'review.publish', owned) },
    pictures: await picturesOf(live ? [live, now] : []),
  }
}

interface Other {
  name: string
  content: ReviewContent
  isLater: boolean
}

async function otherOf(
  review: NonNullable<Awaited<ReturnType<typeof readableReview>>>,
  row: { id: string; version: number; createdAt: Date },
  against: Against,
  now: ReviewContent,
): Promise<Other | null> {
  if (against === 'now') return { name: 'what stands now', content: now, isLater: true }
  if (against === 'live') {
    const live = await liveContentOf(db(), review)
    return live && { name: 'what readers see', content: live, isLater: (review.publishedVersion ?? 0) > row.version }
  }
  const where = against === 'previous' ? { version: { lt: row.version } } : { id: against }
  const found = await db().revision.findFirst({
    where: { ...where, reviewId: review.id },
    orderBy: newestFirst,
    select: { version: true, createdAt: true, content: true, name: true },
  })
  const content = reviewContentSchema.safeParse(found?.content)
  if (!found || !content.success) return null
  const name = found.name ? `“${found.name}” (version ${found.version})` : `version ${found.version}`
  const isLater = found.version > row.version || (found.version === row.version && found.createdAt > row.createdAt)
  return { name, content: content.data, isLater }
}

function picturesOf(contents: ReviewContent[]): Promise<Record<string, Picture>> {
  return getPictures(contents.flatMap(({ body, imageId }) => [...mediaIds(body), ...(imageId ? [imageId] : [])]))
}

const newestFirst: Prisma.RevisionOrderByWithRelationInput[] = [{ version: 'desc' }, { createdAt: 'desc' }]

const entrySelect = {
  id: true,
  version: true,
  reason: true,
  name: true,
  note: true,
  createdAt: true,
  authorId: true,
  author: { select: { name: true } },
} satisfies Prisma.RevisionSelect

function toEntry({
  createdAt,
  author,
  ...row
}: Prisma.RevisionGetPayload<{ select: typeof entrySelect }> & { content?: unknown }): RevisionEntry {
  const { id, version, reason, name, note, authorId } = row
  return { id, version, reason, name, note, authorId, at: createdAt.toISOString(), author: author?.name ?? null }
}
