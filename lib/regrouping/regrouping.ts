import { schemeName } from '#lib/works/external-ids.ts'
import { roleName } from '#lib/works/works.ts'
import type {
  Changes,
  CreditRow,
  EditionRow,
  ExternalIdRow,
  ListEntryRow,
  SeriesEntryRow,
  SplitInput,
} from './regrouping-schema.ts'

// Two records that were one, or one that was two: which rows change, and to what. Nothing here touches a database; the commands
// write exactly what is computed here, and undo it by reading it backwards.

export type RegroupingNoun = 'work' | 'person'

/** Everything that hangs on one record, or on two that are to be one. */
export interface Holdings {
  credits: CreditRow[]
  externalIds: ExternalIdRow[]
  editions: EditionRow[]
  listEntries: ListEntryRow[]
  seriesEntries: SeriesEntryRow[]
  reviews: { id: string; workId: string | null }[]
  publications: { id: string; reviewId: string; workId: string }[]
  parts: { id: string; parentId: string | null; label: string }[]
  /** What was merged into one of them before. */
  merged: { id: string; into: string | null }[]
  /** Names of the people, works, lists and series that these rows mention, by id. */
  names: Record<string, string>
}

export interface Party {
  id: string
  name: string
  aliases: string[]
}

export interface Plan {
  changes: Changes
  /** What could not simply be moved, and what becomes of it, in sentences. */
  notes: string[]
}

const nothing = (): Changes => ({
  credits: [],
  externalIds: [],
  editions: [],
  listEntries: [],
  seriesEntries: [],
  links: [],
  aliases: [],
})

/** What changes when all that hangs on one work is given to another. */
export function planWorkMerge(from: Party, into: Party, held: Holdings): Plan {
  const changes = nothing()
  const notes: string[] = []
  mergeCredits(held, changes, notes, { from, into, noun: 'work' })
  let edition = lastPosition(held.editions.filter(row => row.workId === into.id))
  for (const row of held.editions.filter(each => each.workId === from.id)) {
    edition += 1
    changes.editions.push({ before: row, after: { ...row, workId: into.id, position: edition } })
  }
  for (const row of held.listEntries.filter(each => each.workId === from.id)) {
    const twin = held.listEntries.find(each => each.workId === into.id && each.listId === row.listId)
    changes.listEntries.push({ before: row, after: twin ? null : { ...row, workId: into.id } })
    if (!twin) continue
    const takesNote = twin.note === '' && row.note !== ''
    if (takesNote) changes.listEntries.push({ before: twin, after: { ...twin, note: row.note } })
    notes.push(
      `Both stand in the list “${held.names[row.listId]}”: the place of “${into.name}” stays${
        takesNote ? ', with the note of the other' : row.note ? ', and so does its note' : ''
      }.`,
    )
  }
  for (const row of held.seriesEntries.filter(each => each.workId === from.id)) {
    const twin = held.seriesEntries.some(each => each.workId === into.id && each.seriesId === row.seriesId)
    changes.seriesEntries.push({ before: row, after: twin ? null : { ...row, workId: into.id } })
    if (twin) notes.push(`Both stand in “${held.names[row.seriesId]}”: the place of “${into.name}” stays.`)
  }
  mergeIds(held, changes, notes, { from, into, noun: 'work' })
  for (const { id, workId } of held.reviews) if (workId === from.id) link(changes, 'review', id, from, into)
  for (const { id, workId } of held.publications) if (workId === from.id) link(changes, 'publication', id, from, into)
  for (const part of held.parts.filter(each => each.parentId === from.id)) {
    link(changes, 'part', part.id, from, into)
    if (held.parts.some(other => other.parentId === into.id && other.label === part.label))
      notes.push(`Both have “${part.label}”: the two stay apart until they are merged as well.`)
  }
  mergeRecord(held, changes, from, into)
  return { changes, notes }
}

/** What changes when everything that one person did was done by another. */
export function planPersonMerge(from: Party, into: Party, held: Holdings): Plan {
  const changes = nothing()
  const notes: string[] = []
  mergeCredits(held, changes, notes, { from, into, noun: 'person' })
  mergeIds(held, changes, notes, { from, into, noun: 'person' })
  const added = newNames([from.name, ...from.aliases], [into.name, ...into.aliases])
  if (added.length > 0)
    changes.aliases.push({ personId: into.id, before: into.aliases, after: [...into.aliases, ...added] })
  mergeRecord(held, changes, from, into)
  return { changes, notes }
}

/** What changes when a part of what hangs on a record is given to a new one. Null when something chosen does not hang on it any more. */
export function planSplit(
  noun: RegroupingNoun,
  from: Party,
  newId: string,
  held: Holdings,
  chosen: SplitInput['chosen'],
): Changes | null {
  const changes = nothing()
  let position = 0
  for (const row of picked(held.credits, chosen.credits)) {
    position += 1
    const after = noun === 'work' ? { ...row, workId: newId, position } : { ...row, personId: newId }
    changes.credits.push({ before: row, after })
  }
  const owner = noun === 'work' ? { workId: newId } : { personId: newId }
  for (const row of picked(held.externalIds, chosen.externalIds))
    changes.externalIds.push({ before: row, after: { ...row, ...owner } })
  for (const [index, row] of picked(held.editions, chosen.editions).entries())
    changes.editions.push({ before: row, after: { ...row, workId: newId, position: index + 1 } })
  for (const row of held.listEntries.filter(({ listId }) => chosen.listEntries.includes(listId)))
    changes.listEntries.push({ before: row, after: { ...row, workId: newId } })
  for (const row of held.seriesEntries.filter(({ seriesId }) => chosen.seriesEntries.includes(seriesId)))
    changes.seriesEntries.push({ before: row, after: { ...row, workId: newId } })
  const to = { id: newId }
  for (const { id } of picked(held.reviews, chosen.reviews)) link(changes, 'review', id, from, to)
  for (const { id } of held.publications.filter(row => chosen.reviews.includes(row.reviewId)))
    link(changes, 'publication', id, from, to)
  for (const { id } of picked(held.parts, chosen.parts)) link(changes, 'part', id, from, to)
  const aliases = from.aliases.filter(alias => chosen.aliases.includes(alias))
  if (aliases.length > 0)
    changes.aliases.push({
      personId: from.id,
      before: from.aliases,
      after: from.aliases.filter(alias => !aliases.includes(alias)),
    })
  return countChanges(changes) >= countChosen(chosen) && isWhole(changes, chosen) ? changes : null
}

/** The same changes the other way round. */
export function undoing(changes: Changes): Changes {
  const turned = <Row>(list: { before: Row; after: Row }[]) =>
    list.map(({ before, after }) => ({ before: after, after: before }))
  return {
    credits: turned(changes.credits),
    externalIds: turned(changes.externalIds),
    editions: turned(changes.editions),
    listEntries: turned(changes.listEntries),
    seriesEntries: turned(changes.seriesEntries),
    links: changes.links.map(each => ({ ...each, before: each.after, after: each.before })),
    aliases: changes.aliases.map(each => ({ ...each, before: each.after, after: each.before })),
  }
}

/** The aliases that somebody should have, when some were added or taken away before and others may have been typed since. */
export function undoneAliases(now: string[], { before, after }: { before: string[]; after: string[] }): string[] {
  if (now.length === after.length && now.every((alias, index) => alias === after[index])) return before
  const kept = now.filter(alias => before.includes(alias) || !after.includes(alias))
  return [...kept, ...before.filter(alias => !after.includes(alias) && !kept.includes(alias))]
}

function mergeCredits(
  held: Holdings,
  changes: Changes,
  notes: string[],
  { from, into, noun }: { from: Party; into: Party; noun: RegroupingNoun },
): void {
  const owner = noun === 'work' ? 'workId' : 'personId'
  const other = noun === 'work' ? 'personId' : 'workId'
  const ours = held.credits.filter(row => row[owner] === into.id)
  let position = lastPosition(ours)
  const named = new Set<string>()
  for (const row of held.credits.filter(each => each[owner] === from.id)) {
    const twin = ours.find(
      each =>
        each[other] === row[other] &&
        each.role === row.role &&
        (each.character === row.character ||
          row.character === null ||
          (each.character === null && !named.has(each.id))),
    )
    if (!twin) {
      position += 1
      const after = noun === 'work' ? { ...row, workId: into.id, position } : { ...row, personId: into.id }
      changes.credits.push({ before: row, after })
      continue
    }
    changes.credits.push({ before: row, after: null })
    if (twin.character === null && row.character !== null) {
      named.add(twin.id)
      changes.credits.push({ before: twin, after: { ...twin, character: row.character } })
    }
    const role = roleName(row.role).toLowerCase()
    notes.push(
      noun === 'work'
        ? `${held.names[row.personId]} is credited in both as ${role}: one credit stays.`
        : `Both are credited in “${held.names[row.workId]}” as ${role}: one credit stays.`,
    )
  }
}

function mergeIds(
  held: Holdings,
  changes: Changes,
  notes: string[],
  { from, into, noun }: { from: Party; into: Party; noun: RegroupingNoun },
): void {
  const owner = noun === 'work' ? 'workId' : 'personId'
  for (const row of held.externalIds.filter(each => each[owner] === from.id)) {
    changes.externalIds.push({ before: row, after: { ...row, [owner]: into.id } })
    const other = held.externalIds.find(each => each[owner] === into.id && each.scheme === row.scheme)
    if (other)
      notes.push(
        `${schemeName(row.scheme)} knows them as two, ${other.value} and ${row.value}. Both ids are kept: look whether they are really the same.`,
      )
  }
}

function mergeRecord(held: Holdings, changes: Changes, from: Party, into: Party): void {
  // Whoever was merged into the one that now goes follows it, so that nothing has to be asked twice.
  for (const row of held.merged.filter(each => each.into === from.id)) link(changes, 'merged', row.id, from, into)
  changes.links.push({ table: 'merged', id: from.id, before: null, after: into.id })
}

function link(
  changes: Changes,
  table: Changes['links'][number]['table'],
  id: string,
  from: { id: string },
  into: { id: string },
): void {
  changes.links.push({ table, id, before: from.id, after: into.id })
}

function lastPosition(rows: { position: number }[]): number {
  return rows.reduce((last, { position }) => Math.max(last, position), 0)
}

function picked<Row extends { id: string }>(rows: Row[], ids: string[]): Row[] {
  const wanted = new Set(ids)
  return rows.filter(row => wanted.has(row.id))
}

/** Names that are not among the known ones, letter case aside, each once. */
function newNames(names: string[], known: string[]): string[] {
  const seen = new Set(known.map(name => name.toLowerCase()))
  return names.filter(name => {
    const key = name.toLowerCase()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function countChanges(changes: Changes): number {
  const { links, aliases, ...rows } = changes
  return (
    Object.values(rows).reduce((sum, list) => sum + list.length, 0) +
    links.filter(each => each.table !== 'publication').length +
    aliases.reduce((sum, each) => sum + each.before.length - each.after.length, 0)
  )
}

function countChosen(chosen: SplitInput['chosen']): number {
  return Object.values(chosen).reduce((sum, list) => sum + new Set(list).size, 0)
}

/** Whether each kind of thing that was chosen was found in full. */
function isWhole(changes: Changes, chosen: SplitInput['chosen']): boolean {
  return (
    changes.credits.length === new Set(chosen.credits).size &&
    changes.externalIds.length === new Set(chosen.externalIds).size &&
    changes.editions.length === new Set(chosen.editions).size
  )
}
