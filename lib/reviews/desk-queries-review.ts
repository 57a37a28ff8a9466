import { livePaths } from '#lib/addresses/published.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { currentBuild } from '#lib/build.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { getPictures } from '#lib/media/published.ts'
import { mediaIds } from '#lib/prose/prose.ts'
import { listGlyphs } from '#lib/ratings/desk-queries.ts'
import { toScale } from '#lib/ratings/stored.ts'
import { getSettings } from '#lib/settings/published.ts'
import { deskWorkSelect, toDeskWork } from '#lib/works/desk-queries.ts'
import { mayChangeByline } from './commands-problems.ts'
import type { DeskReview, DeskReviewState, EarlierReview, EditorChoices } from './desk-reviews.ts'
import { contentOf, ownedBy, type WorkingCopy, workingCopyInclude } from './working-copy.ts'

/** The working copy as this editor sees it; null when it does not exist or is not theirs to see. */
export async function getDeskReview(editor: Editor, id: string): Promise<DeskReview | null> {
  const review = await readableReview(editor, id)
  if (!review) return null
  const content = contentOf(review)
  const owned = ownedBy(review)
  const [last, live, work, rereviewOf, translationOf, liveTranslations, pictures] = await Promise.all([
    db().revision.findFirst({
      where: { reviewId: id },
      orderBy: [{ version: 'desc' }, { createdAt: 'desc' }],
      select: { author: { select: { name: true } } },
    }),
    livePaths([id]),
    content.workId ? db().work.findUnique({ where: { id: content.workId }, select: deskWorkSelect }) : null,
    content.rereviewOfId ? getEarlierReview(content.rereviewOfId) : null,
    content.translationOfId ? getEarlierReview(content.translationOfId) : null,
    db().publication.count({ where: { translationOfId: id, isCurrent: true } }),
    getPictures([...mediaIds(content.body), ...(content.imageId ? [content.imageId] : [])]),
  ])
  return {
    id,
    version: review.version,
    content,
    state: stateOf(review, live[id] !== undefined),
    publishedAt: review.publishedAt?.toISOString() ?? null,
    livePath: live[id] ?? null,
    savedAt: review.updatedAt.toISOString(),
    savedBy: last?.author?.name ?? null,
    work: work && toDeskWork(work),
    rereviewOf,
    translationOf,
    liveTranslations,
    pictures,
    may: {
      edit: can(editor, 'review.edit', owned),
      publish: can(editor, 'review.publish', owned),
      retract: can(editor, 'review.retract', owned),
      correct: owned.wasPublished && can(editor, 'review.correct', owned),
      changeByline: mayChangeByline(editor),
      createWork: can(editor, 'work.create'),
      upload: can(editor, 'media.upload'),
      trash: can(editor, 'review.trash', owned),
    },
  }
}

/** What the editor chooses from. `used` is the scale version that the review has, which may be an older one. */
export async function getEditorChoices(editor: Editor, used: string | null): Promise<EditorChoices> {
  const [settings, sections, topics, critics, scales, glyphs] = await Promise.all([
    getSettings(),
    db().section.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true, scaleId: true } }),
    db().topic.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    db().critic.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    db().ratingScaleVersion.findMany({
      orderBy: [{ scale: { createdAt: 'asc' } }, { version: 'desc' }],
      include: { scale: true },
    }),
    listGlyphs(editor),
  ])
  const latest = new Map<string, string>()
  for (const row of scales) if (!latest.has(row.scaleId)) latest.set(row.scaleId, row.id)
  const isOffered = (row: (typeof scales)[number]) => !row.scale.retiredAt && latest.get(row.scaleId) === row.id
  const shown = scales.filter(row => row.id === used || isOffered(row))
  return {
    sections: sections.map(({ scaleId, ...section }) => ({
      ...section,
      scaleVersionId: (scaleId && latest.get(scaleId)) ?? null,
    })),
    topics,
    critics,
    affiliateDomains: settings.affiliateDomains,
    badges: settings.badges,
    scales: shown.map(row => {
      const newest = latest.get(row.scaleId)
      const isRetired = row.scale.retiredAt !== null
      return {
        id: row.id,
        ...toScale(row),
        newerId: newest && newest !== row.id && !isRetired ? newest : null,
        isRetired,
      }
    }),
    glyphs,
    siteUrl: env().SITE_URL,
    publicationName: settings.name,
    language: settings.language,
    timeZone: editor.timeZone ?? settings.timeZone,
    publicationTimeZone: settings.timeZone,
    editorName: editor.name,
    editorId: editor.id,
    build: currentBuild(),
  }
}

/**
 * Published reviews of a work (or all that fit the words), for saying which one this one thinks again about or translates; translations
 * stand behind their originals.
 */
export async function searchEarlierReviews(
  _editor: Editor,
  { workId, query }: { workId: string | null; query: string },
): Promise<EarlierReview[]> {
  const rows = await db().publication.findMany({
    where: {
      isCurrent: true,
      translationOfId: null,
      ...(workId && { workId }),
      ...(query && {
        OR: [
          { title: { contains: query, mode: 'insensitive' } },
          { work: { title: { contains: query, mode: 'insensitive' } } },
        ],
      }),
    },
    select: earlierSelect,
    orderBy: { publishedAt: 'desc' },
    take: 8,
  })
  return rows.map(toEarlier)
}

/** The working copy, when it is there for this editor. */
export async function readableReview(editor: Editor, id: string): Promise<WorkingCopy | null> {
  const review = await db().review.findUnique({ where: { id }, include: workingCopyInclude })
  return review && !review.trashedAt && can(editor, 'review.read', ownedBy(review)) ? review : null
}

function stateOf(review: WorkingCopy, isLive: boolean): DeskReviewState {
  if (isLive) return review.publishedVersion === review.version ? 'live' : 'changed'
  return review.retractedAt ? 'retracted' : 'draft'
}

const earlierSelect = {
  reviewId: true,
  title: true,
  publishedAt: true,
  critics: { orderBy: { position: 'asc' }, select: { critic: { select: { name: true } } } },
} as const

async function getEarlierReview(id: string): Promise<EarlierReview | null> {
  const row = await db().publication.findFirst({
    where: { reviewId: id },
    orderBy: { number: 'desc' },
    select: earlierSelect,
  })
  return row && toEarlier(row)
}

function toEarlier(row: {
  reviewId: string
  title: string
  publishedAt: Date
  critics: { critic: { name: string } }[]
}): EarlierReview {
  return {
    id: row.reviewId,
    title: row.title,
    publishedAt: row.publishedAt.toISOString(),
    critics: row.critics.map(({ critic }) => critic.name).join(' and '),
  }
}
