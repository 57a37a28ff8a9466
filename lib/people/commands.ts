import { syncPersonAddresses } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { keepBaseline, keepRecord } from '#lib/history/commands-records.ts'
import type { Why } from '#lib/history/records.ts'
import { log } from '#lib/log.ts'
import { idsTaken, slugTaken, type Taken } from '#lib/works/commands-taken.ts'
import { sortName } from './people.ts'
import type { PersonContent, PersonEdit } from './people-schema.ts'

type Tx = Prisma.TransactionClient

export type EditedPerson = { ok: true; version: number; eventId: bigint }
export type EditPersonRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' }
  | { ok: false; code: 'stale'; version: number }
  | ({ ok: false; code: 'invalid'; field: keyof PersonContent } & Taken)

/** More pages than this are dropped faster all together. */
const mostTags = 400

/**
 * Saves what is known of somebody over the version that it was made from. A new address moves the public one in one hop; every page that
 * shows the name is told. Refused: not found (or merged into another), not allowed, stale, and with a field and words for it: an
 * address or an id that is another's, an id of the wrong form.
 */
export async function editPerson(
  editor: Editor,
  input: PersonEdit,
  why?: Why,
): Promise<EditedPerson | EditPersonRefusal> {
  const outcome = await db().$transaction(tx => edit(tx, editor, input, why))
  if (outcome.ok) {
    log().info({ event: 'person.edit', person: input.id, user: editor.id }, 'person edited')
    await pagesCaughtUp(outcome.eventId)
  }
  return outcome
}

async function edit(
  tx: Tx,
  editor: Editor,
  { id, version, content }: PersonEdit,
  why?: Why,
): Promise<EditedPerson | EditPersonRefusal> {
  // Ids are unique across records: two that take the same at once are told apart here, not by the database's error.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.person'))::text`
  await tx.$queryRaw`SELECT id::text FROM person WHERE id = ${id}::uuid FOR UPDATE`
  const person = await tx.person.findFirst({ where: { id, mergedIntoId: null, trashedAt: null } })
  if (!person) return { ok: false, code: 'not-found' }
  if (!can(editor, 'work.edit')) return { ok: false, code: 'not-allowed' }
  if (person.version !== version) return { ok: false, code: 'stale', version: person.version }
  const problem = await problemOf(tx, id, content)
  if (problem) return problem
  await keepBaseline(tx, 'person', id)
  const { externalIds, aliases, ...plain } = content
  await tx.externalId.deleteMany({ where: { personId: id } })
  await tx.person.update({
    where: { id },
    data: {
      ...plain,
      sortName: plain.sortName || sortName(plain.name, plain.kind),
      aliases: aliases.filter(alias => alias !== plain.name),
      version: { increment: 1 },
      externalIds: { create: externalIds },
    },
  })
  await keepRecord(tx, editor, 'person', id, why)
  await syncPersonAddresses(tx, [id])
  await tx.auditEntry.create({
    data: { actorId: editor.id, action: 'person.edit', subject: id, detail: { version: version + 1 } },
  })
  const tags = await tagsOf(tx, id)
  const isMany = tags.length > mostTags
  const eventId = await appendContentEvent(tx, {
    kind: 'person.edit',
    tags: isMany ? ['people', `person:${id}`] : tags,
    purge: isMany,
  })
  return { ok: true, version: version + 1, eventId }
}

/** The pages that show the name: their own, those of the works, and of every live review of one. */
async function tagsOf(tx: Tx, id: string): Promise<CacheTag[]> {
  const credits = await tx.credit.findMany({
    where: { personId: id },
    select: { workId: true, work: { select: { parts: { select: { id: true } } } } },
    distinct: ['workId'],
    take: mostTags,
  })
  const workIds = credits.flatMap(({ workId, work }) => [workId, ...work.parts.map(part => part.id)])
  const reviews = await tx.publication.findMany({
    where: { isCurrent: true, workId: { in: workIds } },
    select: { reviewId: true },
    take: mostTags,
  })
  return [
    'people',
    `person:${id}`,
    ...workIds.map((workId): CacheTag => `work:${workId}`),
    ...reviews.map(({ reviewId }): CacheTag => `review:${reviewId}`),
  ]
}

async function problemOf(tx: Tx, id: string, content: PersonContent): Promise<EditPersonRefusal | null> {
  const person = { noun: 'person', id } as const
  const slug = await slugTaken(tx, person, content.slug)
  if (slug) return { ok: false, code: 'invalid', field: 'slug', ...slug }
  const ids = await idsTaken(tx, person, content.kind, content.externalIds)
  return ids && { ok: false, code: 'invalid', field: 'externalIds', ...ids }
}
