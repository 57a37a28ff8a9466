import type { Prisma } from '#lib/db/generated/client.ts'
import { type RegroupingNoun, undoneAliases } from './regrouping.ts'
import type { Changes } from './regrouping-schema.ts'

// Writing changes, and looking whether what they left is still there.

type Tx = Prisma.TransactionClient

const atOnce = 1000

/** Takes every row as it was and puts it as it is to be. The rows have to be as `before` says, ids aside. */
export async function applyChanges(tx: Tx, noun: RegroupingNoun, changes: Changes): Promise<void> {
  for (const rows of chunks(olds(changes.credits)))
    await tx.credit.deleteMany({ where: { OR: rows.map(({ workId, position }) => ({ workId, position })) } })
  for (const rows of chunks(olds(changes.externalIds)))
    await tx.externalId.deleteMany({ where: { OR: rows.map(({ scheme, value }) => ({ scheme, value })) } })
  for (const rows of chunks(olds(changes.editions)))
    await tx.edition.deleteMany({ where: { OR: rows.map(({ workId, position }) => ({ workId, position })) } })
  for (const rows of chunks(olds(changes.listEntries)))
    await tx.listEntry.deleteMany({ where: { OR: rows.map(({ listId, workId }) => ({ listId, workId })) } })
  for (const rows of chunks(olds(changes.seriesEntries)))
    await tx.seriesEntry.deleteMany({ where: { OR: rows.map(({ seriesId, workId }) => ({ seriesId, workId })) } })
  for (const data of chunks(news(changes.credits))) await tx.credit.createMany({ data })
  for (const data of chunks(news(changes.externalIds))) await tx.externalId.createMany({ data })
  for (const data of chunks(news(changes.editions))) await tx.edition.createMany({ data })
  for (const data of chunks(news(changes.listEntries))) await tx.listEntry.createMany({ data })
  for (const data of chunks(news(changes.seriesEntries))) await tx.seriesEntry.createMany({ data })
  for (const [id, links] of Map.groupBy(changes.links, each => each.after))
    for (const some of chunks(links)) await pointAt(tx, noun, id, some)
  for (const { personId, before, after } of changes.aliases) {
    const { aliases } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { aliases: true } })
    // `before` is what is there now; whoever added another since keeps it.
    await tx.person.update({
      where: { id: personId },
      data: { aliases: undoneAliases(aliases, { before: after, after: before }) },
    })
  }
}

async function pointAt(tx: Tx, noun: RegroupingNoun, to: string | null, links: Changes['links']): Promise<void> {
  const ids = (table: Changes['links'][number]['table']) => ({
    where: { id: { in: links.filter(each => each.table === table).map(each => each.id) } },
  })
  if (to !== null) {
    await tx.review.updateMany({ ...ids('review'), data: { workId: to } })
    await tx.publication.updateMany({ ...ids('publication'), data: { workId: to } })
    await tx.work.updateMany({ ...ids('part'), data: { parentId: to, version: { increment: 1 } } })
  }
  const merged = { ...ids('merged'), data: { mergedIntoId: to } }
  await (noun === 'work' ? tx.work.updateMany(merged) : tx.person.updateMany(merged))
}

/**
 * Why these changes cannot be undone any more: something that they moved has been changed since. Null when all of it still is as they
 * left it (an id of a row may be another: saving a work writes its credits anew).
 */
export async function whyNotUndone(tx: Tx, noun: RegroupingNoun, changes: Changes): Promise<string | null> {
  return (await movedLink(tx, noun, changes)) ?? (await movedRow(tx, changes)) ?? null
}

async function movedLink(tx: Tx, noun: RegroupingNoun, { links }: Changes): Promise<string | null> {
  const idsOf = (table: Changes['links'][number]['table']) => ({
    where: { id: { in: links.filter(each => each.table === table).map(each => each.id) } },
  })
  const after = new Map(links.map(each => [`${each.table} ${each.id}`, each.after]))
  for (const row of await tx.review.findMany({ ...idsOf('review'), select: { id: true, title: true, workId: true } }))
    if (after.get(`review ${row.id}`) !== row.workId)
      return `The review “${row.title || 'without a headline'}” has been given another work since.`
  for (const row of await tx.publication.findMany({
    ...idsOf('publication'),
    select: { id: true, title: true, workId: true },
  }))
    if (after.get(`publication ${row.id}`) !== row.workId)
      return `What was published as “${row.title}” belongs to another work since.`
  for (const row of await tx.work.findMany({ ...idsOf('part'), select: { id: true, title: true, parentId: true } }))
    if (after.get(`part ${row.id}`) !== row.parentId)
      return `“${row.title}” has been made a part of something else since.`
  const merged =
    noun === 'work'
      ? await tx.work.findMany({ ...idsOf('merged'), select: { id: true, title: true, mergedIntoId: true } })
      : (await tx.person.findMany({ ...idsOf('merged'), select: { id: true, name: true, mergedIntoId: true } })).map(
          ({ name, ...row }) => ({ ...row, title: name }),
        )
  for (const row of merged)
    if (after.get(`merged ${row.id}`) !== row.mergedIntoId)
      return `“${row.title}” has been merged or parted again since. Undo that first.`
  const there = merged.length + (await tx.review.count(idsOf('review'))) + (await tx.work.count(idsOf('part')))
  const expected = links.filter(each => each.table !== 'publication').length
  return there < expected ? 'Something that was moved does not exist any more.' : null
}

async function movedRow(tx: Tx, changes: Changes): Promise<string | null> {
  const works = [...changes.credits, ...changes.editions].flatMap(({ before, after }) => [
    before?.workId,
    after?.workId,
  ])
  const ids = [...new Set(works.flatMap(id => id ?? []))]
  const credits = await tx.credit.findMany({ where: { workId: { in: ids } } })
  const credit = astray(changes.credits, credits, row => `${row.workId} ${row.position}`)
  if (credit) {
    const work = await tx.work.findUnique({ where: { id: credit.workId }, select: { title: true } })
    return `The credits of “${work?.title}” have been changed since.`
  }
  const editions = await tx.edition.findMany({ where: { workId: { in: ids } } })
  if (astray(changes.editions, editions, row => `${row.workId} ${row.position}`))
    return 'Its editions have been changed since.'
  const values = changes.externalIds.flatMap(({ before, after }) => [before?.value, after?.value]).flatMap(v => v ?? [])
  const externalIds = await tx.externalId.findMany({ where: { value: { in: values } } })
  const external = astray(changes.externalIds, externalIds, row => `${row.scheme} ${row.value}`)
  if (external) return `The id ${external.value} has been taken away or given to something else since.`
  const listIds = changes.listEntries
    .flatMap(({ before, after }) => [before?.listId, after?.listId])
    .flatMap(v => v ?? [])
  const lists = await tx.listEntry.findMany({ where: { listId: { in: listIds } } })
  const entry =
    astray(changes.listEntries, lists, row => `${row.listId} ${row.workId}`) ??
    taken(
      changes.listEntries,
      lists,
      row => `${row.listId} ${row.position}`,
      row => `${row.listId} ${row.workId}`,
    )
  if (entry) {
    const list = await tx.list.findUnique({ where: { id: entry.listId }, select: { title: true } })
    return `The list “${list?.title}” has been changed since.`
  }
  const seriesIds = changes.seriesEntries.flatMap(({ before, after }) => [before?.seriesId, after?.seriesId])
  const series = await tx.seriesEntry.findMany({ where: { seriesId: { in: seriesIds.flatMap(id => id ?? []) } } })
  const place =
    astray(changes.seriesEntries, series, row => `${row.seriesId} ${row.workId}`) ??
    taken(
      changes.seriesEntries,
      series,
      row => `${row.seriesId} ${row.position}`,
      row => `${row.seriesId} ${row.workId}`,
    )
  if (!place) return null
  const name = await tx.workSeries.findUnique({ where: { id: place.seriesId }, select: { name: true } })
  return `“${name?.name}” has been put into another order since.`
}

/** The first row that is not as the changes left it: another content, gone, or somebody in its old place. */
function astray<Row extends object>(
  changes: { before: Row | null; after: Row | null }[],
  now: Row[],
  keyOf: (row: Row) => string,
): Row | null {
  const there = new Map(now.map(row => [keyOf(row), row]))
  const filled = new Set(changes.flatMap(({ after }) => (after ? [keyOf(after)] : [])))
  for (const { before, after } of changes) {
    if (after && !isSame(after, there.get(keyOf(after)))) return after
    if (before && !filled.has(keyOf(before)) && there.has(keyOf(before))) return before
  }
  return null
}

/** The first row whose old place in the order is somebody else's by now. */
function taken<Row extends object>(
  changes: { before: Row | null; after: Row | null }[],
  now: Row[],
  placeOf: (row: Row) => string,
  keyOf: (row: Row) => string,
): Row | null {
  const leaving = new Set(changes.flatMap(({ after }) => (after ? [keyOf(after)] : [])))
  const places = new Set(now.filter(row => !leaving.has(keyOf(row))).map(placeOf))
  return changes.flatMap(({ before }) => before ?? []).find(row => places.has(placeOf(row))) ?? null
}

function isSame(row: object, other: object | undefined): boolean {
  if (!other) return false
  const now = new Map(Object.entries(other))
  return Object.entries(row).every(([column, value]) => column === 'id' || now.get(column) === value)
}

function olds<Row>(changes: { before: Row | null }[]): Row[] {
  return changes.flatMap(({ before }) => (before === null ? [] : [before]))
}

function news<Row>(changes: { after: Row | null }[]): Row[] {
  return changes.flatMap(({ after }) => (after === null ? [] : [after]))
}

function chunks<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, index) =>
    rows.slice(index * atOnce, (index + 1) * atOnce),
  )
}
