import { randomBytes } from 'node:crypto'
import { claimAddress, endAddress } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { now, transact } from '#lib/db/transact.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import type { CacheTag } from '#lib/events/events.ts'
import { keepBaseline, keepRecord } from '#lib/history/commands-records.ts'
import type { Why } from '#lib/history/records.ts'
import { isStoredList, type ListInvalid, listContentProblem, refusalOfListConstraint } from './commands-problems.ts'
import { type ListContent, missingForList } from './lists.ts'
import { contentOfList, ownedList, type StoredList, storedListInclude } from './stored-list.ts'

type Tx = Prisma.TransactionClient

/** Why a command on a list was refused. `stale` says who saved meanwhile, and which version is stored now. */
export type ListRefusal =
  | { ok: false; code: 'not-found' }
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'stale'; current: { version: number; savedBy: string | null } }
  | ListInvalid

export type SavedList = { ok: true; version: number; eventId: bigint | null }

/** Begins an empty list with the editor's own byline. Refused: roles that make no lists. */
export async function createList(
  editor: Editor,
): Promise<{ ok: true; id: string } | { ok: false; code: 'not-allowed' }> {
  return db().$transaction(tx => insertList(tx, editor, { slug: draftSlug(), title: '', entries: [] }))
}

/** Writes a new draft and its audit entry, for whoever may make one. */
export async function insertList(
  tx: Tx,
  editor: Editor,
  { entries, ...head }: Pick<ListContent, 'slug' | 'title' | 'entries'> & { standfirst?: string },
): Promise<{ ok: true; id: string } | { ok: false; code: 'not-allowed' }> {
  const own = { createdById: editor.id, criticIds: [], wasPublished: false }
  if (!can(editor, 'list.edit', own)) return { ok: false, code: 'not-allowed' }
  const list = await tx.list.create({
    data: { ...head, createdById: editor.id, criticId: editor.criticId, entries: { create: rowsOf(entries) } },
    select: { id: true },
  })
  await audit(tx, editor, 'list.create', list.id)
  return { ok: true, id: list.id }
}

/**
 * Saves the whole content of a list over the version that it was made from. What is live, readers see at once, under the new
 * address if that has changed. A save that changes nothing keeps the version. Refused whole: not found, not allowed, stale, a work,
 * critic or topic that is not there, somebody else's byline, an address that is another list's, a live list that would be empty.
 */
export async function saveList(
  editor: Editor,
  input: { id: string; version: number; content: ListContent },
  why?: Why,
): Promise<SavedList | ListRefusal> {
  return attempt(async tx => {
    const loaded = await loadForCommand(tx, editor, input)
    if (!loaded.ok) return loaded
    const { list } = loaded
    if (isStoredList(list, input.content)) return { ok: true, version: list.version, eventId: null }
    const invalid = await listContentProblem(tx, editor, list, input.content)
    if (invalid) return invalid
    await keepBaseline(tx, 'list', list.id)
    const saved = await writeList(tx, list.id, input.content, list.publishedAt && (await now(tx)))
    await keepRecord(tx, editor, 'list', list.id, why)
    await audit(tx, editor, 'list.save', list.id, { version: saved.version })
    if (!list.publishedAt) return { ok: true, version: saved.version, eventId: null }
    const problem = await showProblem(tx, saved)
    if (problem) return problem
    return { ok: true, version: saved.version, eventId: await announce(tx, 'list.save', [list, saved]) }
  })
}

/** Shows a list to readers. Showing what is live already changes nothing. Refused as saving is, and while something is missing. */
export async function publishList(
  editor: Editor,
  input: { id: string; version: number },
): Promise<{ ok: true; slug: string; eventId: bigint | null } | ListRefusal> {
  return attempt(async tx => {
    const loaded = await loadForCommand(tx, editor, input)
    if (!loaded.ok) return loaded
    const { list } = loaded
    if (list.publishedAt) return { ok: true, slug: list.slug, eventId: null }
    const problem = await showProblem(tx, list)
    if (problem) return problem
    const at = await now(tx)
    await tx.list.update({ where: { id: list.id }, data: { publishedAt: at, modifiedAt: at } })
    await audit(tx, editor, 'list.publish', list.id)
    return { ok: true, slug: list.slug, eventId: await announce(tx, 'list.publish', [list]) }
  })
}

/** Takes a list away from readers: its address answers 410, and nothing leads to it. The list itself stays, as a draft. */
export async function takeBackList(
  editor: Editor,
  input: { id: string; version: number },
): Promise<{ ok: true; eventId: bigint | null } | ListRefusal> {
  return attempt(async tx => {
    const loaded = await loadForCommand(tx, editor, input)
    if (!loaded.ok) return loaded
    const { list } = loaded
    if (!list.publishedAt) return { ok: true, eventId: null }
    await tx.list.update({ where: { id: list.id }, data: { publishedAt: null, modifiedAt: null } })
    await endAddress(tx, [list.id])
    await audit(tx, editor, 'list.take-back', list.id)
    return { ok: true, eventId: await announce(tx, 'list.take-back', [list], true) }
  })
}

/** "draft-3f9a1c…": an address for what has none yet. */
export function draftSlug(): string {
  return `draft-${randomBytes(6).toString('hex')}`
}

/** Locks the row, then asks whether it is there for this editor and the version that they saw. Others' lists are not found by those who edit only their own. */
export async function loadForCommand(
  tx: Tx,
  editor: Editor,
  { id, version }: { id: string; version: number },
): Promise<{ ok: true; list: StoredList } | ListRefusal> {
  await tx.$queryRaw`SELECT id FROM list WHERE id = ${id}::uuid FOR UPDATE`
  const list = await tx.list.findUnique({ where: { id, trashedAt: null }, include: storedListInclude })
  if (!list) return { ok: false, code: 'not-found' }
  if (!can(editor, 'list.edit', ownedList(list)))
    return { ok: false, code: editor.role === 'contributor' ? 'not-allowed' : 'not-found' }
  if (list.version === version) return { ok: true, list }
  const last = await tx.auditEntry.findFirst({
    where: { subject: id, action: 'list.save' },
    orderBy: { id: 'desc' },
    select: { actor: { select: { name: true } } },
  })
  return { ok: false, code: 'stale', current: { version: list.version, savedBy: last?.actor?.name ?? null } }
}

async function writeList(
  tx: Tx,
  id: string,
  { entries, ...head }: ListContent,
  modifiedAt: Date | null,
): Promise<StoredList> {
  await tx.listEntry.deleteMany({ where: { listId: id } })
  await tx.listEntry.createMany({ data: rowsOf(entries).map(entry => ({ ...entry, listId: id })) })
  return tx.list.update({
    where: { id },
    data: { ...head, modifiedAt, version: { increment: 1 } },
    include: storedListInclude,
  })
}

function rowsOf(entries: ListContent['entries']) {
  return entries.map((entry, index) => ({ ...entry, position: index + 1 }))
}

/** What is missing for readers; and when nothing is, the address becomes the list's own. */
async function showProblem(tx: Tx, list: StoredList): Promise<ListInvalid | null> {
  const content = contentOfList(list)
  const shown = await tx.publication.findFirst({
    where: { isCurrent: true, workId: { in: content.entries.map(entry => entry.workId) } },
    select: { id: true },
  })
  const [missing] = missingForList(content, shown ? 1 : 0)
  if (missing) return { ok: false, code: 'invalid', ...missing }
  if (await claimAddress(tx, 'list', list.id, list.slug)) return null
  return {
    ok: false,
    code: 'invalid',
    field: 'slug',
    problem: 'This address belongs or belonged to another list. Choose another one.',
  }
}

function announce(tx: Tx, kind: string, lists: StoredList[], purge = false): Promise<bigint> {
  const tags = lists.flatMap(({ id, topicId, criticId }): CacheTag[] => [
    `list:${id}`,
    ...(topicId ? [`topic:${topicId}` as const] : []),
    ...(criticId ? [`critic:${criticId}` as const] : []),
  ])
  return appendContentEvent(tx, { kind, tags: ['lists', ...tags], purge })
}

async function audit(tx: Tx, editor: Editor, action: string, subject: string, detail = {}): Promise<void> {
  await tx.auditEntry.create({ data: { actorId: editor.id, action, subject, detail } })
}

/** One transaction. Afterwards the page cache is waited for. */
async function attempt<T extends { ok: true; eventId: bigint | null }>(
  work: (tx: Tx) => Promise<T | ListRefusal>,
): Promise<T | ListRefusal> {
  try {
    const outcome = await transact(work)
    if (outcome.ok && outcome.eventId !== null) await pagesCaughtUp(outcome.eventId)
    return outcome
  } catch (error) {
    return refusalOfListConstraint(error)
  }
}
