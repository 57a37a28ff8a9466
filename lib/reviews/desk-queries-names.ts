import { db } from '#lib/db/client.ts'
import { isOnScale, ratingSentence } from '#lib/ratings/ratings.ts'
import { toScale } from '#lib/ratings/stored.ts'
import type { Names } from './content-text.ts'
import type { ReviewContent } from './reviews-schema.ts'

type Given = NonNullable<ReviewContent['rating']>

/** What the ids and ratings of some contents are called. */
export async function namesOf(contents: ReviewContent[]): Promise<Names> {
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
  const names = new Map([
    ...[...works, ...reviews].map(({ id, title }) => [id, title || 'Without a headline'] as const),
    ...[...sections, ...critics, ...topics].map(({ id, name }) => [id, name] as const),
  ])
  const sentence = ({ scaleVersionId, unit, value }: Given) => {
    const row = scales.find(scale => scale.id === scaleVersionId)
    if (!row) return String(value)
    const { scale, unit: usual } = toScale(row)
    return isOnScale(value, scale) ? ratingSentence({ scale, unit: unit ?? usual, value }) : String(value)
  }
  return { nameOf: id => names.get(id) ?? 'One that is gone', ratingOf: sentence }
}
