import type { Prisma } from '#lib/db/generated/client.ts'
import { type AddressedNoun, pathOf } from './addresses.ts'

type Tx = Prisma.TransactionClient

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
): Promise<{ workIds: string[]; personIds: string[] }> {
  const works = await withAncestors(tx, workIds)
  const credits = await tx.credit.findMany({
    where: { workId: { in: works.map(work => work.id) } },
    select: { person: { select: { id: true, slug: true } } },
  })
  const people = [...new Map(credits.map(({ person }) => [person.id, person])).values()]
  for (const work of works)
    await keepOrEnd(
      tx,
      'work',
      work,
      await hasLiveReview(tx, [{ id: work.id }, { parentId: work.id }, { parent: { parentId: work.id } }]),
    )
  for (const person of people) {
    const credited = { credits: { some: { personId: person.id } } }
    await keepOrEnd(
      tx,
      'person',
      person,
      await hasLiveReview(tx, [credited, { parent: credited }, { parent: { parent: credited } }]),
    )
  }
  return { workIds: works.map(work => work.id), personIds: people.map(person => person.id) }
}

/** The archive page of a year exists while something of that year is live. */
export async function syncArchiveAddress(tx: Tx, year: number): Promise<void> {
  const path = pathOf('archive', year)
  const live = await tx.publication.findFirst({ where: { year, isCurrent: true }, select: { id: true } })
  if (live)
    await tx.address.upsert({
      where: { path },
      create: { path, kind: 'archive', state: 'live' },
      update: { state: 'live' },
    })
  else await tx.address.deleteMany({ where: { path } })
}

async function hasLiveReview(tx: Tx, works: Prisma.WorkWhereInput[]): Promise<boolean> {
  return (
    (await tx.publication.findFirst({ where: { isCurrent: true, work: { OR: works } }, select: { id: true } })) !== null
  )
}

async function keepOrEnd(
  tx: Tx,
  noun: 'work' | 'person',
  row: { id: string; slug: string },
  live: boolean,
): Promise<void> {
  if (!live) return endAddress(tx, [row.id])
  if (!(await claimAddress(tx, noun, row.id, row.slug)))
    throw new Error(`${pathOf(noun, row.slug)} belongs to another ${noun}`)
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
