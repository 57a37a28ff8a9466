import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { schemeName } from '#lib/works/external-ids.ts'
import { roleName } from '#lib/works/works.ts'
import { planMerge } from './commands.ts'
import { holdingsOf, partyOf } from './commands-holdings.ts'
import { fingerprint } from './fingerprint.ts'
import type { Holdings, RegroupingNoun } from './regrouping.ts'

export interface MergePreview {
  from: { id: string; name: string }
  into: { id: string; name: string }
  /** What will move, by kind of thing; nothing is left out. */
  groups: { title: string; items: string[] }[]
  /** What cannot simply be moved, and what becomes of it. */
  notes: string[]
  /** Stands for exactly this; the command does nothing else. */
  seen: string
}

/** What a merge would do; the sentence that says why it cannot be done; or null when one of the two is not there. */
export async function previewMerge(
  editor: Editor,
  input: { noun: RegroupingNoun; fromId: string; intoId: string },
): Promise<MergePreview | { problem: string } | null> {
  if (!can(editor, 'work.regroup')) return { problem: 'Only editors merge records. Ask one of them.' }
  const planned = await planMerge(db(), input)
  if (!planned || 'problem' in planned) return planned
  const { from, into, plan } = planned
  const { changes, notes } = plan
  const held = await holdingsOf(db(), input.noun, [from.id, into.id])
  const moved = <Row extends { id: string }>(rows: { before: Row | null; after: Row | null }[]) =>
    new Set(rows.flatMap(({ before, after }) => (before && after ? [after.id] : [])))
  const linked = (table: string) => new Set(changes.links.flatMap(each => (each.table === table ? [each.id] : [])))
  const choices = await choicesOf(input.noun, held)
  const among = (ids: Set<string>, list: Choice[]) => list.filter(({ id }) => ids.has(id)).map(({ label }) => label)
  const listIds = new Set(
    changes.listEntries.flatMap(({ before, after }) => (before && after?.workId === into.id ? [after.listId] : [])),
  )
  const seriesIds = new Set(changes.seriesEntries.flatMap(({ after }) => (after ? [after.seriesId] : [])))
  const groups = [
    { title: 'Reviews', items: among(linked('review'), choices.reviews) },
    { title: 'Credits', items: among(moved(changes.credits), choices.credits) },
    { title: 'Editions', items: among(moved(changes.editions), choices.editions) },
    { title: 'Ids elsewhere', items: among(moved(changes.externalIds), choices.externalIds) },
    { title: 'Places in lists', items: among(listIds, choices.listEntries) },
    { title: 'Places in series', items: among(seriesIds, choices.seriesEntries) },
    { title: 'Parts', items: among(linked('part'), choices.parts) },
    {
      title: 'Also known as',
      items: changes.aliases.flatMap(({ before, after }) => after.filter(name => !before.includes(name))),
    },
  ]
  return { from, into, notes, seen: fingerprint(changes), groups: groups.filter(group => group.items.length > 0) }
}

export interface Choice {
  id: string
  label: string
}

export interface SplitChoices {
  id: string
  name: string
  slug: string
  groups: { name: keyof Omit<SplitLists, 'names'>; title: string; choices: Choice[] }[]
}

type SplitLists = Record<
  'reviews' | 'credits' | 'externalIds' | 'editions' | 'listEntries' | 'seriesEntries' | 'parts' | 'aliases',
  Choice[]
>

/** What hangs on a record and could be given to a new one; null when it is not there. */
export async function getSplitChoices(_editor: Editor, noun: RegroupingNoun, id: string): Promise<SplitChoices | null> {
  const party = await partyOf(db(), noun, id)
  if (!party || party.mergedIntoId) return null
  const lists = await choicesOf(noun, await holdingsOf(db(), noun, [id]))
  const groups: SplitChoices['groups'] = [
    { name: 'reviews', title: 'Reviews', choices: lists.reviews },
    { name: 'credits', title: 'Credits', choices: lists.credits },
    { name: 'externalIds', title: 'Ids elsewhere', choices: lists.externalIds },
    { name: 'editions', title: 'Editions', choices: lists.editions },
    { name: 'listEntries', title: 'Places in lists', choices: lists.listEntries },
    { name: 'seriesEntries', title: 'Places in series', choices: lists.seriesEntries },
    { name: 'parts', title: 'Parts', choices: lists.parts },
    { name: 'aliases', title: 'Also known as', choices: party.aliases.map(alias => ({ id: alias, label: alias })) },
  ]
  return { id, name: party.name, slug: party.slug, groups: groups.filter(group => group.choices.length > 0) }
}

export interface DeskRegrouping {
  id: string
  verb: 'merge' | 'split'
  /** The other record, and whether this one gave or got. */
  other: { id: string; name: string }
  isFrom: boolean
  at: string
  by: string | null
  isUndone: boolean
}

/** Merges and splits that this record was a part of, latest first. */
export async function listRegroupings(_editor: Editor, noun: RegroupingNoun, id: string): Promise<DeskRegrouping[]> {
  const rows = await db().regrouping.findMany({
    where: { noun, OR: [{ fromId: id }, { intoId: id }] },
    include: { by: { select: { name: true } } },
    orderBy: { at: 'desc' },
    take: 20,
  })
  const others = rows.map(row => (row.fromId === id ? row.intoId : row.fromId))
  const names = await namesOf(noun, others)
  return rows.map((row, index) => ({
    id: row.id,
    verb: row.verb,
    other: { id: others[index] ?? '', name: names.get(others[index] ?? '') ?? '' },
    isFrom: row.fromId === id,
    at: row.at.toISOString(),
    by: row.by?.name ?? null,
    isUndone: row.undoneAt !== null,
  }))
}

/** Where a record went that was merged into another; null when it was not. */
export async function getSurvivor(
  _editor: Editor,
  noun: RegroupingNoun,
  id: string,
): Promise<{ id: string; from: string } | null> {
  const party = await partyOf(db(), noun, id)
  return party?.mergedIntoId ? { id: party.mergedIntoId, from: party.name } : null
}

/** The name of a record, merged or not. */
export async function getRecordName(_editor: Editor, noun: RegroupingNoun, id: string): Promise<string | null> {
  return (await namesOf(noun, [id])).get(id) ?? null
}

async function namesOf(noun: RegroupingNoun, ids: string[]): Promise<Map<string, string>> {
  const where = { where: { id: { in: ids } } }
  const rows =
    noun === 'work'
      ? (await db().work.findMany({ ...where, select: { id: true, title: true } })).map(
          row => [row.id, row.title] as const,
        )
      : (await db().person.findMany({ ...where, select: { id: true, name: true } })).map(
          row => [row.id, row.name] as const,
        )
  return new Map(rows)
}

async function choicesOf(noun: RegroupingNoun, held: Holdings): Promise<SplitLists> {
  const reviews = await db().review.findMany({
    where: { id: { in: held.reviews.map(row => row.id) } },
    select: { id: true, title: true, publishedVersion: true, retractedAt: true },
  })
  const other = noun === 'work' ? 'personId' : 'workId'
  return {
    reviews: reviews.map(({ id, title, publishedVersion, retractedAt }) => ({
      id,
      label: `${title || 'Without a headline'}${retractedAt ? ' (retracted)' : publishedVersion === null ? ' (draft)' : ''}`,
    })),
    credits: held.credits.map(row => ({
      id: row.id,
      label: `${held.names[row[other]] ?? ''}, ${roleName(row.role).toLowerCase()}${row.character ? ` (${row.character})` : ''}`,
    })),
    externalIds: held.externalIds.map(row => ({ id: row.id, label: `${schemeName(row.scheme)} ${row.value}` })),
    editions: held.editions.map(row => ({ id: row.id, label: row.name })),
    listEntries: held.listEntries.map(row => ({
      id: row.listId,
      label: held.names[row.listId] || 'A list without a title',
    })),
    seriesEntries: held.seriesEntries.map(row => ({ id: row.seriesId, label: held.names[row.seriesId] ?? '' })),
    parts: held.parts.map(({ id, label }) => ({ id, label })),
    aliases: [],
  }
}
