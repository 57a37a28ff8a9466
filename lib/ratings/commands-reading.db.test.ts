import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import { makeEditor, makeReview, makeScale } from '#prisma/factories.ts'
import { readScaleAnew } from './commands-reading.ts'
import type { ScaleReading } from './reading.ts'

await testDatabase()

const plain: ScaleReading = { bands: [], projection: [], freshFrom: null }
const generous: ScaleReading = {
  bands: [
    { from: 0, sentence: 'No.' },
    { from: 3, sentence: 'Go.' },
  ],
  projection: [
    [0, 0],
    [3, 80],
    [5, 100],
  ],
  freshFrom: null,
}

async function publishOn(scaleVersionId: string, value: number) {
  const editor = await makeEditor()
  const review = await makeReview(editor, { rating: { scaleVersionId, value, unit: null } })
  const published = await publishReview(editor, { id: review.id, version: review.version })
  if (!published.ok) throw new Error(published.code)
  return { ...review, slug: published.slug }
}

async function scoreOf(reviewId: string) {
  const row = await db().publication.findFirstOrThrow({ where: { reviewId, isCurrent: true } })
  return row.score?.toNumber() ?? null
}

describe('reading a scale anew', () => {
  test('moves every score of that version, and of no other, without touching what readers are told', async () => {
    const [version, other] = [await makeScale(), await makeScale()]
    const three = await publishOn(version, 3)
    const four = await publishOn(version, 4)
    const elsewhere = await publishOn(other, 3)
    expect(await scoreOf(three.id)).toBe(60)
    const before = await getPublishedReview(three.slug)
    expect(await readScaleAnew(await makeEditor(), { versionId: version, seen: 'none', reading: generous })).toEqual({
      ok: true,
      moved: 2,
    })
    expect([await scoreOf(three.id), await scoreOf(four.id), await scoreOf(elsewhere.id)]).toEqual([80, 90, 60])
    const after = await getPublishedReview(three.slug)
    expect(after).toEqual({ ...before, score: 80 })
  })

  test('is what later publications count by, and can be taken back', async () => {
    const version = await makeScale()
    const editor = await makeEditor()
    await readScaleAnew(editor, { versionId: version, seen: 'none', reading: generous })
    const late = await publishOn(version, 3)
    expect(await scoreOf(late.id)).toBe(80)
    const { updatedAt } = await db().scaleReading.findUniqueOrThrow({ where: { versionId: version } })
    expect(await readScaleAnew(editor, { versionId: version, seen: updatedAt.toISOString(), reading: plain })).toEqual({
      ok: true,
      moved: 1,
    })
    expect(await scoreOf(late.id)).toBe(60)
  })

  test('drops every page when a score moved, and only the scoring page when words did', async () => {
    const version = await makeScale()
    const editor = await makeEditor()
    const last = () => db().contentEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await readScaleAnew(editor, { versionId: version, seen: 'none', reading: { ...plain, bands: generous.bands } })
    expect(await last()).toMatchObject({ kind: 'scale.read', tags: ['scoring'], purge: false })
    await publishOn(version, 3)
    const { updatedAt } = await db().scaleReading.findUniqueOrThrow({ where: { versionId: version } })
    await readScaleAnew(editor, { versionId: version, seen: updatedAt.toISOString(), reading: generous })
    expect(await last()).toMatchObject({ kind: 'scale.read', purge: true })
  })

  test('is refused for others, for a reading that was changed meanwhile, and where a better score would count less', async () => {
    const version = await makeScale()
    const review = await publishOn(version, 3)
    const change = { versionId: version, seen: 'none', reading: generous }
    for (const role of ['critic', 'contributor'] as const)
      expect(await readScaleAnew(await makeEditor(role), change)).toEqual({ ok: false, code: 'not-allowed' })
    const editor = await makeEditor()
    const falling: ScaleReading = {
      bands: [],
      projection: [
        [0, 0],
        [3, 80],
        [5, 70],
      ],
      freshFrom: null,
    }
    expect(await readScaleAnew(editor, { ...change, reading: falling })).toMatchObject({
      code: 'invalid',
      field: 'projection',
    })
    expect(await readScaleAnew(editor, { ...change, versionId: review.id })).toEqual({ ok: false, code: 'not-found' })
    expect(await scoreOf(review.id)).toBe(60)
    const outcomes = await Promise.all([
      readScaleAnew(editor, change),
      readScaleAnew(await makeEditor('owner'), change),
    ])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.find(outcome => !outcome.ok)).toEqual({ ok: false, code: 'stale' })
  })

  test('while reviews are published misses none of them', async () => {
    const version = await makeScale()
    const editor = await makeEditor()
    const reviews = await Promise.all(
      [3, 3, 4, 4].map(value => makeReview(editor, { rating: { scaleVersionId: version, value, unit: null } })),
    )
    await Promise.all([
      ...reviews.map(({ id, version: at }) => publishReview(editor, { id, version: at })),
      readScaleAnew(editor, { versionId: version, seen: 'none', reading: generous }),
    ])
    expect(await Promise.all(reviews.map(({ id }) => scoreOf(id)))).toEqual([80, 80, 90, 90])
  })
})
