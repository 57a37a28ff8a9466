import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishWorkingCopy, retractReview } from '#lib/reviews/commands-publish.ts'
import { workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import { getArchivePage, listArchive } from './published.ts'

await testDatabase()

const editor = await makeEditor()

async function publishedAt(at: string) {
  const made = await makeReview(editor)
  await db().$transaction(async tx => {
    const copy = await tx.review.findUniqueOrThrow({ where: { id: made.id }, include: workingCopyInclude })
    const outcome = await publishWorkingCopy(tx, null, copy, new Date(at))
    if (!outcome.ok) throw new Error(outcome.code)
  })
  return made
}

const monthOf = async ({ id }: { id: string }) => {
  const row = await db().publication.findFirstOrThrow({ where: { reviewId: id, isCurrent: true } })
  return [row.year, row.month]
}
const setZone = (value: string) =>
  db().setting.upsert({ where: { key: 'timeZone' }, create: { key: 'timeZone', value }, update: { value } })
const addresses = async (year: number) =>
  (
    await db().address.findMany({
      where: { path: { startsWith: `/archive/${year}` }, state: 'live' },
      orderBy: { path: 'asc' },
    })
  ).map(address => address.path)

describe('a review belongs to the month', () => {
  test('in which it came out where the publication is', async () => {
    await setZone('Europe/London')
    // In winter London keeps UTC; in summer it is an hour ahead.
    expect(await monthOf(await publishedAt('2001-12-31T23:30:00Z'))).toEqual([2001, 12])
    expect(await monthOf(await publishedAt('2001-06-30T23:30:00Z'))).toEqual([2001, 7])
    await setZone('Europe/Berlin')
    expect(await monthOf(await publishedAt('2003-12-31T23:30:00Z'))).toEqual([2004, 1])
    await setZone('America/New_York')
    expect(await monthOf(await publishedAt('2006-01-01T04:30:00Z'))).toEqual([2005, 12])
    expect(await addresses(2005)).toEqual(['/archive/2005', '/archive/2005/12'])
    expect(await addresses(2006)).toEqual([])
    await setZone('Europe/London')
  })

  test('and is on the pages of that month and year, newest first', async () => {
    const [early, late] = [await publishedAt('2010-03-01T00:00:00Z'), await publishedAt('2010-03-31T22:59:59Z')]
    const next = await publishedAt('2010-03-31T23:00:00Z')
    const ids = async (month: number | null) => (await getArchivePage(2010, month, 1)).reviews.map(review => review.id)
    expect(await ids(3)).toEqual([late.id, early.id])
    expect(await ids(4)).toEqual([next.id])
    expect(await ids(null)).toEqual([next.id, late.id, early.id])
    expect((await listArchive()).find(entry => entry.year === 2010)).toEqual({
      year: 2010,
      count: 3,
      months: [
        { month: 3, count: 2 },
        { month: 4, count: 1 },
      ],
    })
  })
})

test('the address of a month is there while something of it is', async () => {
  const [one, two] = [await publishedAt('2011-02-10T12:00:00Z'), await publishedAt('2011-05-10T12:00:00Z')]
  expect(await addresses(2011)).toEqual(['/archive/2011', '/archive/2011/02', '/archive/2011/05'])
  await retractReview(editor, one)
  expect(await addresses(2011)).toEqual(['/archive/2011', '/archive/2011/05'])
  await retractReview(editor, two)
  expect(await addresses(2011)).toEqual([])
})

test('a month is as fixed as the rest of a publication', async () => {
  const made = await publishedAt('2012-02-10T12:00:00Z')
  const write = db().publication.updateMany({ where: { reviewId: made.id }, data: { month: 3 } })
  await expect(write).rejects.toThrow()
})
