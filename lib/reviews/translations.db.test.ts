import { describe, expect, test } from 'vitest'
import { resolveAddress } from '#lib/addresses/published.ts'
import { listArchive } from '#lib/archive/published.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { getTaste } from '#lib/critics/published-taste.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { splitRecord } from '#lib/regrouping/commands.ts'
import { splitSchema } from '#lib/regrouping/regrouping-schema.ts'
import { listReviews } from '#lib/search/published-listing.ts'
import { makeEditor, makeReview, makeScale, makeSection, prose, readReview, unique } from '#prisma/factories.ts'
import { saveReview } from './commands.ts'
import { publishReview, retractReview } from './commands-publish.ts'
import { searchEarlierReviews } from './desk-queries-review.ts'
import { getPublishedReview, listCards } from './published.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { alternatesOf } from './translations.ts'

const { pool } = await testDatabase()

const scale = await makeScale()
const rating = (value: number) => ({ scaleVersionId: scale, value, unit: null })

async function live(editor: Editor, content: Partial<ReviewContent> = {}) {
  const review = await makeReview(editor, { rating: rating(4), ...content })
  const outcome = await publishReview(editor, review)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return { ...review, path: `/reviews/${review.content.slug}` }
}

/** A translation of it, with whatever else is given, as a draft. */
const draft = async (editor: Editor, of: { id: string; content: ReviewContent }, more: Partial<ReviewContent> = {}) =>
  makeReview(editor, { workId: of.content.workId, language: 'de', translationOfId: of.id, ...more })

async function save(editor: Editor, id: string, change: Partial<ReviewContent>) {
  const { version, content } = await readReview(id)
  return saveReview(editor, { id, version, content: { ...content, ...change } })
}

async function publish(editor: Editor, id: string) {
  const { version } = await readReview(id)
  return publishReview(editor, { id, version })
}

const articleOf = async (slug: string) => {
  const article = await getPublishedReview(slug)
  if (!article) throw new Error('It is not live')
  return article
}

test('a review is in the publication’s language until it says another', async () => {
  const editor = await makeEditor()
  const own = await live(editor)
  const french = await live(editor, { language: 'fr' })
  expect(await articleOf(own.content.slug)).toMatchObject({
    language: 'en-GB',
    translations: [],
    translationOfId: null,
  })
  expect(await articleOf(french.content.slug)).toMatchObject({ language: 'fr' })
  const cards = await listCards({ reviewId: { in: [own.id, french.id] } })
  expect(cards.map(card => card.language).sort()).toEqual(['en-GB', 'fr'])
})

describe('translations', () => {
  test('lead to each other, all with the same alternates', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const german = await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
    const french = await live(editor, { workId: english.content.workId, language: 'fr', translationOfId: english.id })
    const pages = await Promise.all([english, german, french].map(review => articleOf(review.content.slug)))
    expect(pages.map(page => page.translations.map(({ path }) => path))).toEqual([
      [german.path, french.path],
      [english.path, french.path],
      [english.path, german.path],
    ])
    const alternates = { 'en-GB': english.path, de: german.path, fr: french.path, 'x-default': english.path }
    expect(pages.map(alternatesOf)).toEqual([alternates, alternates, alternates])
    // None of them is a second opinion on the others.
    expect(pages.flatMap(page => [...page.opinions, ...page.rereviews])).toEqual([])
  })

  test('say what they changed to the pages that name them', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const german = await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
    const tags = async () => (await db().contentEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).tags
    expect(await tags()).toEqual(expect.arrayContaining([`review:${english.id}`, `review:${german.id}`]))
    await save(editor, english.id, { title: 'Another headline' })
    await publish(editor, english.id)
    expect(await tags()).toEqual(expect.arrayContaining([`review:${english.id}`, `review:${german.id}`]))
    // Let go, it still changes the page of what it was a translation of.
    await save(editor, german.id, { translationOfId: null })
    await publish(editor, german.id)
    expect(await tags()).toEqual(expect.arrayContaining([`review:${english.id}`]))
    expect((await articleOf(english.content.slug)).translations).toEqual([])
  })

  test('are one opinion: neither lists nor counts nor standings nor averages know a second', async () => {
    const ada = await makeEditor('editor', { isCritic: true })
    const section = await makeSection()
    const english = await live(ada, { sectionId: section.id })
    const before = {
      archive: (await listArchive()).map(({ count }) => count),
      standing: await db().standing.findMany({ where: { workId: english.content.workId ?? '' } }),
    }
    const more = { workId: english.content.workId, sectionId: section.id, language: 'de', translationOfId: english.id }
    const german = await live(ada, {
      ...more,
      rating: rating(1),
      body: prose('Ich wuchs über einem Lichtspielhaus auf.'),
    })
    expect(await listReviews({ section: section.slug })).toMatchObject({ total: 1, reviews: [{ id: english.id }] })
    expect((await listCards({ workId: english.content.workId ?? '' })).map(({ id }) => id)).toEqual([english.id])
    expect(await getTaste(ada.criticId ?? '')).toMatchObject({ scored: 1, averageScore: 80 })
    expect((await listArchive()).map(({ count }) => count)).toEqual(before.archive)
    expect(await db().standing.findMany({ where: { workId: english.content.workId ?? '' } })).toEqual(before.standing)
    // Made a review of its own, it is one.
    await save(ada, german.id, { translationOfId: null })
    await publish(ada, german.id)
    expect(await listReviews({ section: section.slug })).toMatchObject({ total: 2 })
  })

  test('are found by their words, as the original', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const more = { workId: english.content.workId, language: 'de', translationOfId: english.id }
    await live(editor, { ...more, body: prose('Ein Zwetschgenröster von einem Film.') })
    const rows = await db().$queryRaw<{ review: string }[]>`
      SELECT d.review_id::text AS review FROM search_document d
      WHERE d.number IN (SELECT number FROM search_text WHERE everything @@ to_tsquery('simple', 'zwetschgenroster'))`
    expect(rows).toEqual([{ review: english.id }])
  })

  test('are not offered as originals or as earlier thoughts', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
    const found = await searchEarlierReviews(editor, { workId: english.content.workId, query: '' })
    expect(found.map(({ id }) => id)).toEqual([english.id])
  })
})

describe('what is no translation is refused, in words', () => {
  const refusal = (field: string, problem: RegExp) => ({
    ok: false,
    code: 'invalid',
    field,
    problem: expect.stringMatching(problem),
  })

  test('of itself, of what is not there, of a draft, of another work', async () => {
    const editor = await makeEditor()
    const review = await makeReview(editor)
    const unpublished = await makeReview(editor, { workId: review.content.workId })
    const elsewhere = await live(editor)
    const nobody = '00000000-0000-0000-0000-000000000001'
    const as = (translationOfId: string) => save(editor, review.id, { translationOfId, language: 'de' })
    expect(await as(review.id)).toMatchObject(refusal('translationOfId', /of itself/))
    expect(await as(nobody)).toMatchObject(refusal('translationOfId', /does not exist/))
    expect(await as(unpublished.id)).toMatchObject(refusal('translationOfId', /not published/))
    expect(await as(elsewhere.id)).toMatchObject(refusal('translationOfId', /another work/))
    expect((await readReview(review.id)).content).toMatchObject({ translationOfId: null, language: null })
  })

  test('of a translation, and of an original that has translations', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const german = await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
    const other = await live(editor, { workId: english.content.workId, language: 'fr' })
    expect(await save(editor, other.id, { translationOfId: german.id })).toMatchObject(
      refusal('translationOfId', /itself a translation/),
    )
    expect(await save(editor, english.id, { translationOfId: other.id })).toMatchObject(
      refusal('translationOfId', /translations of its own/),
    )
  })

  test('in the language of the original, or of another translation', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const german = await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
    const second = await makeReview(editor, { workId: english.content.workId })
    const as = (language: string | null) => save(editor, second.id, { translationOfId: english.id, language })
    expect(await as(null)).toMatchObject(refusal('language', /original is in British English/))
    expect(await as('en-GB')).toMatchObject(refusal('language', /original is in British English/))
    expect(await as('de')).toMatchObject(refusal('language', /translation into German already/))
    expect(await as('fr')).toMatchObject({ ok: true })
    expect(await save(editor, english.id, { language: 'de' })).toMatchObject(refusal('language', /in German already/))
    // What was retracted makes room.
    await retractReview(editor, { id: german.id, version: (await readReview(german.id)).version })
    expect(await as('de')).toMatchObject({ ok: true })
  })

  test('two drafts in one language cannot both be published, nor two at once', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const drafts = await Promise.all(['de', 'fr'].map(language => draft(editor, english, { language })))
    const [one, two] = drafts.map(({ id }) => id)
    if (!one || !two) throw new Error('no drafts')
    // As if both had been saved at the same moment.
    await db().review.update({ where: { id: two }, data: { language: 'de' } })
    expect(await publish(editor, one)).toMatchObject({
      ok: false,
      code: 'incomplete',
      missing: [{ field: 'language' }],
    })
    const language = async (id: string, tag: string) => db().review.update({ where: { id }, data: { language: tag } })
    await language(two, 'fr')
    expect((await Promise.all([publish(editor, one), publish(editor, two)])).every(({ ok }) => ok)).toBe(true)
    const { id: other } = await makeReview(editor)
    await expect(
      pool.query(`
        CREATE TEMP TABLE copy ON COMMIT DROP AS SELECT * FROM publication WHERE review_id = '${one}';
        UPDATE copy SET id = gen_random_uuid(), review_id = '${other}', slug = 'x';
        ALTER TABLE copy DROP COLUMN pictures;
        INSERT INTO publication SELECT * FROM copy`),
    ).rejects.toThrow(/publication_one_translation/)
  })

  test('while the original is not live', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const german = await draft(editor, english)
    await retractReview(editor, english)
    const outcome = await publish(editor, german.id)
    expect(outcome).toMatchObject({ ok: false, code: 'incomplete', missing: [{ field: 'translationOfId' }] })
    // The words of the draft can still be saved.
    expect(await save(editor, german.id, { title: 'Was sie sagt' })).toMatchObject({ ok: true })
  })

  test('whatever the code forgets, the database refuses', async () => {
    const editor = await makeEditor()
    const english = await live(editor)
    const german = await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
    const third = await makeReview(editor)
    const of = (id: string, translationOfId: string) => db().review.update({ where: { id }, data: { translationOfId } })
    await expect(of(third.id, german.id)).rejects.toThrow(/translation of a translation/)
    await expect(of(english.id, third.id)).rejects.toThrow(/translation of a translation/)
    await expect(of(third.id, third.id)).rejects.toThrow()
    await expect(
      db().publication.updateMany({ where: { reviewId: english.id, isCurrent: true }, data: { isCurrent: false } }),
    ).rejects.toThrow(/live without its original/)
    await expect(db().review.update({ where: { id: third.id }, data: { language: 'Deutsch!' } })).rejects.toThrow(
      /review_language/,
    )
  })

  test('of two that name each other at once, one is', async () => {
    const editor = await makeEditor()
    const one = await live(editor)
    const two = await live(editor, { workId: one.content.workId, language: 'de' })
    const outcomes = await Promise.allSettled([
      save(editor, one.id, { translationOfId: two.id }),
      save(editor, two.id, { translationOfId: one.id }),
    ])
    expect(outcomes.filter(each => each.status === 'fulfilled' && each.value.ok).length).toBeLessThan(2)
    expect(await db().review.count({ where: { translationOf: { translationOfId: { not: null } } } })).toBe(0)
  })
})

test('an original that is retracted takes its translations along, and they can be published again after it', async () => {
  const editor = await makeEditor()
  const english = await live(editor)
  const german = await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
  expect(await retractReview(editor, english)).toMatchObject({ ok: true })
  for (const path of [english.path, german.path]) expect(await resolveAddress(path)).toMatchObject({ state: 'gone' })
  expect(await db().auditEntry.count({ where: { action: 'review.retract', subject: german.id } })).toBe(1)
  expect((await db().contentEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })).tags).toContain(`review:${german.id}`)
  expect(await publish(editor, german.id)).toMatchObject({ ok: false })
  expect(await publish(editor, english.id)).toMatchObject({ ok: true })
  expect(await publish(editor, german.id)).toMatchObject({ ok: true })
  expect((await articleOf(english.content.slug)).translations).toMatchObject([{ path: german.path, language: 'de' }])
})

test('a retracted translation leaves its original as it is', async () => {
  const editor = await makeEditor()
  const english = await live(editor)
  const german = await live(editor, { workId: english.content.workId, language: 'de', translationOfId: english.id })
  await retractReview(editor, german)
  expect((await articleOf(english.content.slug)).translations).toEqual([])
})

test('a work that is split keeps a review and its translations together', async () => {
  const editor = await makeEditor()
  const english = await live(editor)
  const workId = english.content.workId ?? ''
  const german = await live(editor, { workId, language: 'de', translationOfId: english.id })
  const other = await live(editor, { workId })
  const chosen = { reviews: [german.id] }
  const input = splitSchema.parse({ noun: 'work', id: workId, name: 'Her again', slug: unique('her'), chosen })
  const outcome = await splitRecord(editor, input)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  const works = await db().review.findMany({
    where: { id: { in: [english.id, german.id, other.id] } },
    orderBy: { createdAt: 'asc' },
    select: { workId: true },
  })
  expect(works.map(row => row.workId)).toEqual([outcome.recordId, outcome.recordId, workId])
})
