import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, makeScale, makeWork } from '#prisma/factories.ts'
import { getTopPage, listTopChoices, topPerPage } from './published.ts'
import type { TopFilter } from './top.ts'

await testDatabase()

const editor = await makeEditor()
const scale = await makeScale()

async function review(workId: string, stars: number | null) {
  const made = await makeReview(editor, {
    workId,
    rating: stars === null ? null : { scaleVersionId: scale, value: stars, unit: null },
  })
  const published = await publishReview(editor, made)
  if (!published.ok) throw new Error(published.code)
  return made
}

const standingOf = async (workId: string) => (await db().standing.findUnique({ where: { workId } }))?.score.toNumber()
const shown = async (filter: TopFilter, page = 1) =>
  (await getTopPage(filter, page)).works.map(({ rank, isTied, review: { work } }) => [rank, work.title, isTied])

describe('a work stands', () => {
  test('with its newest score, and with the one before when that is retracted', async () => {
    const work = await makeWork({ title: 'Twice', kind: 'app' })
    await review(work.id, 2)
    expect(await standingOf(work.id)).toBe(40)
    const second = await review(work.id, 5)
    expect(await standingOf(work.id)).toBe(100)
    await review(work.id, null)
    expect(await standingOf(work.id)).toBe(100)
    await retractReview(editor, second)
    expect(await standingOf(work.id)).toBe(40)
  })

  test('nowhere while nothing of it has a score', async () => {
    const work = await makeWork({ kind: 'app' })
    const only = await review(work.id, null)
    expect(await standingOf(work.id)).toBeUndefined()
    await retractReview(editor, only)
    const scored = await review(work.id, 3)
    await retractReview(editor, scored)
    expect(await standingOf(work.id)).toBeUndefined()
  })

  test('where it belongs when its reviews move to another work, or the house reads a scale anew', async () => {
    const [from, into] = [await makeWork({ kind: 'app' }), await makeWork({ kind: 'app' })]
    const moved = await review(from.id, 4)
    await db().publication.updateMany({ where: { reviewId: moved.id }, data: { workId: into.id } })
    expect([await standingOf(from.id), await standingOf(into.id)]).toEqual([undefined, 80])
    await db().publication.updateMany({ where: { reviewId: moved.id }, data: { score: 75 } })
    expect(await standingOf(into.id)).toBe(75)
  })

  test('by what the work is called now: its kind, year and genres', async () => {
    const work = await makeWork({ title: 'Corrected', kind: 'app', releaseYear: 1950 })
    await review(work.id, 4)
    await db().work.update({ where: { id: work.id }, data: { kind: 'product', releaseYear: 1951, genres: ['Kettle'] } })
    expect(await shown({ kind: 'product', year: 1951, genre: 'Kettle' })).toEqual([[1, 'Corrected', false]])
  })

  test('once, when two reviews of it are published at the same time', async () => {
    const work = await makeWork({ kind: 'app' })
    await Promise.all([1, 2, 3, 4].map(stars => review(work.id, stars)))
    const newest = await db().publication.findFirst({
      where: { workId: work.id, isCurrent: true },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    })
    expect(await db().standing.findUnique({ where: { workId: work.id } })).toMatchObject({
      publicationId: newest?.id,
    })
  })
})

describe('the top', () => {
  test('shares a rank among equal scores, and counts on from there', async () => {
    for (const [title, stars] of [
      ['C', 4],
      ['A', 5],
      ['B', 4],
      ['D', 1],
    ] as const) {
      const work = await makeWork({ title, kind: 'podcast', releaseYear: 1990 + stars, genres: ['Talk'] })
      await review(work.id, stars)
    }
    expect(await shown({ kind: 'podcast' })).toEqual([
      [1, 'A', false],
      [2, 'B', true],
      [2, 'C', true],
      [4, 'D', false],
    ])
    expect(await shown({ kind: 'podcast', decade: 1990, genre: 'Talk' })).toHaveLength(4)
    expect(await shown({ kind: 'podcast', year: 1994 })).toHaveLength(2)
    expect(await shown({ kind: 'podcast', decade: 1980 })).toEqual([])
    const choices = await listTopChoices()
    expect(choices.kinds).toContain('podcast')
    expect(choices.decades).toContain(1990)
    expect(choices.genres).toContain('Talk')
  })

  test('keeps ranks and ties across its pages, and a page past the end is the last', async () => {
    for (let number = 0; number <= topPerPage; number += 1)
      await review((await makeWork({ title: `Dish ${number}`, kind: 'restaurant' })).id, number === 0 ? 5 : 3)
    const second = await getTopPage({ kind: 'restaurant' }, 99)
    expect(second).toMatchObject({ total: topPerPage + 1, page: 2, pages: 2 })
    expect(second.works).toMatchObject([{ rank: 2, isTied: true }])
    expect((await getTopPage({ kind: 'restaurant' }, 1)).works.at(-1)).toMatchObject({ rank: 2, isTied: true })
  }, 60_000)
})
