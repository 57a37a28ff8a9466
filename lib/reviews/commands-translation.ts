import type { Prisma } from '#lib/db/generated/client.ts'
import { languageName } from '#lib/languages/languages.ts'
import { readSettings } from '#lib/settings/published.ts'
import type { Missing } from './completeness.ts'
import type { ReviewContent } from './reviews-schema.ts'
import type { WorkingCopy } from './working-copy.ts'

type Tx = Prisma.TransactionClient
type Linked = Pick<WorkingCopy, 'id' | 'language' | 'translationOfId'>
type Refused = Missing & { field: 'language' | 'translationOfId' }

const refused = (field: Refused['field'], problem: string): Refused => ({ field, problem })
const original = (problem: string) => refused('translationOfId', problem)

/**
 * Why a review cannot be saved as what its content says of languages; null when it can. A translation is one of an original that readers
 * have, of the same work, in another language than it and than its other translations. What was chosen before stays while something
 * else is being changed: the words of a draft must be saved, whatever is wrong with it, and publishing asks again.
 */
export async function translationProblem(tx: Tx, review: Linked, content: ReviewContent): Promise<Refused | null> {
  const isAsBefore = review.translationOfId === content.translationOfId && review.language === content.language
  if (isAsBefore) return null
  if (content.translationOfId === null) return languageProblem(tx, { ...content, id: review.id })
  if (content.translationOfId === review.id)
    return original('A review cannot be a translation of itself. Choose the original.')
  const chosen = await tx.review.findUnique({
    where: { id: content.translationOfId },
    select: { workId: true, publishedAt: true, retractedAt: true, translationOfId: true, trashedAt: true },
  })
  if (!chosen || chosen.trashedAt) return original('The original does not exist any more. Choose another, or none.')
  if (chosen.translationOfId !== null)
    return original('That review is itself a translation. Choose the original that both were made from.')
  const own = await tx.review.count({ where: { translationOfId: review.id } })
  if (own > 0)
    return original(
      'This review has translations of its own, so it is an original. Make them translations of the other one first.',
    )
  if (review.translationOfId !== content.translationOfId) {
    if (chosen.publishedAt === null || chosen.retractedAt !== null)
      return original('The original is not published. Publish it first.')
    if (content.workId !== null && chosen.workId !== content.workId)
      return original('The original is about another work. Choose a review of the same work, or change the work.')
  }
  return languageProblem(tx, { ...content, id: review.id })
}

/**
 * The same before readers see it: the original has to be live and of the same work, and stays so until the transaction ends, since
 * whoever retracts it waits.
 */
export async function translationMismatch(
  tx: Tx,
  review: Linked & Pick<WorkingCopy, 'workId'>,
): Promise<Refused | null> {
  if (review.translationOfId !== null) {
    await tx.$queryRaw`SELECT id FROM review WHERE id = ${review.translationOfId}::uuid FOR KEY SHARE`
    const live = await tx.publication.findFirst({
      where: { reviewId: review.translationOfId, isCurrent: true },
      select: { workId: true, translationOfId: true },
    })
    if (!live) return original('The original is not published. Publish it first, or make this a review of its own.')
    if (live.translationOfId !== null)
      return original('What readers have of the original is itself a translation. Publish the original anew first.')
    if (live.workId !== review.workId)
      return original('The original is about another work. Choose a review of the same work, or change the work.')
  }
  return languageProblem(tx, review)
}

/** The languages of an original and its translations are all different. */
async function languageProblem(tx: Tx, review: Linked): Promise<Refused | null> {
  const family = review.translationOfId ?? review.id
  const others = await tx.review.findMany({
    where: {
      id: { not: review.id },
      trashedAt: null,
      OR: [{ id: family }, { translationOfId: family, retractedAt: null }],
    },
    select: { id: true, title: true, language: true },
  })
  if (others.length === 0) return null
  const house = (await readSettings(tx)).language
  const language = review.language ?? house
  const same = others.find(other => (other.language ?? house) === language)
  if (!same) return null
  const name = languageName(language)
  if (same.id === family)
    return refused('language', `The original is in ${name} as well. Say which language this translation is in.`)
  return review.translationOfId === null
    ? refused('language', `The translation “${same.title}” is in ${name} already. Choose another language.`)
    : refused('language', `There is a translation into ${name} already: “${same.title || 'without a headline'}”.`)
}

/** Everything that is the same review in some language, this one included: the pages that name each other. */
export async function familyOf(tx: Tx, originalIds: (string | null)[]): Promise<string[]> {
  const ids = originalIds.flatMap(id => id ?? [])
  const rows = await tx.review.findMany({
    where: { OR: [{ id: { in: ids } }, { translationOfId: { in: ids } }] },
    select: { id: true },
  })
  return rows.map(row => row.id)
}

/** The same of any reviews, originals or translations. */
export async function familyOfAll(tx: Tx, ids: string[]): Promise<string[]> {
  const rows = await tx.review.findMany({ where: { id: { in: ids } }, select: { id: true, translationOfId: true } })
  return familyOf(
    tx,
    rows.map(row => row.translationOfId ?? row.id),
  )
}
