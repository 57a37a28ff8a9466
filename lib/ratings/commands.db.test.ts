import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { getEditorChoices } from '#lib/reviews/desk-queries-review.ts'
import { getPublishedReview } from '#lib/reviews/published.ts'
import { makeEditor, makeReview, makeSection, unique } from '#prisma/factories.ts'
import { changeScale, chooseHouseScales, createScale, setScaleStanding } from './commands.ts'
import { getDeskScale, listDeskScales, listHouseScales } from './desk-queries.ts'
import { startingPoints } from './scales.ts'
import { type ScaleInput, scaleFormSchema } from './scales-schema.ts'

await testDatabase()

const five = scaleFormSchema.parse(startingPoints[0].typed)
const outOf = (max: number, step: number, more: Partial<ScaleInput> = {}): ScaleInput => ({
  ...five,
  ...more,
  definition: { ...five.definition, max, step },
})

async function makeHouseScale() {
  const editor = await makeEditor()
  const made = await createScale(editor, { ...five, name: unique('Stars') })
  if (!made.ok) throw new Error(made.code)
  return { editor, key: made.key, scale: await seen(editor, made.key) }
}

async function seen(editor: Awaited<ReturnType<typeof makeEditor>>, key: string) {
  const scale = await getDeskScale(editor, key)
  if (!scale) throw new Error(`There is no scale ${key}`)
  return scale
}

describe('a scale', () => {
  test('is made by editors, and looked at by everybody', async () => {
    const { scale, key } = await makeHouseScale()
    expect(scale).toMatchObject({ isRetired: false, versions: [{ live: 0, scale: { version: 1, max: 5, step: 0.5 } }] })
    for (const role of ['critic', 'contributor'] as const) {
      const other = await makeEditor(role)
      const before = await db().ratingScale.count()
      expect(await createScale(other, five)).toEqual({ ok: false, code: 'not-allowed' })
      expect(await changeScale(other, { key, seen: scale.seen, input: outOf(10, 1) })).toMatchObject({
        code: 'not-allowed',
      })
      expect(await setScaleStanding(other, { key, seen: scale.seen, standing: 'retired' })).toMatchObject({
        code: 'not-allowed',
      })
      expect(await db().ratingScale.count()).toBe(before)
      expect((await listDeskScales(other)).some(known => known.key === key)).toBe(true)
    }
  })

  test('that is called like another one has a key of its own, and never that of a page', async () => {
    const editor = await makeEditor()
    const name = unique('Twins')
    const keys = [await createScale(editor, { ...five, name }), await createScale(editor, { ...five, name })]
    expect(new Set(keys.map(made => made.ok && made.key)).size).toBe(2)
    expect(await createScale(editor, { ...five, name: 'New' })).toMatchObject({
      ok: true,
      key: expect.not.stringMatching(/^new$/),
    })
  })

  test('changes by a new version where scores would differ, and only its words where they would not', async () => {
    const { editor, key, scale } = await makeHouseScale()
    const renamed = { ...five, name: 'Called otherwise', note: 'For films.' }
    expect(await changeScale(editor, { key, seen: scale.seen, input: renamed })).toMatchObject({
      ok: true,
      version: 1,
      isNewVersion: false,
    })
    const now = await seen(editor, key)
    expect(now).toMatchObject({ name: 'Called otherwise', note: 'For films.' })
    expect(await changeScale(editor, { key, seen: now.seen, input: outOf(10, 1) })).toMatchObject({
      ok: true,
      version: 2,
      isNewVersion: true,
    })
    expect((await seen(editor, key)).versions.map(version => version.scale.max)).toEqual([10, 5])
  })

  test('keeps a version as it was, whoever asks', async () => {
    const { scale } = await makeHouseScale()
    await expect(
      db().ratingScaleVersion.update({ where: { id: scale.versions[0].id }, data: { max: 6 } }),
    ).rejects.toThrow()
  })

  test('changed by two at once: one wins, the other is told, and nothing of theirs is written', async () => {
    const { editor, key, scale } = await makeHouseScale()
    const other = await makeEditor('owner')
    const outcomes = await Promise.all([
      changeScale(editor, { key, seen: scale.seen, input: outOf(10, 1) }),
      changeScale(other, { key, seen: scale.seen, input: outOf(4, 0.5) }),
    ])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.find(outcome => !outcome.ok)).toEqual({ ok: false, code: 'stale' })
    expect((await seen(editor, key)).versions).toHaveLength(2)
    expect(await changeScale(editor, { key: 'nowhere', seen: scale.seen, input: five })).toEqual({
      ok: false,
      code: 'not-found',
    })
  })

  test('takes what it means along to a version that still has those scores', async () => {
    const { editor, key, scale } = await makeHouseScale()
    const bands = [
      { from: 0, sentence: 'No.' },
      { from: 2.5, sentence: 'Yes.' },
    ]
    await db().scaleReading.create({
      data: {
        versionId: scale.versions[0].id,
        bands,
        projection: [
          [0, 10],
          [5, 90],
        ],
        freshFrom: 3.5,
      },
    })
    await changeScale(editor, { key, seen: scale.seen, input: outOf(5, 0.25) })
    const finer = await seen(editor, key)
    expect(finer.versions[0].reading).toEqual({
      bands,
      projection: [
        [0, 10],
        [5, 90],
      ],
      freshFrom: 3.5,
    })
    await changeScale(editor, { key, seen: finer.seen, input: outOf(5, 1) })
    expect((await seen(editor, key)).versions[0].reading).toEqual({
      bands: [],
      projection: [],
      freshFrom: null,
    })
  })
})

describe('a house scale', () => {
  test('is what a new review is scored on; another version is offered from then on, and drafts keep theirs', async () => {
    const { editor, key, scale } = await makeHouseScale()
    const section = await makeSection()
    expect(await chooseHouseScales(editor, [{ sectionId: section.id, scale: key, seen: '' }])).toEqual({ ok: true })
    const [version] = scale.versions
    expect((await getEditorChoices(editor, null)).sections.find(({ id }) => id === section.id)?.scaleVersionId).toBe(
      version.id,
    )
    await changeScale(editor, { key, seen: (await seen(editor, key)).seen, input: outOf(10, 1) })
    const [next] = (await seen(editor, key)).versions
    const fresh = await getEditorChoices(editor, null)
    expect(fresh.sections.find(({ id }) => id === section.id)?.scaleVersionId).toBe(next.id)
    expect(fresh.scales.some(({ id }) => id === version.id)).toBe(false)
    const scored = await getEditorChoices(editor, version.id)
    expect(scored.scales.find(({ id }) => id === version.id)).toMatchObject({ newerId: next.id, scale: { max: 5 } })
  })

  test('is not retired while a section has it; retired, it is offered to nobody, and can come back', async () => {
    const { editor, key, scale } = await makeHouseScale()
    const section = await makeSection({ name: 'Theatre' })
    await chooseHouseScales(editor, [{ sectionId: section.id, scale: key, seen: '' }])
    const now = await seen(editor, key)
    expect(await setScaleStanding(editor, { key, seen: now.seen, standing: 'retired' })).toEqual({
      ok: false,
      code: 'in-use',
      uses: ['Theatre'],
    })
    await chooseHouseScales(editor, [{ sectionId: section.id, scale: '', seen: key }])
    expect(await setScaleStanding(editor, { key, seen: now.seen, standing: 'retired' })).toEqual({ ok: true })
    const id = scale.versions[0].id
    expect((await getEditorChoices(editor, null)).scales.some(choice => choice.id === id)).toBe(false)
    expect((await getEditorChoices(editor, id)).scales.find(choice => choice.id === id)?.isRetired).toBe(true)
    expect(await chooseHouseScales(editor, [{ sectionId: section.id, scale: key, seen: '' }])).toEqual({
      ok: false,
      code: 'not-found',
    })
    const retired = await seen(editor, key)
    expect(await setScaleStanding(editor, { key, seen: now.seen, standing: 'offered' })).toMatchObject({
      code: 'stale',
    })
    expect(await setScaleStanding(editor, { key, seen: retired.seen, standing: 'offered' })).toEqual({ ok: true })
    expect((await getEditorChoices(editor, null)).scales.some(choice => choice.id === id)).toBe(true)
  })

  test('is chosen by editors, and not over a choice that was made meanwhile', async () => {
    const { editor, key } = await makeHouseScale()
    const [one, two] = [await makeSection(), await makeSection()]
    await chooseHouseScales(editor, [{ sectionId: one.id, scale: key, seen: '' }])
    const late = [
      { sectionId: two.id, scale: key, seen: '' },
      { sectionId: one.id, scale: '', seen: 'other' },
    ]
    expect(await chooseHouseScales(editor, late)).toEqual({ ok: false, code: 'stale' })
    expect(await chooseHouseScales(await makeEditor('critic'), late)).toEqual({ ok: false, code: 'not-allowed' })
    const house = await listHouseScales(editor)
    expect(house.find(({ sectionId }) => sectionId === two.id)?.scale).toBe('')
    expect(house.find(({ sectionId }) => sectionId === one.id)?.scale).toBe(key)
  })
})

test('on a live archive, a new version of the house scale changes no stored value and no old page', async () => {
  const { editor, key, scale } = await makeHouseScale()
  const section = await makeSection()
  await chooseHouseScales(editor, [{ sectionId: section.id, scale: key, seen: '' }])
  const slugs: string[] = []
  for (const value of [0, 0.5, 2.5, 3.5, 4.5, 5]) {
    const unit = value === 5 ? { singular: 'OS', plural: 'OS’s', glyph: 'orb' } : null
    const rating = { scaleVersionId: scale.versions[0].id, value, unit }
    const review = await makeReview(editor, { sectionId: section.id, rating })
    const published = await publishReview(editor, { id: review.id, version: review.version })
    if (!published.ok) throw new Error(published.code)
    slugs.push(published.slug)
  }
  const draft = await makeReview(editor, {
    sectionId: section.id,
    rating: { scaleVersionId: scale.versions[0].id, value: 3, unit: null },
  })
  const stored = () =>
    db().$queryRaw`
      SELECT (SELECT md5(string_agg(to_jsonb(p)::text, '' ORDER BY p.id)) FROM publication p) AS publications,
             (SELECT md5(string_agg(to_jsonb(r)::text, '' ORDER BY r.id)) FROM review r) AS reviews,
             (SELECT md5(string_agg(to_jsonb(v)::text, '' ORDER BY v.id)) FROM rating_scale_version v WHERE v.version = 1) AS versions`
  const pages = async () => Promise.all(slugs.map(slug => getPublishedReview(slug)))
  const [rowsBefore, pagesBefore] = [await stored(), await pages()]
  const input = { ...outOf(10, 0.1, { name: 'Ten' }), definition: { ...outOf(10, 0.1).definition, unit: null } }
  expect(await changeScale(editor, { key, seen: (await seen(editor, key)).seen, input })).toMatchObject({
    ok: true,
    version: 2,
  })
  expect(await stored()).toEqual(rowsBefore)
  expect(await pages()).toEqual(pagesBefore)
  expect(
    (await getEditorChoices(editor, draft.content.rating?.scaleVersionId ?? null)).scales.map(({ id }) => id),
  ).toContain(scale.versions[0].id)
})
