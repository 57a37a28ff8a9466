import type { Prisma } from '#lib/db/generated/client.ts'
import { type AddressedNoun, archivePath, pathOf, slugify } from './addresses.ts'

type Tx = Prisma.TransactionClient

type SluggedNoun = 'work' | 'person' | 'list' | 'series'

/** "her", or "her-2013", or "her-2": the first that neither a row nor an address has, or ever had. */
export async function freeSlug(tx: Tx, noun: SluggedNoun, title: string, year: number | null = null): Promise<string> {
  const base = slugify(title)
  const candidates = [
    base,
    ...(year === null ? [] : [`${base}-${year}`]),
    ...Array.from({ length: 500 }, (_, index) => `${base}-${index + 2}`),
  ]
  for (const slug of candidates) if (await isFreeSlug(tx, noun, slug)) return slug
  throw new Error(`There are too many called ${base}`)
}

/** Whether no other row has this slug, and no other row has or had the address. */
export async function isFreeSlug(tx: Tx, noun: SluggedNoun, slug: string, ownId?: string): Promise<boolean> {
  const row = await rowWithSlug(tx, noun, slug)
  const address = await tx.address.findUnique({ where: { path: pathOf(noun, slug) }, select: { subjectId: true } })
  return (row === null || row.id === ownId) && (address === null || address.subjectId === ownId)
}

function rowWithSlug(tx: Tx, noun: SluggedNoun, slug: string): Promise<{ id: string } | null> {
  const one = { where: { slug }, select: { id: true } }
  switch (noun) {
    case 'work':
      return tx.work.findUnique(one)
    case 'person':
      return tx.person.findUnique(one)
    case 'list':
      return tx.list.findUnique(one)
    case 'series':
      return tx.workSeries.findUnique(one)
  }
}

/**
 * Makes `path` the live address of a row, inside the transaction that publishes it. Older addresses of the same row move: each of
 * them, and whatever already pointed at them, now points here in one hop. False when the path is another row's.
 */
export async function claimAddress(tx: Tx, noun: AddressedNoun, subjectId: string, slug: string): Promise<boolean> {
  const path = pathOf(noun, slug)
  const holder = await tx.address.findUnique({ where: { path } })
  if (holder?.state === 'live' && holder.subjectId === subjectId) return true
  if (holder && holder.subjectId !== subjectId) return false
  const now = new Date()
  const live = { state: 'live', target: null, changedAt: now } as const
  await tx.address.upsert({ where: { path }, create: { path, kind: noun, subjectId, ...live }, update: live })
  const older = await tx.address.findMany({ where: { subjectId, kind: noun, path: { not: path } } })
  const paths = older.map(address => address.path)
  if (paths.length > 0) {
    await tx.address.updateMany({
      where: { OR: [{ path: { in: paths } }, { target: { in: paths } }], NOT: { path } },
      data: { state: 'moved', target: path, changedAt: now },
    })
  }
  return true
}

/** Ends the live address of a row: readers get 410 from now on. What had moved to it still leads there, and says the same. */
export async function endAddress(tx: Tx, subjectIds: string[]): Promise<void> {
  await tx.address.updateMany({
    where: { subjectId: { in: subjectIds }, state: 'live' },
    data: { state: 'gone', changedAt: new Date() },
  })
}

/**
 * Gives works and the people credited in them a page when something about them is live, and ends their page when nothing is.
 * Takes the ids of the works whose reviews have changed; the series above them are seen to as well. Returns everything it looked at.
 */
export async function syncWorkAddresses(
  tx: Tx,
  workIds: string[],
): Promise<{ workIds: string[]; personIds: string[]; seriesIds: string[] }> {
  const works = await withAncestors(tx, workIds)
  const credits = await tx.credit.findMany({
    where: { workId: { in: works.map(work => work.id) } },
    distinct: ['personId'],
    select: { personId: true },
  })
  for (const work of works)
    await keepOrEnd(
      tx,
      'work',
      work,
      await hasLiveReview(tx, [{ id: work.id }, { parentId: work.id }, { parent: { parentId: work.id } }]),
    )
  const personIds = credits.map(credit => credit.personId)
  await syncPersonAddresses(tx, personIds)
  const entries = await tx.seriesEntry.findMany({
    where: { workId: { in: works.map(work => work.id) } },
    distinct: ['seriesId'],
    select: { seriesId: true },
  })
  const seriesIds = entries.map(entry => entry.seriesId)
  await syncSeriesAddresses(tx, seriesIds)
  return { workIds: works.map(work => work.id), personIds, seriesIds }
}

/** Gives series a page while something is live about one of their works, or about a part of it. */
export async function syncSeriesAddresses(tx: Tx, seriesIds: string[]): Promise<void> {
  const all = await tx.workSeries.findMany({ where: { id: { in: seriesIds } }, select: { id: true, slug: true } })
  for (const series of all) {
    const among = { inSeries: { some: { seriesId: series.id } } }
    await keepOrEnd(
      tx,
      'series',
      series,
      await hasLiveReview(tx, [among, { parent: among }, { parent: { parent: among } }]),
    )
  }
}

/** Gives people a page while something that they are credited in is live; whoever is credited no more loses theirs. */
export async function syncPersonAddresses(tx: Tx, personIds: string[]): Promise<void> {
  // A long cast is looked up at once, and only those are written whose page comes, goes or moves.
  const isLive = { publications: { some: { isCurrent: true } } }
  const people = await tx.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, slug: true, mergedFrom: { select: { id: true }, take: 1 } },
  })
  const addresses = await tx.address.findMany({ where: { subjectId: { in: personIds }, state: 'live' } })
  const credits = await tx.credit.findMany({
    where: {
      personId: { in: personIds },
      work: { OR: [isLive, { parts: { some: isLive } }, { parts: { some: { parts: { some: isLive } } } }] },
    },
    distinct: ['personId'],
    select: { personId: true },
  })
  const live = new Set(credits.map(credit => credit.personId))
  const paths = new Map(addresses.map(address => [address.subjectId, address.path]))
  for (const person of people) {
    const path = live.has(person.id) ? pathOf('person', person.slug) : undefined
    // Whoever was merged into somebody leads to them, though their own page stays where it is.
    const isHeir = path !== undefined && person.mergedFrom.length > 0
    if (isHeir || paths.get(person.id) !== path) await keepOrEnd(tx, 'person', person, live.has(person.id))
  }
}

/** The archive pages of a year and of its months exist while something of that year, or of that month, is live. */
export async function syncArchiveAddress(tx: Tx, year: number): Promise<void> {
  const months = await tx.publication.groupBy({
    by: ['month'],
    where: { isCurrent: true, translationOfId: null, year },
  })
  const own = pathOf('archive', year)
  const live = months.length > 0 ? [own, ...months.map(({ month }) => archivePath(year, month))] : []
  await tx.address.createMany({
    data: live.map(path => ({ path, kind: 'archive' as const, state: 'live' as const })),
    skipDuplicates: true,
  })
  await tx.address.deleteMany({
    where: { kind: 'archive', OR: [{ path: own }, { path: { startsWith: `${own}/` } }], NOT: { path: { in: live } } },
  })
}

async function hasLiveReview(tx: Tx, works: Prisma.WorkWhereInput[]): Promise<boolean> {
  return (
    (await tx.publication.findFirst({ where: { isCurrent: true, work: { OR: works } }, select: { id: true } })) !== null
  )
}

async function keepOrEnd(
  tx: Tx,
  noun: 'work' | 'person' | 'series',
  row: { id: string; slug: string },
  live: boolean,
): Promise<void> {
  if (!live) return endAddress(tx, [row.id])
  if (!(await claimAddress(tx, noun, row.id, row.slug)))
    throw new Error(`${pathOf(noun, row.slug)} belongs to another ${noun}`)
  if (noun !== 'series') await adoptAddresses(tx, noun, row)
}

/** Whatever was merged into the row leads to it in one hop, wherever it led before. */
async function adoptAddresses(tx: Tx, noun: 'work' | 'person', row: { id: string; slug: string }): Promise<void> {
  const into = { where: { mergedIntoId: row.id }, select: { id: true } }
  const merged = noun === 'work' ? await tx.work.findMany(into) : await tx.person.findMany(into)
  if (merged.length === 0) return
  const target = pathOf(noun, row.slug)
  const mine = { subjectId: { in: merged.map(each => each.id) }, path: { not: target } }
  await tx.address.updateMany({
    // Said apart: a target that is null is not unlike another to SQL.
    where: { ...mine, OR: [{ state: { not: 'moved' } }, { target: { not: target } }] },
    data: { state: 'moved', target, changedAt: new Date() },
  })
}

async function withAncestors(tx: Tx, workIds: string[]): Promise<{ id: string; slug: string }[]> {
  const select = { id: true, slug: true, parentId: true } as const
  const found = new Map<string, { id: string; slug: string }>()
  for (let ids = workIds; ids.length > 0; ) {
    const works = await tx.work.findMany({ where: { id: { in: ids } }, select })
    for (const work of works) found.set(work.id, work)
    ids = works.flatMap(work => (work.parentId && !found.has(work.parentId) ? [work.parentId] : []))
  }
  return [...found.values()]
}
