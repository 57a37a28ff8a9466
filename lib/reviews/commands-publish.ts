import { claimAddress, endAddress, syncArchiveAddress, syncWorkAddresses } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { log } from '#lib/log.ts'
import { notify } from '#lib/notices/commands.ts'
import { writersOf } from '#lib/notices/commands-people.ts'
import { plainText, wordCount } from '#lib/prose/prose.ts'
import { holdProjection } from '#lib/ratings/commands-reading.ts'
import { type ProjectionPoint, projection } from '#lib/ratings/ratings.ts'
import { yearOf } from '#lib/settings/dates.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import { creditLines, creditsSentence } from '#lib/works/works.ts'
import { keepRevision, loadForCommand, type Refusal } from './commands.ts'
import { refusalOfConstraint } from './commands-problems.ts'
import { type Held, heldByEmbargo, missingIn } from './commands-publishable.ts'
import { familyOf } from './commands-translation.ts'
import type { Missing } from './completeness.ts'
import { contentOf, ownedBy, ratingOf, type WorkingCopy, workingCopyInclude } from './working-copy.ts'

// Publishing and retracting: the two verbs that change what readers see. Each is one transaction (the snapshot, the addresses,
// the revision, the event, the audit entry), after which the page cache is waited for.

type Tx = Prisma.TransactionClient

export type Published = { ok: true; slug: string; number: number; eventId: bigint | null }
export type Retracted = { ok: true; eventId: bigint }
export type PublishRefusal = Refusal | { ok: false; code: 'incomplete'; missing: Missing[] } | Held

/**
 * Makes the working copy what readers see. The first time, it sets the date that readers see; later ones only move the modified
 * date. Publishing the version that is live already changes nothing, so a second press of the button is harmless. What was scheduled for it is done
 * with that. Refused: not found, not allowed, stale, incomplete (with what is missing), an address that belongs to another review, an embargo that
 * is not over, unless somebody who may lift it says why.
 */
export async function publishReview(
  editor: Editor,
  input: { id: string; version: number; lifting?: string },
): Promise<Published | PublishRefusal> {
  const outcome = await attempt(async (tx): Promise<Published | PublishRefusal> => {
    const loaded = await loadForCommand(tx, editor, 'review.publish', input)
    if (!loaded.ok) return loaded
    const published = await publishLoaded(tx, editor, loaded.review, input.lifting)
    if (published.ok) await endSchedules(tx, input.id, ['publish'])
    if (published.ok && published.eventId !== null) {
      const to = await writersOf(tx, loaded.review)
      await notify(tx, { kind: 'published', to, byId: editor.id, reviewId: input.id })
    }
    return published
  })
  if (outcome.ok && outcome.eventId !== null) {
    log().info({ event: 'review.publish', review: input.id, user: editor.id }, 'published')
    await pagesCaughtUp(outcome.eventId)
  }
  return outcome
}

/** Publishes a working copy that is held by this transaction. */
export async function publishLoaded(
  tx: Tx,
  editor: Editor,
  review: WorkingCopy,
  lifting?: string,
): Promise<Published | PublishRefusal> {
  const live = await tx.publication.findFirst({ where: { reviewId: review.id, isCurrent: true } })
  if (live && review.publishedVersion === review.version)
    return { ok: true, slug: live.slug, number: live.number, eventId: null }
  const missing = await missingIn(tx, review)
  if (missing.length > 0) return { ok: false, code: 'incomplete', missing }
  const held = await heldByEmbargo(tx, editor, review, lifting)
  return held ?? publishWorkingCopy(tx, editor, review, null)
}

/** What was waiting to be done is not waiting any more: somebody has done it, or the opposite, by hand. */
async function endSchedules(tx: Tx, reviewId: string, verbs: ('publish' | 'retract')[]): Promise<void> {
  await tx.schedule.updateMany({
    where: { reviewId, verb: { in: verbs }, state: 'waiting' },
    data: { state: 'cancelled', endedAt: await now(tx) },
  })
}

/**
 * Takes a review away from readers, with its translations, which say the same: their addresses answer 410, and no page mentions them.
 * The working copies and their histories stay.
 */
export async function retractReview(
  editor: Editor,
  input: { id: string; version: number },
): Promise<Retracted | PublishRefusal> {
  const outcome = await attempt(async (tx): Promise<Retracted | PublishRefusal> => {
    const loaded = await loadForCommand(tx, editor, 'review.retract', input)
    if (!loaded.ok) return loaded
    // Nor does what was scheduled bring it back.
    await endSchedules(tx, input.id, ['publish', 'retract'])
    return retractLoaded(tx, editor, loaded.review)
  })
  if (outcome.ok) {
    log().info({ event: 'review.retract', review: input.id, user: editor.id }, 'retracted')
    await pagesCaughtUp(outcome.eventId)
  }
  return outcome
}

/** Takes a review that is held by this transaction away from readers. */
export async function retractLoaded(tx: Tx, editor: Editor, review: WorkingCopy): Promise<Retracted | PublishRefusal> {
  const live = await tx.publication.findFirst({
    where: { reviewId: review.id, isCurrent: true },
    include: { critics: true, topics: true },
  })
  if (!live) return { ok: false, code: 'not-found' }
  const translations = await liveTranslations(tx, review.id)
  const isAllowed = translations.every(each => can(editor, 'review.retract', ownedBy(each)))
  if (!isAllowed) return { ok: false, code: 'not-allowed' }
  for (const each of [...translations, review]) await endPublication(tx, editor, each)
  const touched = await syncWorkAddresses(tx, [live.workId])
  await syncArchiveAddress(tx, live.year)
  // Everything goes: a retracted word must not survive on a page that mentioned it for a reason that nobody thought of. The tags
  // are for whoever tells others which pages and feeds have changed.
  const tags = [
    ...tagsOf(review, live, live, touched),
    ...translations.map(({ id }): CacheTag => `review:${id}`),
    ...(review.translationOfId ? [`review:${review.translationOfId}` as const] : []),
  ]
  return { ok: true, eventId: await appendContentEvent(tx, { kind: 'review.retract', tags, purge: true }) }
}

/** The translations of a review that readers have, locked: whoever is at work on one is waited for. */
async function liveTranslations(tx: Tx, originalId: string): Promise<WorkingCopy[]> {
  const where = { translationOfId: originalId, isCurrent: true }
  const rows = await tx.publication.findMany({ where, select: { reviewId: true } })
  const ids = rows.map(row => row.reviewId)
  await tx.$queryRaw`SELECT id FROM review WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.review.findMany({ where: { id: { in: ids } }, include: workingCopyInclude })
}

async function endPublication(tx: Tx, editor: Editor, review: WorkingCopy): Promise<void> {
  await tx.publication.updateMany({ where: { reviewId: review.id, isCurrent: true }, data: { isCurrent: false } })
  await tx.review.update({ where: { id: review.id }, data: { retractedAt: await now(tx) } })
  await endAddress(tx, [review.id])
  await tx.auditEntry.create({ data: { actorId: editor.id, action: 'review.retract', subject: review.id } })
  await keepRevision(tx, editor, review, 'retracted')
}

/** Writes the snapshot of a complete working copy and all that belongs to it. `at` sets the date, for imports; null is the database's now. */
export async function publishWorkingCopy(
  tx: Tx,
  editor: Pick<Editor, 'id'> | null,
  review: WorkingCopy,
  at: Date | null,
): Promise<Published | Refusal> {
  // Before anything of a publication is written: whoever reads the scale anew holds these in the same order.
  const points = review.scaleVersionId ? await holdProjection(tx, review.scaleVersionId) : []
  const before = await tx.publication.findFirst({
    where: { reviewId: review.id },
    orderBy: { number: 'desc' },
    include: { critics: true, topics: true },
  })
  if (!(await claimAddress(tx, 'review', review.id, review.slug))) {
    return {
      ok: false,
      code: 'invalid',
      field: 'slug',
      problem: 'This address belongs or belonged to another review. Choose another one.',
    }
  }
  const moment = at ?? (await now(tx))
  const publishedAt = review.publishedAt ?? moment
  await tx.publication.updateMany({ where: { reviewId: review.id, isCurrent: true }, data: { isCurrent: false } })
  const number = (before?.number ?? 0) + 1
  const publication = await tx.publication.create({
    data: await snapshotOf(tx, review, points, { number, publishedAt, modifiedAt: moment }),
  })
  const published = await tx.review.update({
    where: { id: review.id },
    data: { publishedAt, publishedVersion: review.version, retractedAt: null },
    include: workingCopyInclude,
  })
  if (review.publishedVersion !== review.version) await keepRevision(tx, editor, published, 'published')
  const touched = await syncWorkAddresses(tx, [publication.workId, ...(before ? [before.workId] : [])])
  await syncArchiveAddress(tx, publication.year)
  await tx.auditEntry.create({
    data: { actorId: editor?.id ?? null, action: 'review.publish', subject: review.id, detail: { number } },
  })
  const eventId = await appendContentEvent(tx, {
    kind: 'review.publish',
    tags: [
      ...tagsOf(review, publication, before, touched),
      ...(await familyOf(tx, [review.translationOfId ?? review.id, before?.translationOfId ?? null])).map(
        (id): CacheTag => `review:${id}`,
      ),
    ],
  })
  return { ok: true, slug: publication.slug, number, eventId }
}

async function snapshotOf(
  tx: Tx,
  review: WorkingCopy,
  points: readonly ProjectionPoint[],
  when: { number: number; publishedAt: Date; modifiedAt: Date },
): Promise<Prisma.PublicationUncheckedCreateInput> {
  const content = contentOf(review)
  if (!content.workId || !content.sectionId) throw new Error('An incomplete review reached publication')
  const rating = ratingOf(review)
  const credits = await tx.credit.findMany({
    where: { workId: content.workId },
    orderBy: { position: 'asc' },
    include: { person: true },
  })
  const lines = creditLines(credits.map(credit => ({ ...credit, person: { ...credit.person, path: null } })))
  const timeZone = await tx.setting.findUnique({ where: { key: 'timeZone' } })
  const { criticIds, topicIds, rating: _rating, body, workId, sectionId, ...plain } = content
  return {
    ...plain,
    ...when,
    reviewId: review.id,
    workId,
    sectionId,
    year: yearOf(when.publishedAt, typeof timeZone?.value === 'string' ? timeZone.value : defaultSettings.timeZone),
    body: JSON.parse(JSON.stringify(body)),
    plainText: plainText(body),
    wordCount: wordCount(body),
    credits: creditsSentence(lines),
    // Left out, the column is SQL's NULL: `null` would be JSON's.
    ...(rating && { rating: JSON.parse(JSON.stringify(rating)), score: projection(rating, points) }),
    critics: { create: criticIds.map((criticId, index) => ({ criticId, position: index + 1 })) },
    topics: { create: topicIds.map(topicId => ({ topicId })) },
  }
}

interface Memberships {
  sectionId: string
  year: number
  critics: { criticId: string }[]
  topics: { topicId: string }[]
}

function tagsOf(
  review: WorkingCopy,
  publication: { sectionId: string; year: number },
  before: Memberships | null,
  touched: { workIds: string[]; personIds: string[]; seriesIds: string[] },
): CacheTag[] {
  const after: Memberships = { ...publication, critics: review.critics, topics: review.topics }
  const memberships = [after, ...(before ? [before] : [])].flatMap((state): CacheTag[] => [
    `section:${state.sectionId}`,
    `year:${state.year}`,
    ...state.critics.map(({ criticId }): CacheTag => `critic:${criticId}`),
    ...state.topics.map(({ topicId }): CacheTag => `topic:${topicId}`),
  ])
  return [
    'home',
    'reviews',
    'archive',
    'critics',
    'lists',
    'top',
    'scoring',
    'works',
    'people',
    'series',
    'topics',
    `review:${review.id}`,
    // The earlier review says that there is a later one.
    ...(review.rereviewOfId ? [`review:${review.rereviewOfId}` as const] : []),
    ...memberships,
    ...touched.workIds.map((id): CacheTag => `work:${id}`),
    ...touched.personIds.map((id): CacheTag => `person:${id}`),
    ...touched.seriesIds.map((id): CacheTag => `series:${id}`),
  ]
}

async function attempt<T extends { ok: boolean }>(work: (tx: Tx) => Promise<T>): Promise<T | Refusal> {
  try {
    return await transact(work)
  } catch (error) {
    return refusalOfConstraint(error)
  }
}
