import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { makeEditor, makeReview, makeScale, prose, readReview } from '#prisma/factories.ts'
import { restoreRevision, saveReview } from './commands.ts'
import { publishReview } from './commands-publish.ts'
import { getRevision } from './desk-queries-history.ts'
import { getPreview } from './desk-queries-preview.ts'
import { getEditorChoices } from './desk-queries-review.ts'
import { noDetails, type ReviewDetails } from './details.ts'
import { getPublishedReview } from './published.ts'

await testDatabase()

const body = prose('It begins slowly. The second half is the best hour of the year.')
const details: ReviewDetails = {
  pullQuote: 'The second half is the best hour of the year.',
  badges: ['Essential'],
  pros: ['The colour', 'The second half'],
  cons: ['The first'],
  aspects: [
    { name: 'Story', weight: 3, value: 3 },
    { name: 'Sound', weight: 1, value: 5 },
  ],
  advisory: 'Flashing lights.',
  seenHow: 'screening',
  seenEdition: 'Director’s cut',
  seenPlatform: 'Laserdisc',
  disclosures: ['free_copy', 'travel'],
  disclosureNote: 'The distributor paid for the train.',
}

async function makeFull(given: Partial<ReviewDetails> = {}) {
  const editor = await makeEditor()
  const rating = { scaleVersionId: await makeScale(), value: 3.5, unit: null }
  return { editor, ...(await makeReview(editor, { body, rating, ...details, ...given })) }
}

const published = async (slug: string) => {
  const review = await getPublishedReview(slug)
  if (!review) throw new Error('The review is not published')
  return review
}

describe('what is said beside the text', () => {
  test('is kept by a save and shown by the preview as it will be', async () => {
    const { editor, id } = await makeFull()
    expect((await readReview(id)).content).toMatchObject(details)
    expect(await getPreview(editor, id)).toMatchObject(details)
  })

  test('is what readers were given, whatever is written after it', async () => {
    const { editor, id, version, content } = await makeFull()
    await publishReview(editor, { id, version })
    expect(await published(content.slug)).toMatchObject(details)
    const saved = await saveReview(editor, { id, version, content: { ...content, ...noDetails } })
    if (!saved.ok) throw new Error(saved.code)
    expect(await published(content.slug)).toMatchObject(details)
    await publishReview(editor, { id, version: saved.version })
    expect(await published(content.slug)).toMatchObject(noDetails)
    const first = await db().publication.findFirstOrThrow({ where: { reviewId: id, number: 1 } })
    expect(first).toMatchObject(details)
  })

  test('is none of a revision that is older than it, which can be looked at and restored', async () => {
    const { editor, id, version, content } = await makeFull()
    const old = Object.fromEntries(
      Object.entries({ ...content, title: 'As it was' }).filter(([name]) => !(name in noDetails)),
    )
    const revision = await db().revision.create({
      data: {
        reviewId: id,
        version: 1,
        reason: 'saved',
        content: JSON.parse(JSON.stringify(old)),
        authorId: editor.id,
      },
    })
    expect((await getRevision(editor, id, revision.id))?.content).toMatchObject({ title: 'As it was', ...noDetails })
    expect(await restoreRevision(editor, { id, version, revisionId: revision.id })).toMatchObject({ ok: true })
    expect((await readReview(id)).content).toMatchObject({ title: 'As it was', ...noDetails })
  })

  test('is told in words where two versions are compared', async () => {
    const { editor, id } = await makeFull()
    const revision = await db().revision.findFirstOrThrow({ where: { reviewId: id }, orderBy: { version: 'desc' } })
    const before = await db().revision.findFirstOrThrow({ where: { reviewId: id, version: 1 } })
    const { fields = [] } = (await getRevision(editor, id, revision.id, before.id))?.difference ?? {}
    const added = fields.flatMap(({ name, words }) => words.map(({ kind, text }) => `${name}: ${kind} ${text}`))
    expect(added).toContain('Rating: added Three and a half stars out of five')
    expect(added.filter(words => words.startsWith('Aspects: added')).join()).toContain('Five stars out of five')
  })
})

describe('a badge', () => {
  test('is one of the house’s; what it gives no more stays where it was given', async () => {
    const { editor, id, version, content } = await makeFull()
    const choices = await getEditorChoices(editor, null)
    expect(choices.badges).toContain('Essential')
    expect(await saveReview(editor, { id, version, content: { ...content, badges: ['Invented'] } })).toMatchObject({
      code: 'invalid',
      field: 'badges',
    })
    expect((await readReview(id)).badges).toEqual(['Essential'])
    await db().setting.create({ data: { key: 'badges', value: ['Pick of the week'] } })
    const both = { ...content, badges: ['Pick of the week', 'Essential'] }
    const saved = await saveReview(editor, { id, version, content: both })
    expect(saved).toMatchObject({ ok: true })
    expect(await publishReview(editor, { id, version: version + 1 })).toMatchObject({ ok: true })
    await db().setting.delete({ where: { key: 'badges' } })
  })
})

describe('publishing is refused', () => {
  test.each([
    ['a quote that does not stand in the text', { pullQuote: 'Nobody wrote this.' }, 'pullQuote'],
    ['aspects that the scale has not', { aspects: [{ name: 'Story', weight: 1, value: 4.3 }] }, 'aspects'],
    ['an aspect without a name', { aspects: [{ name: '', weight: 1, value: 4 }] }, 'aspects'],
  ])('%s', async (_, given, field) => {
    const { editor, id, version, content } = await makeFull(given)
    expect(await publishReview(editor, { id, version })).toMatchObject({ code: 'incomplete', missing: [{ field }] })
    expect(await getPublishedReview(content.slug)).toBeNull()
  })

  test('aspects of a review that has no score', async () => {
    const { editor, id, version, content } = await makeFull()
    await saveReview(editor, { id, version, content: { ...content, rating: null } })
    expect(await publishReview(editor, { id, version: version + 1 })).toMatchObject({
      code: 'incomplete',
      missing: [{ field: 'aspects' }],
    })
  })

  test('to somebody whose review it is not, and for a version that is not the last', async () => {
    const { id, version, editor, content } = await makeFull()
    const stranger = await makeEditor('critic')
    const save = { id, version, content: { ...content, badges: [] } }
    expect(await saveReview(stranger, save)).toEqual({ ok: false, code: 'not-found' })
    expect(await saveReview(editor, { ...save, version: version - 1 })).toMatchObject({ code: 'stale' })
    expect((await readReview(id)).badges).toEqual(['Essential'])
  })
})
