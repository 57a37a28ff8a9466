import { isFreeSlug } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { appendContentEvent, pagesCaughtUp } from '#lib/events/commands.ts'
import { keepBaseline, keepRecord } from '#lib/history/commands-records.ts'
import { log } from '#lib/log.ts'
import { sortName } from '#lib/people/people.ts'
import { familyOfAll } from '#lib/reviews/commands-translation.ts'
import { parsePartialDate, sortTitle } from '#lib/works/works.ts'
import { applyChanges } from './commands-apply.ts'
import { ancestorsOf, holdingsOf, partyOf, type RecordParty } from './commands-holdings.ts'
import { addressesOf, holdRecords, pagesOf, settle } from './commands-settle.ts'
import { fingerprint } from './fingerprint.ts'
import { type Plan, planPersonMerge, planSplit, planWorkMerge } from './regrouping.ts'
import type { Changes, MergeInput, SplitInput } from './regrouping-schema.ts'

type Tx = Prisma.TransactionClient

export type Regrouped = { ok: true; regroupingId: string; recordId: string; eventId: bigint }
export type RegroupRefusal =
  | { ok: false; code: 'not-found' | 'not-allowed' }
  /** What would move is not what was shown. */
  | { ok: false; code: 'stale' }
  | { ok: false; code: 'unfit'; problem: string }
  | { ok: false; code: 'invalid'; field: 'slug' | 'chosen' | 'released'; problem: string }

/**
 * Gives everything that hangs on one record to another that is the same work or person. The one that is left stays as a row that says
 * where it went; its addresses, and all that led to them, lead to the other in one hop. Refused: not allowed; gone, or merged already;
 * two that cannot be the same (other kinds, one part of the other); stale, when what would move is not what was shown.
 */
export async function mergeRecords(editor: Editor, input: MergeInput): Promise<Regrouped | RegroupRefusal> {
  if (!can(editor, 'work.regroup')) return { ok: false, code: 'not-allowed' }
  const outcome = await db().$transaction(tx => merge(tx, editor, input), { timeout: 30_000 })
  return said(outcome, editor, `${input.noun}.merge`)
}

/** What a merge would change, with the sentence that refuses it when it cannot be. Reads only. */
export async function planMerge(
  tx: Tx,
  { noun, fromId, intoId }: Omit<MergeInput, 'seen'>,
): Promise<{ from: RecordParty; into: RecordParty; plan: Plan } | { problem: string } | null> {
  const [from, into] = [await partyOf(tx, noun, fromId), await partyOf(tx, noun, intoId)]
  if (!from || !into || from.mergedIntoId || into.mergedIntoId || from.isTrashed || into.isTrashed) return null
  const problem = await unfit(tx, from, into)
  if (problem) return { problem }
  const held = await holdingsOf(tx, noun, [fromId, intoId])
  return { from, into, plan: noun === 'work' ? planWorkMerge(from, into, held) : planPersonMerge(from, into, held) }
}

async function merge(tx: Tx, editor: Editor, input: MergeInput): Promise<Regrouped | RegroupRefusal> {
  const { noun, fromId, intoId } = input
  await holdRecords(tx, noun, [fromId, intoId])
  const planned = await planMerge(tx, input)
  if (!planned) return { ok: false, code: 'not-found' }
  if ('problem' in planned) return { ok: false, code: 'unfit', problem: planned.problem }
  const { changes } = planned.plan
  if (fingerprint(changes) !== input.seen) return { ok: false, code: 'stale' }
  return write(tx, editor, { noun, verb: 'merge', fromId, intoId, changes })
}

/**
 * Makes a new record of what was chosen to hang on another. The address of the first stays; the new one has its own.
 * Refused: not allowed; gone; an address that is or was another's; nothing chosen, or something that does not hang on it any more.
 */
export async function splitRecord(editor: Editor, input: SplitInput): Promise<Regrouped | RegroupRefusal> {
  if (!can(editor, 'work.regroup')) return { ok: false, code: 'not-allowed' }
  try {
    const outcome = await db().$transaction(tx => split(tx, editor, input), { timeout: 30_000 })
    return await said(outcome, editor, `${input.noun}.split`)
  } catch (error) {
    if (error instanceof Gone)
      return invalid('chosen', 'Something that you chose has been changed meanwhile. Look again at what hangs on it.')
    throw error
  }
}

async function split(tx: Tx, editor: Editor, input: SplitInput): Promise<Regrouped | RegroupRefusal> {
  const { noun, id, chosen } = input
  await holdRecords(tx, noun, [id])
  const from = await partyOf(tx, noun, id)
  if (!from || from.mergedIntoId || from.isTrashed) return { ok: false, code: 'not-found' }
  if (Object.values(chosen).every(list => list.length === 0))
    return invalid('chosen', 'Choose what belongs to the new record.')
  if (!(await isFreeSlug(tx, noun, input.slug)))
    return invalid('slug', 'This address belongs or belonged to another one. Choose another address.')
  const held = await holdingsOf(tx, noun, [id])
  const made = await makeRecord(tx, from, input)
  // A review goes with its translations: they are one.
  const family = await familyOfAll(tx, chosen.reviews)
  const along = held.reviews.flatMap(review => (family.includes(review.id) ? [review.id] : []))
  const reviews = [...new Set([...chosen.reviews, ...along])]
  const changes = planSplit(noun, from, made, held, { ...chosen, reviews })
  // Nothing is half written: the new record goes with the transaction.
  if (!changes) throw new Gone()
  return write(tx, editor, { noun, verb: 'split', fromId: id, intoId: made, changes })
}

async function write(
  tx: Tx,
  editor: Editor,
  what: { noun: 'work' | 'person'; verb: 'merge' | 'split'; fromId: string; intoId: string; changes: Changes },
): Promise<Regrouped> {
  const { noun, verb, fromId, intoId, changes } = what
  const subjects = [
    ...(await pagesOf(tx, noun, [fromId, intoId])),
    ...changes.links.flatMap(each => (each.table === 'merged' ? [each.id] : [])),
  ]
  const addresses = await addressesOf(tx, subjects)
  for (const id of [fromId, intoId]) await keepBaseline(tx, noun, id)
  await applyChanges(tx, noun, changes)
  const tags = await settle(tx, noun, [fromId, intoId], changes)
  // What was merged away has no page, and no history to look at, until that is undone.
  for (const id of [fromId, intoId]) await keepRecord(tx, editor, noun, id, { reason: 'regrouped' })
  const paths = new Set(addresses.map(({ path }) => path))
  const madeAddresses = (await addressesOf(tx, subjects)).map(({ path }) => path).filter(path => !paths.has(path))
  const { id } = await tx.regrouping.create({
    data: { noun, verb, fromId, intoId, byId: editor.id, moved: { changes, addresses, madeAddresses } },
    select: { id: true },
  })
  await tx.auditEntry.create({
    data: { actorId: editor.id, action: `${noun}.${verb}`, subject: fromId, detail: { into: intoId, regrouping: id } },
  })
  const eventId = await appendContentEvent(tx, { kind: `${noun}.${verb}`, ...tags })
  return { ok: true, regroupingId: id, recordId: intoId, eventId }
}

/** Why two records cannot be the same one. */
async function unfit(tx: Tx, from: RecordParty, into: RecordParty): Promise<string | null> {
  if (from.id === into.id) return 'These are the same record. Choose another one.'
  if (from.kind !== into.kind)
    return `“${from.name}” is entered as a ${from.kind} and “${into.name}” as a ${into.kind}. Change the kind of one of them first.`
  if (from.noun === 'person') return null
  const above = [...(await ancestorsOf(tx, from.id)), ...(await ancestorsOf(tx, into.id))]
  return above.includes(from.id) || above.includes(into.id)
    ? 'One of them is a part of the other. Change that first.'
    : null
}

async function makeRecord(tx: Tx, from: RecordParty, { name, slug, released }: SplitInput): Promise<string> {
  if (from.noun === 'person') {
    const { kind } = await tx.person.findUniqueOrThrow({ where: { id: from.id }, select: { kind: true } })
    return (await tx.person.create({ data: { name, slug, kind, sortName: sortName(name, kind) } })).id
  }
  const { kind, parentId } = await tx.work.findUniqueOrThrow({
    where: { id: from.id },
    select: { kind: true, parentId: true },
  })
  const { year = null, month = null, day = null } = parsePartialDate(released) ?? {}
  const work = await tx.work.create({
    data: {
      kind,
      parentId,
      title: name,
      sortTitle: sortTitle(name),
      slug,
      releaseYear: year,
      releaseMonth: month,
      releaseDay: day,
    },
  })
  return work.id
}

async function said(
  outcome: Regrouped | RegroupRefusal,
  editor: Editor,
  event: string,
): Promise<Regrouped | RegroupRefusal> {
  if (!outcome.ok) return outcome
  log().info({ event, regrouping: outcome.regroupingId, user: editor.id }, 'regrouped')
  await pagesCaughtUp(outcome.eventId)
  return outcome
}

function invalid(field: 'slug' | 'chosen', problem: string): RegroupRefusal {
  return { ok: false, code: 'invalid', field, problem }
}

class Gone extends Error {}
