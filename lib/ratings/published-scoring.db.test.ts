import { expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview, unique } from '#prisma/factories.ts'
import { changeScale, createScale } from './commands.ts'
import { getDeskScale } from './desk-queries.ts'
import { getScoring } from './published-scoring.ts'
import { startingPoints } from './scales.ts'
import { scaleFormSchema } from './scales-schema.ts'

await testDatabase()

test('the scoring policy has the scales in use, real examples in their bands, and what older versions still say', async () => {
  const editor = await makeEditor()
  const five = scaleFormSchema.parse(startingPoints[0].typed)
  const made = await createScale(editor, { ...five, name: unique('Stars'), note: 'For films.' })
  if (!made.ok) throw new Error(made.code)
  const { key } = made
  expect((await getScoring()).scales.some(scale => scale.key === key)).toBe(false)
  const publish = async (value: number | null) => {
    const scale = await getDeskScale(editor, key)
    const rating = value === null || !scale ? null : { scaleVersionId: scale.versions[0].id, value, unit: null }
    const review = await makeReview(editor, { rating })
    const outcome = await publishReview(editor, { id: review.id, version: review.version })
    if (!outcome.ok) throw new Error(outcome.code)
    return review.id
  }
  const first = await getDeskScale(editor, key)
  await db().scaleReading.create({
    data: {
      versionId: first?.versions[0].id ?? '',
      bands: [
        { from: 0, sentence: 'No.' },
        { from: 3, sentence: 'Go.' },
        { from: 5, sentence: 'Run.' },
      ],
    },
  })
  const [low, middle, best, zero, none] = [
    await publish(2.5),
    await publish(4.5),
    await publish(5),
    await publish(0),
    await publish(null),
  ]
  const scoring = await getScoring()
  const scale = scoring.scales.find(candidate => candidate.key === key)
  expect(scale).toMatchObject({ note: 'For films.', older: [], present: { live: 4, until: null } })
  const bands = scale?.present.bands.map(band => [band.from, band.to, band.sentence, band.examples.map(({ id }) => id)])
  expect(bands).toEqual([
    [5, 5, 'Run.', [best]],
    [3, 4.5, 'Go.', [middle]],
    [0, 2.5, 'No.', [zero, low]],
  ])
  expect(scoring.zero?.id).toBe(zero)
  expect(scoring.unscored.examples.map(({ id }) => id)).toContain(none)

  const now = await getDeskScale(editor, key)
  const input = { ...five, name: 'Ten', definition: { ...five.definition, max: 10, step: 1 } }
  await changeScale(editor, { key, seen: now?.seen ?? '', input })
  const later = (await getScoring()).scales.find(candidate => candidate.key === key)
  expect(later?.present).toMatchObject({ live: 0, scale: { max: 10 } })
  expect(later?.older).toMatchObject([{ live: 4, scale: { max: 5 }, until: expect.stringMatching(/^\d{4}-/) }])
  expect(later?.older[0]?.reviews.map(({ id }) => id)).toEqual([zero, best, middle, low])
})
