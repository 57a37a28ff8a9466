import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishWorkingCopy } from '#lib/reviews/commands-publish.ts'
import { workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { makeEditor, makeReview, makeScale, makeSection, makeWork } from '#prisma/factories.ts'
import { createBestOf } from './commands-best.ts'
import { getDeskList } from './desk-queries.ts'
import type { BestOf } from './lists-schema.ts'

await testDatabase()

const editor = await makeEditor()
const scale = await makeScale()
const [films, books] = [await makeSection(), await makeSection({ name: 'Books' })]

/** A live review of that day with that many stars; null is not scored. */
async function review(workId: string, day: string, stars: number | null, sectionId = films.id) {
  const made = await makeReview(editor, {
    workId,
    sectionId,
    rating: stars === null ? null : { scaleVersionId: scale, value: stars, unit: null },
  })
  await db().$transaction(async tx => {
    const copy = await tx.review.findUniqueOrThrow({ where: { id: made.id }, include: workingCopyInclude })
    await publishWorkingCopy(tx, null, copy, new Date(`${day}T12:00:00Z`))
  })
}

const work = async (title: string, year: number, kind: 'film' | 'book' = 'film') =>
  (await makeWork({ title, releaseYear: year, kind })).id

const [again, best, tieA, tieB, unscored, book, other] = [
  await work('Thought again', 2014),
  await work('Best', 2014),
  await work('A tie', 2014),
  await work('B tie', 2014),
  await work('Not scored', 2014),
  await work('Book', 2014, 'book'),
  await work('Of another year', 2013),
]
await review(again, '2014-02-01', 5)
await review(again, '2026-02-01', 2)
await review(best, '2014-03-01', 4.5)
await review(tieA, '2014-04-01', 4)
await review(tieB, '2014-05-01', 4)
await review(unscored, '2014-05-02', null)
await review(book, '2015-01-10', 3, books.id)
await review(other, '2014-06-01', 3.5)

const any: BestOf = { year: 2014, by: 'released', kind: null, sectionId: null, count: 10 }

async function titlesOf(input: Partial<BestOf>): Promise<string[] | string> {
  const made = await createBestOf(editor, { ...any, ...input })
  if (!made.ok) return made.code
  const list = await getDeskList(editor, made.id)
  return list?.content.entries.map(({ workId }) => list.works[workId]?.title ?? '') ?? []
}

describe('the best of a year is begun from its scores', () => {
  test('of the works that came out: the newest score counts, and of equal ones the later review', async () => {
    expect(await titlesOf({})).toEqual(['Best', 'B tie', 'A tie', 'Book', 'Thought again'])
  })

  test('of what was reviewed: that year’s score counts, whenever the work came out', async () => {
    expect(await titlesOf({ by: 'reviewed' })).toEqual(['Thought again', 'Best', 'B tie', 'A tie', 'Of another year'])
  })

  test('of a kind, of a section, of so many', async () => {
    expect(await titlesOf({ kind: 'book' })).toEqual(['Book'])
    expect(await titlesOf({ sectionId: books.id })).toEqual(['Book'])
    expect(await titlesOf({ by: 'reviewed', kind: 'film', sectionId: films.id, count: 3 })).toHaveLength(3)
    expect(await titlesOf({ by: 'reviewed', kind: 'book' })).toBe('nothing-found')
  })

  test('as a draft with a title, an address of its own, and notes for whoever signs it', async () => {
    const [first, second] = [await createBestOf(editor, any), await createBestOf(editor, any)]
    if (!first.ok || !second.ok) throw new Error('refused')
    const [one, two] = [await getDeskList(editor, first.id), await getDeskList(editor, second.id)]
    expect(one).toMatchObject({ state: 'draft', path: null, content: { title: 'The best of 2014', isRanked: true } })
    expect(one?.content.slug).not.toBe(two?.content.slug)
    expect(one?.content.entries.every(entry => entry.note === '')).toBe(true)
  })
})

test('a year without scores makes no list, and neither does a contributor', async () => {
  const before = await db().list.count()
  expect(await titlesOf({ year: 1999 })).toBe('nothing-found')
  expect(await createBestOf(await makeEditor('contributor'), any)).toEqual({ ok: false, code: 'not-allowed' })
  expect(await db().list.count()).toBe(before)
})
