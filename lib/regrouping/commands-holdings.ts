import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { titleWithin } from '#lib/works/works.ts'
import type { Holdings, Party, RegroupingNoun } from './regrouping.ts'

// What hangs on records, read for a preview or within the transaction that moves it.

type Tx = Prisma.TransactionClient

export interface RecordParty extends Party {
  noun: RegroupingNoun
  kind: string
  slug: string
  version: number
  mergedIntoId: string | null
  isTrashed: boolean
  parentId: string | null
}

/** A work or a person as a party to a merge; null when there is none. */
export async function partyOf(tx: Tx, noun: RegroupingNoun, id: string): Promise<RecordParty | null> {
  if (noun === 'work') {
    const work = await tx.work.findUnique({ where: { id }, include: { parent: { select: { title: true } } } })
    if (!work) return null
    const { kind, slug, version, mergedIntoId, parentId, trashedAt } = work
    const name = titleWithin(work.parent?.title, work.title)
    const isTrashed = trashedAt !== null
    return { noun, id, kind, slug, version, mergedIntoId, isTrashed, parentId, name, aliases: [] }
  }
  const person = await tx.person.findUnique({ where: { id } })
  if (!person) return null
  const { kind, slug, version, mergedIntoId, trashedAt, name, aliases } = person
  const isTrashed = trashedAt !== null
  return { noun, id, kind, slug, version, mergedIntoId, isTrashed, parentId: null, name, aliases }
}

const creditSelect = { id: true, workId: true, personId: true, role: true, character: true, position: true } as const
const idSelect = { id: true, workId: true, personId: true, scheme: true, value: true } as const

/** Everything that hangs on these works or people. */
export async function holdingsOf(tx: Tx, noun: RegroupingNoun, ids: string[]): Promise<Holdings> {
  return noun === 'work' ? holdingsOfWorks(tx, ids) : holdingsOfPeople(tx, ids)
}

async function holdingsOfWorks(tx: Tx, ids: string[]): Promise<Holdings> {
  const mine = { where: { workId: { in: ids } } }
  const credits = await tx.credit.findMany({
    ...mine,
    select: { ...creditSelect, person: { select: { name: true } } },
    orderBy: [{ workId: 'asc' }, { position: 'asc' }],
  })
  const editions = await tx.edition.findMany({ ...mine, orderBy: { position: 'asc' } })
  const listEntries = await tx.listEntry.findMany({ ...mine, include: { list: { select: { title: true } } } })
  const seriesEntries = await tx.seriesEntry.findMany({ ...mine, include: { series: { select: { name: true } } } })
  const parts = await tx.work.findMany({
    where: { parentId: { in: ids }, mergedIntoId: null },
    select: { id: true, parentId: true, title: true },
    orderBy: [{ number: 'asc' }, { sortTitle: 'asc' }],
  })
  const merged = await tx.work.findMany({
    where: { mergedIntoId: { in: ids } },
    select: { id: true, mergedIntoId: true },
  })
  return {
    credits: credits.map(({ person: _, ...row }) => row),
    externalIds: await tx.externalId.findMany({ ...mine, select: idSelect, orderBy: { id: 'asc' } }),
    editions,
    listEntries: listEntries.map(({ list: _, ...row }) => row),
    seriesEntries: seriesEntries.map(({ series: _, ...row }) => row),
    reviews: await tx.review.findMany({ ...mine, select: { id: true, workId: true }, orderBy: { id: 'asc' } }),
    publications: await tx.publication.findMany({
      ...mine,
      select: { id: true, reviewId: true, workId: true },
      orderBy: { id: 'asc' },
    }),
    parts: parts.map(({ id, parentId, title }) => ({ id, parentId, label: title })),
    merged: merged.map(({ id, mergedIntoId }) => ({ id, into: mergedIntoId })),
    names: Object.fromEntries([
      ...credits.map(row => [row.personId, row.person.name]),
      ...listEntries.map(row => [row.listId, row.list.title]),
      ...seriesEntries.map(row => [row.seriesId, row.series.name]),
    ]),
  }
}

async function holdingsOfPeople(tx: Tx, ids: string[]): Promise<Holdings> {
  const mine = { where: { personId: { in: ids } } }
  const credits = await tx.credit.findMany({
    ...mine,
    select: { ...creditSelect, work: { select: { title: true, parent: { select: { title: true } } } } },
    orderBy: [{ work: { releaseYear: 'desc' } }, { workId: 'asc' }, { position: 'asc' }],
  })
  const merged = await tx.person.findMany({
    where: { mergedIntoId: { in: ids } },
    select: { id: true, mergedIntoId: true },
  })
  return {
    credits: credits.map(({ work: _, ...row }) => row),
    externalIds: await tx.externalId.findMany({ ...mine, select: idSelect, orderBy: { id: 'asc' } }),
    editions: [],
    listEntries: [],
    seriesEntries: [],
    reviews: [],
    publications: [],
    parts: [],
    merged: merged.map(({ id, mergedIntoId }) => ({ id, into: mergedIntoId })),
    names: Object.fromEntries(credits.map(({ workId, work }) => [workId, titleWithin(work.parent?.title, work.title)])),
  }
}

/** The ids of everything above a work. */
export async function ancestorsOf(tx: Tx, workId: string): Promise<string[]> {
  const above: string[] = []
  for (let id: string | null = workId; id !== null && above.length < 10; ) {
    const work: { parentId: string | null } | null = await tx.work.findUnique({
      where: { id },
      select: { parentId: true },
    })
    id = work?.parentId ?? null
    if (id) above.push(id)
  }
  return above
}

/** The same reads outside of a transaction that writes, for previews. */
export function reading(): Tx {
  return db()
}
