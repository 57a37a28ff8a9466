import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { lowerCaseWords } from './archive-words.ts'
import { commonNames, commonWords } from './common-words.ts'
import type { KnownName } from './names.ts'
import type { NameSources, NamesToCheck } from './names-schema.ts'
import { keysNear } from './near-keys.ts'
import { wordsOf } from './words.ts'

/** What the names of a review with this work and these mentions are checked against, small enough for a browser. */
export async function getNamesToCheck(editor: Editor, sources: NameSources): Promise<NamesToCheck> {
  const [{ known, linkable }, house, accepted] = await Promise.all([
    findNames([sources]).then(([found = nothing]) => found),
    getHouse(),
    listAcceptedKeys(),
  ])
  return {
    known,
    words: keysNear(known, house.words),
    otherNames: keysNear(known, house.otherNames),
    accepted,
    mayAccept: can(editor, 'name.accept'),
    linkable,
  }
}

export type ReviewNames = Pick<NamesToCheck, 'known' | 'linkable'>

const nothing: ReviewNames = { known: [], linkable: [] }

/** The names of several reviews, in their order: three queries for all of them. */
export async function findNames(reviews: NameSources[]): Promise<ReviewNames[]> {
  const workIds = reviews.flatMap(({ workId }) => workId ?? [])
  const mentionIds = reviews.flatMap(review => review.mentionIds)
  const [works, people, mentioned] = await Promise.all([
    db().work.findMany({ where: { id: { in: workIds } }, select: { ...workSelect, parent: { select: workSelect } } }),
    db().person.findMany({
      where: { id: { in: mentionIds } },
      select: { ...personSelect, mergedInto: { select: personSelect } },
    }),
    db().work.findMany({
      where: { id: { in: mentionIds } },
      select: { ...titleSelect, mergedInto: { select: titleSelect } },
    }),
  ])
  const workById = new Map(works.map(work => [work.id, work]))
  const personById = new Map(people.map(person => [person.id, person.mergedInto ?? person]))
  const mentionedById = new Map(mentioned.map(work => [work.id, work.mergedInto ?? work]))
  return reviews.map(({ workId, mentionIds: ids }) => {
    const work = workById.get(workId ?? '')
    const both = work ? [work, ...(work.parent ? [work.parent] : [])] : []
    const persons = [
      ...both.flatMap(({ credits }) => credits.map(credit => credit.person)),
      ...ids.flatMap(id => personById.get(id) ?? []),
    ]
    const titles = ids.flatMap(id => mentionedById.get(id) ?? [])
    const characters = both.flatMap(({ credits }) => credits.flatMap(({ character }) => character ?? []))
    return {
      known: unique([
        ...[...both, ...titles].flatMap(titlesOf),
        ...persons.flatMap(({ name, aliases }) =>
          [name, ...aliases].map((text): KnownName => ({ text, kind: 'person' })),
        ),
        ...characters.map((text): KnownName => ({ text, kind: 'character' })),
      ]),
      linkable: uniqueById([
        ...persons.map(({ id, name }) => ({ kind: 'person' as const, id, label: name })),
        ...titles.map(({ id, title }) => ({ kind: 'work' as const, id, label: title })),
      ]),
    }
  })
}

/** The keys of the spellings that the house has accepted, newest first. */
export async function listAcceptedKeys(): Promise<string[]> {
  const rows = await db().acceptedName.findMany({ select: { key: true }, orderBy: { at: 'desc' }, take: 10_000 })
  return rows.map(({ key }) => key)
}

export interface House {
  /** Keys of ordinary words. */
  words: ReadonlySet<string>
  /** Keys that are part of a name, of whomever. */
  otherNames: ReadonlySet<string>
  names: KnownName[]
}

/** Its vocabulary grows slowly, and reading it again costs some hundred milliseconds. */
const keptFor = 5 * 60_000
let kept: { at: number; house: Promise<House> } | null = null

/** The vocabulary of the house, at most five minutes old. */
export function getHouse(): Promise<House> {
  if (!kept || Date.now() - kept.at > keptFor) {
    const house = readHouse()
    kept = { at: Date.now(), house }
    house.catch(() => {
      kept = null
    })
  }
  return kept.house
}

/** The words of the latest thousand reviews that readers see, and everybody's name. */
export async function readHouse(): Promise<House> {
  const [texts, people, works, critics] = await Promise.all([
    db().publication.findMany({
      where: { isCurrent: true },
      select: { plainText: true },
      orderBy: { publishedAt: 'desc' },
      take: 1_000,
    }),
    db().person.findMany({ where: { mergedIntoId: null, trashedAt: null }, select: { name: true, aliases: true } }),
    db().work.findMany({
      where: { mergedIntoId: null, trashedAt: null },
      select: { title: true, originalTitle: true },
    }),
    db().critic.findMany({ select: { name: true } }),
  ])
  const persons = [...people.flatMap(({ name, aliases }) => [name, ...aliases]), ...critics.map(({ name }) => name)]
  const names = unique([...persons.map((text): KnownName => ({ text, kind: 'person' })), ...works.flatMap(titlesOf)])
  return {
    words: lowerCaseWords(
      texts.map(({ plainText }) => plainText),
      new Set(commonWords),
    ),
    otherNames: new Set([...commonNames, ...names.flatMap(({ text }) => wordsOf(text).map(word => word.key))]),
    names,
  }
}

const personSelect = { id: true, name: true, aliases: true } satisfies Prisma.PersonSelect
const titleSelect = { id: true, title: true, originalTitle: true } satisfies Prisma.WorkSelect
const workSelect = {
  ...titleSelect,
  credits: { select: { character: true, person: { select: personSelect } }, orderBy: { position: 'asc' } },
} satisfies Prisma.WorkSelect

function titlesOf({ title, originalTitle }: { title: string; originalTitle: string | null }): KnownName[] {
  return [title, ...(originalTitle ? [originalTitle] : [])].map(text => ({ text, kind: 'work' }))
}

function unique(names: KnownName[]): KnownName[] {
  return [...new Map(names.map(name => [`${name.kind} ${name.text}`, name])).values()]
}

function uniqueById<T extends { id: string }>(rows: T[]): T[] {
  return [...new Map(rows.map(row => [row.id, row])).values()]
}
