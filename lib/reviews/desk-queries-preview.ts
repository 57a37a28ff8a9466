import { pathOf } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { plainText, wordCount } from '#lib/prose/prose.ts'
import { projection } from '#lib/ratings/ratings.ts'
import { readableReview } from './desk-queries-review.ts'
import { type ArticleRow, toArticle } from './published.ts'
import { cardSelect } from './published-cards.ts'
import type { ReviewArticle } from './reviews.ts'
import { contentOf, ratingOf, type WorkingCopy } from './working-copy.ts'

/**
 * The working copy as the article that readers would get if it were published now; what is not chosen yet is said to be missing.
 * Null when the review is not there for this editor.
 */
export async function getPreview(editor: Editor, id: string): Promise<ReviewArticle | null> {
  const review = await readableReview(editor, id)
  return review && previewOf(review)
}

/** The same of a working copy that somebody may see. */
export async function previewOf(review: WorkingCopy): Promise<ReviewArticle> {
  return withPagesToBe(await toArticle(await rowOf(review)))
}

const nobody = '00000000-0000-0000-0000-000000000000'
const noWork = {
  id: nobody,
  slug: 'unknown',
  kind: 'film',
  title: 'No work chosen yet',
  releaseYear: null,
  number: null,
  parent: null,
} as const
const noSection = { id: nobody, slug: 'unknown', name: 'No section yet' }

/** The row that publishing would write, with what it refers to. */
async function rowOf(review: WorkingCopy): Promise<ArticleRow> {
  const { criticIds, topicIds, rating: _rating, body, ...content } = contentOf(review)
  const rating = ratingOf(review)
  const [work, section, critics, topics, image, live] = await Promise.all([
    content.workId ? db().work.findUnique({ where: { id: content.workId }, select: cardSelect.work.select }) : null,
    content.sectionId
      ? db().section.findUnique({ where: { id: content.sectionId }, select: cardSelect.section.select })
      : null,
    db().critic.findMany({ where: { id: { in: criticIds } }, select: { id: true, slug: true, name: true } }),
    db().topic.findMany({
      where: { id: { in: topicIds } },
      select: { id: true, slug: true, name: true },
      orderBy: { name: 'asc' },
    }),
    content.imageId ? db().media.findUnique({ where: { id: content.imageId } }) : null,
    db().publication.findFirst({ where: { reviewId: review.id, isCurrent: true }, select: { modifiedAt: true } }),
  ])
  const now = new Date()
  return {
    ...content,
    title: content.title || 'Untitled review',
    id: review.id,
    reviewId: review.id,
    workId: work?.id ?? nobody,
    body: JSON.parse(JSON.stringify(body)),
    plainText: plainText(body),
    wordCount: wordCount(body),
    publishedAt: review.publishedAt ?? now,
    // What is live as it stands here is not updated by being looked at.
    modifiedAt: (review.publishedVersion === review.version && live?.modifiedAt) || now,
    rating: rating && JSON.parse(JSON.stringify(rating)),
    score: rating && new Prisma.Decimal(projection(rating)),
    work: work ?? noWork,
    section: section ?? noSection,
    image,
    critics: criticIds.flatMap(criticId =>
      critics.filter(critic => critic.id === criticId).map(critic => ({ critic })),
    ),
    topics: topics.map(topic => ({ topic })),
  }
}

/** Publishing gives the work and the people credited in it a page, so the preview links to them already. */
async function withPagesToBe(article: ReviewArticle): Promise<ReviewArticle> {
  const work = await db().work.findUnique({
    where: { id: article.work.id },
    select: { slug: true, credits: { select: { person: { select: { id: true, slug: true } } } } },
  })
  if (!work) return article
  const people = Object.fromEntries(work.credits.map(({ person }) => [person.id, pathOf('person', person.slug)]))
  const path = pathOf('work', work.slug)
  return {
    ...article,
    work: { ...article.work, path },
    credits: article.credits.map(line => ({
      ...line,
      people: line.people.map(person => ({ ...person, path: people[person.id] ?? null })),
    })),
    mentions: { ...people, [article.work.id]: path, ...article.mentions },
  }
}
