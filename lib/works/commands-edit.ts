import { syncPersonAddresses, syncWorkAddresses } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { keepBaseline, keepRecord } from '#lib/history/commands-records.ts'
import type { Why } from '#lib/history/records.ts'
import { log } from '#lib/log.ts'
import { peopleOf } from './commands-credits.ts'
import { editProblem, type InvalidWork, problemOfConstraint } from './commands-edit-problems.ts'
import { contentOfWork, type WorkContentRow, workContentInclude } from './desk-queries-work.ts'
import { changedFields, type WorkContent } from './work-content.ts'
import type { WorkEdit } from './work-content-schema.ts'
import { parsePartialDate, plainTitle, sortTitle } from './works.ts'

type Tx = Prisma.TransactionClient

/** Milliseconds: two hundred people who are all new take their time on a busy machine. */
const longest = 20_000

export type EditedWork = { ok: true; version: number; content: WorkContent; eventId: bigint | null }
export type EditWorkRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' }
  | { ok: false; code: 'stale'; current: { version: number; content: WorkContent; savedBy: string | null } }
  | InvalidWork

/**
 * Saves the whole of a work over the version that it was made from: its facts, credits, ids, editions and picture. Of several saves
 * of one version one wins, and the others are refused as stale with what is stored. A save that changes nothing keeps the version.
 * A new address moves the public one; pages of people who are credited no more end with their last review.
 * Refused: not found (or merged into another), not allowed, stale, and with a field and words for it: a parent that makes no sense,
 * an id, ISBN or address that is another's, a person or picture that is gone.
 */
export async function editWork(editor: Editor, input: WorkEdit, why?: Why): Promise<EditedWork | EditWorkRefusal> {
  try {
    const outcome = await db().$transaction(tx => edit(tx, editor, input, why), { timeout: longest })
    if (outcome.ok && outcome.eventId !== null) {
      log().info({ event: 'work.edit', work: input.id, user: editor.id }, 'work edited')
      await pagesCaughtUp(outcome.eventId)
    }
    return outcome
  } catch (error) {
    return problemOfConstraint(error)
  }
}

async function edit(
  tx: Tx,
  editor: Editor,
  { id, version, content }: WorkEdit,
  why?: Why,
): Promise<EditedWork | EditWorkRefusal> {
  // Two works that are put under each other at once: the second sees the first.
  if (content.parentId) await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.work'))::text`
  await tx.$queryRaw`SELECT id FROM work WHERE id = ${id}::uuid FOR UPDATE`
  const before = await tx.work.findFirst({
    where: { id, mergedIntoId: null, trashedAt: null },
    include: workContentInclude,
  })
  if (!before) return { ok: false, code: 'not-found' }
  if (!can(editor, 'work.edit')) return { ok: false, code: 'not-allowed' }
  const stored = contentOfWork(before)
  if (before.version !== version)
    return {
      ok: false,
      code: 'stale',
      current: { version: before.version, content: stored, savedBy: await lastEditor(tx, id) },
    }
  const fields = changedFields(stored, content)
  if (fields.length === 0) return { ok: true, version, content: stored, eventId: null }
  const problem = await editProblem(tx, id, content)
  if (problem) return problem
  const people = await peopleOf(tx, content.credits)
  if (!people)
    return {
      ok: false,
      code: 'invalid',
      field: 'credits',
      problem: 'Somebody in the credits does not exist any more. Take the credit away and add it again.',
    }
  await keepBaseline(tx, 'work', id)
  const after = await write(tx, id, content, people)
  await keepRecord(tx, editor, 'work', id, why)
  const tags = await settleAddresses(tx, before, after)
  await tx.auditEntry.create({
    data: { actorId: editor.id, action: 'work.edit', subject: id, detail: { version: after.version, fields } },
  })
  const eventId = await appendContentEvent(tx, { kind: 'work.edit', tags })
  return { ok: true, version: after.version, content: contentOfWork(after), eventId }
}

/** What hangs on the work is written anew: positions are unique, so rows could not change places one by one. */
async function write(tx: Tx, id: string, content: WorkContent, people: string[]): Promise<WorkContentRow> {
  const { credits, externalIds, editions, released, ...plain } = content
  await tx.externalId.deleteMany({ where: { workId: id } })
  await tx.edition.deleteMany({ where: { workId: id } })
  await tx.credit.deleteMany({ where: { workId: id } })
  return tx.work.update({
    where: { id },
    data: {
      ...plain,
      originalTitle: plain.originalTitle || null,
      sortTitle: plainTitle(plain.sortTitle) || sortTitle(plain.title),
      language: plain.language || null,
      country: plain.country || null,
      publisher: plain.publisher || null,
      ...releaseColumns(released),
      version: { increment: 1 },
      credits: {
        createMany: {
          data: credits.map(({ role, character }, index) => ({
            role,
            character,
            position: index + 1,
            personId: people[index] ?? '',
          })),
        },
      },
      externalIds: { createMany: { data: externalIds } },
      editions: {
        createMany: {
          data: editions.map(({ name, format, publisher, isbn, ...edition }, index) => ({
            ...releaseColumns(edition.released),
            name,
            format,
            publisher,
            isbn: isbn || null,
            position: index + 1,
          })),
        },
      },
    },
    include: workContentInclude,
  })
}

/** Moves, makes and ends the pages that the change concerns, and says which pages show anything of it. */
async function settleAddresses(tx: Tx, before: WorkContentRow, after: WorkContentRow): Promise<CacheTag[]> {
  const parents = [before.parentId, after.parentId].flatMap(id => id ?? [])
  const touched = await syncWorkAddresses(tx, [after.id, ...parents])
  const personIds = [...new Set([...before.credits, ...after.credits].map(credit => credit.personId))]
  await syncPersonAddresses(tx, personIds)
  // Titles of parts begin with that of the whole.
  const parts = await tx.work.findMany({
    where: { OR: [{ parentId: after.id }, { parent: { parentId: after.id } }] },
    select: { id: true },
  })
  const workIds = [...new Set([after.id, ...parts.map(part => part.id), ...touched.workIds])]
  const reviews = await tx.publication.findMany({
    where: { isCurrent: true, workId: { in: [after.id, ...parts.map(part => part.id)] } },
    select: { reviewId: true },
  })
  const series = await tx.seriesEntry.findMany({ where: { workId: after.id }, select: { seriesId: true } })
  return [
    'works',
    'people',
    ...workIds.map((id): CacheTag => `work:${id}`),
    ...[...personIds, ...touched.personIds].map((id): CacheTag => `person:${id}`),
    ...reviews.map(({ reviewId }): CacheTag => `review:${reviewId}`),
    ...series.map(({ seriesId }): CacheTag => `series:${seriesId}`),
  ]
}

function releaseColumns(released: string) {
  const { year = null, month = null, day = null } = parsePartialDate(released) ?? {}
  return { releaseYear: year, releaseMonth: month, releaseDay: day }
}

async function lastEditor(tx: Tx, workId: string): Promise<string | null> {
  const last = await tx.auditEntry.findFirst({
    where: { action: { startsWith: 'work.' }, subject: workId },
    orderBy: { id: 'desc' },
    select: { actor: { select: { name: true } } },
  })
  return last?.actor?.name ?? null
}
