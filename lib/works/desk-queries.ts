import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { literally } from '#lib/db/like.ts'
import { worksCalled } from './desk-queries-called.ts'
import type { DeskPerson, DeskWork, MentionChoice } from './desk-works.ts'
import { kindName, sortTitle, titleWithin, type WorkKind } from './works.ts'

export const deskWorkSelect = {
  id: true,
  kind: true,
  title: true,
  sortTitle: true,
  slug: true,
  releaseYear: true,
  parent: { select: { title: true } },
  credits: { select: { role: true, person: { select: { name: true } } }, orderBy: { position: 'asc' }, take: 2 },
} satisfies Prisma.WorkSelect

type WorkRow = Prisma.WorkGetPayload<{ select: typeof deskWorkSelect }>

/** Works whose title, original title or series contains the words, likeliest first; the latest ones when nothing was typed. */
export async function searchWorks(
  _editor: Editor,
  query: string,
  { kinds, take = 8 }: { kinds?: WorkKind[]; take?: number } = {},
): Promise<DeskWork[]> {
  const narrowed = { mergedIntoId: null, trashedAt: null, ...(kinds && { kind: { in: kinds } }) }
  if (query === '') {
    const latest = await db().work.findMany({
      where: narrowed,
      select: deskWorkSelect,
      orderBy: { createdAt: 'desc' },
      take,
    })
    return latest.map(toDeskWork)
  }
  // What so many are called is found by the title that they are sorted by.
  const called = (await worksCalled(query)) ?? []
  const rows = await db().work.findMany({
    where: { ...narrowed, OR: [{ sortTitle: { contains: literally(sortTitle(query)) } }, { id: { in: called } }] },
    select: deskWorkSelect,
    orderBy: { sortTitle: 'asc' },
    take: 100,
  })
  return likeliestFirst(rows, sortTitle(query), row => row.sortTitle)
    .slice(0, take)
    .map(toDeskWork)
}

/** Works and people for `@`, mixed, likeliest first. */
export async function searchMentions(editor: Editor, query: string, take = 8): Promise<MentionChoice[]> {
  const works = await searchWorks(editor, query, { take })
  const people = query === '' ? [] : await searchPeople(query, take)
  const choices: MentionChoice[] = [
    ...works.map(work => ({ kind: 'work' as const, id: work.id, label: work.title, detail: workDetail(work) })),
    ...people.map(person => ({ kind: 'person' as const, id: person.id, label: person.name, detail: person.knownFor })),
  ]
  return likeliestFirst(choices, sortTitle(query), choice => sortTitle(choice.label)).slice(0, take)
}

/** Who is known here by exactly these names (case and accents aside), by name. */
export async function recognisePeople(_editor: Editor, names: string[]): Promise<Record<string, DeskPerson[]>> {
  if (names.length === 0) return {}
  const found = await Promise.all(
    names.map(async name => {
      const rows = await db().person.findMany({
        where: {
          mergedIntoId: null,
          trashedAt: null,
          OR: [{ name: { equals: literally(name), mode: 'insensitive' } }, { aliases: { has: name } }],
        },
        select: personSelect,
        take: 5,
      })
      return [name, rows.map(toDeskPerson)] as const
    }),
  )
  return Object.fromEntries(found.filter(([, people]) => people.length > 0))
}

/** "Film, 2013, Spike Jonze" */
export function workDetail({ kind, year, makers }: Pick<DeskWork, 'kind' | 'year' | 'makers'>): string {
  return [kindName(kind), ...(year === null ? [] : [String(year)]), ...(makers ? [makers] : [])].join(', ')
}

export function toDeskWork(row: WorkRow): DeskWork {
  return {
    id: row.id,
    kind: row.kind,
    title: titleWithin(row.parent?.title, row.title),
    year: row.releaseYear,
    makers: [...new Set(row.credits.map(credit => credit.person.name))].join(', '),
    slug: row.slug,
  }
}

const personSelect = {
  id: true,
  name: true,
  credits: {
    select: { work: { select: { title: true } } },
    orderBy: { work: { releaseYear: 'desc' } },
    distinct: ['workId'],
    take: 2,
  },
} satisfies Prisma.PersonSelect

async function searchPeople(query: string, take: number): Promise<DeskPerson[]> {
  const rows = await db().person.findMany({
    where: {
      mergedIntoId: null,
      trashedAt: null,
      OR: [{ name: { contains: literally(query), mode: 'insensitive' } }, { aliases: { has: query } }],
    },
    select: personSelect,
    orderBy: { sortName: 'asc' },
    take,
  })
  return rows.map(toDeskPerson)
}

function toDeskPerson(row: Prisma.PersonGetPayload<{ select: typeof personSelect }>): DeskPerson {
  return { id: row.id, name: row.name, knownFor: row.credits.map(credit => credit.work.title).join(', ') }
}

/** What is exactly it, then what begins with it, then the rest, each in the order given. */
function likeliestFirst<T>(found: T[], query: string, wordsOf: (item: T) => string): T[] {
  const rank = (item: T) => {
    const words = wordsOf(item)
    if (words === query) return 0
    return words.startsWith(query) ? 1 : 2
  }
  return found
    .map((item, index) => ({ item, index, rank: rank(item) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ item }) => item)
}
