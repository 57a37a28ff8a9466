import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { getPictures } from '#lib/media/published.ts'
import { mediaIds } from '#lib/prose/prose.ts'
import { isOnScale, ratingSentence } from '#lib/ratings/ratings.ts'
import { toScale } from '#lib/ratings/stored.ts'
import { readableReview } from './desk-queries-review.ts'
import type { RevisionEntry } from './desk-reviews.ts'
import { type ReviewContent, reviewContentSchema } from './reviews-schema.ts'
import { contentOf, ownedBy } from './working-copy.ts'

/** Every revision, newest first; null when the review is not there for this editor. */
export async function listRevisions(
  editor: Editor,
  id: string,
): Promise<{ title: string; version: number; mayRestore: boolean; revisions: RevisionEntry[] } | null> {
  const review = await readableReview(editor, id)
  if (!review) return null
  const rows = await db().revision.findMany({
    where: { reviewId: id },
    orderBy: [{ version: 'desc' }, { createdAt: 'desc' }],
    select: {
      id: true,
      version: true,
      reason: true,
      createdAt: true,
      authorId: true,
      author: { select: { name: true } },
    },
  })
  return {
    title: review.title,
    version: review.version,
    mayRestore: can(editor, 'review.edit', ownedBy(review)),
    revisions: rows.map(({ createdAt, author, ...row }) => ({
      ...row,
      at: createdAt.toISOString(),
      author: author?.name ?? null,
    })),
  }
}

export interface RevisionView {
  entry: RevisionEntry
  content: ReviewContent
  now: ReviewContent
  /** What the ids of both contents are called, and the sentences of their ratings as `rating:<value>`. */
  names: Record<string, string>
  pictures: Record<string, Picture>
}

/** What a review was after one save; null when either is not there for this editor. */
export async function getRevision(editor: Editor, id: string, revisionId: string): Promise<RevisionView | null> {
  const review = await readableReview(editor, id)
  const row =
    review &&
    (await db().revision.findFirst({
      where: { id: revisionId, reviewId: id },
      include: { author: { select: { name: true } } },
    }))
  const content = reviewContentSchema.safeParse(row?.content)
  if (!review || !row || !content.success) return null
  const { version, reason, authorId } = row
  const entry = {
    id: row.id,
    version,
    reason,
    authorId,
    at: row.createdAt.toISOString(),
    author: row.author?.name ?? null,
  }
  const now = contentOf(review)
  const [names, pictures] = await Promise.all([namesOf([content.data, now]), getPictures(mediaIds(content.data.body))])
  return { entry, content: content.data, now, names, pictures }
}

async function namesOf(contents: ReviewContent[]): Promise<Record<string, string>> {
  const ids = (pick: (content: ReviewContent) => (string | null)[]) => ({
    id: { in: contents.flatMap(pick).filter(found => found !== null) },
  })
  const [works, sections, critics, topics, reviews, scales] = await Promise.all([
    db().work.findMany({ where: ids(content => [content.workId]), select: { id: true, title: true } }),
    db().section.findMany({ where: ids(content => [content.sectionId]), select: { id: true, name: true } }),
    db().critic.findMany({ where: ids(content => content.criticIds), select: { id: true, name: true } }),
    db().topic.findMany({ where: ids(content => content.topicIds), select: { id: true, name: true } }),
    db().review.findMany({
      where: ids(content => [content.rereviewOfId, content.translationOfId]),
      select: { id: true, title: true },
    }),
    db().ratingScaleVersion.findMany({
      where: ids(content => [content.rating?.scaleVersionId ?? null]),
      include: { scale: true },
    }),
  ])
  const ratings = contents.flatMap(({ rating, aspects }) => {
    const row = scales.find(scale => scale.id === rating?.scaleVersionId)
    if (!rating || !row) return []
    const { scale, unit } = toScale(row)
    return [rating, ...aspects]
      .filter(({ value }) => isOnScale(value, scale))
      .map(({ value }) => [`rating:${value}`, ratingSentence({ scale, unit: rating.unit ?? unit, value })])
  })
  const titled = [...works, ...reviews].map(({ id, title }) => [id, title])
  const named = [...sections, ...critics, ...topics].map(({ id, name }) => [id, name])
  return Object.fromEntries([...titled, ...named, ...ratings])
}
