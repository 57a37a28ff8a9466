import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import {
  makeCritic,
  makeEditor,
  makeMedia,
  makeReview,
  makeScale,
  makeTopic,
  makeWork,
  prose,
  readReview,
} from '#prisma/factories.ts'
import { createReview, restoreRevision, saveReview } from './commands.ts'
import { reviewContentSchema, saveReviewSchema } from './reviews-schema.ts'

await testDatabase()
const nobody = '00000000-0000-7000-8000-000000000000'

describe('a new review', () => {
  test('has the byline of whoever begins it, and a revision', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const created = await createReview(critic)
    if (!created.ok) throw new Error(created.code)
    const review = await readReview(created.id)
    expect(review.content.criticIds).toEqual([critic.criticId])
    expect(review.version).toBe(1)
    expect(await db().revision.count({ where: { reviewId: created.id, reason: 'created' } })).toBe(1)
  })

  test('can be begun from a work', async () => {
    const work = await makeWork()
    const created = await createReview(await makeEditor('contributor'), { workId: work.id })
    expect(created.ok && (await readReview(created.id)).workId).toBe(work.id)
  })
})

describe('a save', () => {
  test('keeps everything that the desk edits', async () => {
    const editor = await makeEditor()
    const topics = [await makeTopic(), await makeTopic()]
    const critics = [await makeCritic(), await makeCritic()]
    const scaleVersionId = await makeScale()
    const image = await makeMedia()
    const { id, version, content } = await makeReview(editor)
    const next = {
      ...content,
      kind: 'capsule' as const,
      standfirst: 'A love story.',
      seen: 'At the Curzon',
      spoilers: 'major' as const,
      topicIds: topics.map(topic => topic.id),
      criticIds: critics.map(critic => critic.id),
      rating: { scaleVersionId, value: 4.5, unit: { singular: 'OS', plural: 'OS’s', glyph: 'orb' } },
      imageId: image.id,
      imageAlt: 'A figure before an orb',
      searchTitle: 'Her: review',
    }
    const saved = await saveReview(editor, { id, version, content: next })
    expect(saved).toMatchObject({ ok: true, version: version + 1 })
    const stored = (await readReview(id)).content
    expect({ ...stored, topicIds: [...stored.topicIds].sort() }).toEqual({
      ...next,
      topicIds: [...next.topicIds].sort(),
    })
    // The order of the critics is the byline's.
    expect(stored.criticIds).toEqual(next.criticIds)
  })

  test('that changes nothing keeps the version and makes no revision', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    const revisions = await db().revision.count({ where: { reviewId: id } })
    expect(await saveReview(editor, { id, version, content })).toMatchObject({ ok: true, version })
    expect(await db().revision.count({ where: { reviewId: id } })).toBe(revisions)
  })

  test('that is sent again because its answer was lost is the one that was made, and no revision more', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    const save = { id, version, content: { ...content, title: 'Once' }, autosave: true }
    const first = await saveReview(editor, save)
    const revisions = await db().revision.count({ where: { reviewId: id } })
    const again = await Promise.all(Array.from({ length: 20 }, () => saveReview(editor, save)))
    expect(again.every(outcome => outcome.ok && first.ok && outcome.version === first.version)).toBe(true)
    expect(await db().revision.count({ where: { reviewId: id } })).toBe(revisions)
    expect((await readReview(id)).version).toBe(version + 1)
  })

  test('that is sent twenty times at once is made once', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    const save = { id, version, content: { ...content, title: 'At once' } }
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => saveReview(editor, save)))
    expect(outcomes.every(outcome => outcome.ok && outcome.version === version + 1)).toBe(true)
    expect(await db().revision.count({ where: { reviewId: id, version: version + 1 } })).toBe(1)
  })

  test('that is sent again after somebody else’s is refused, and takes nothing of theirs away', async () => {
    const [mina, tobias] = [await makeEditor(), await makeEditor()]
    const { id, version, content } = await makeReview(mina)
    const save = { id, version, content: { ...content, title: 'Mine' } }
    await saveReview(mina, save)
    await saveReview(tobias, { id, version: version + 1, content: { ...content, title: 'Theirs' } })
    expect(await saveReview(mina, save)).toMatchObject({ ok: false, code: 'stale' })
    expect((await readReview(id)).title).toBe('Theirs')
  })

  test('that says what is stored already is no way in for whoever may not save', async () => {
    const { id, version, content } = await makeReview(await makeEditor())
    const other = await makeEditor('contributor', { isCritic: true })
    expect(await saveReview(other, { id, version, content })).toEqual({ ok: false, code: 'not-found' })
  })

  test('of an older version is refused with what is stored, and who saved it', async () => {
    const [mina, tobias] = [
      await makeEditor('editor', { name: 'Mina' }),
      await makeEditor('editor', { name: 'Tobias' }),
    ]
    const { id, version, content } = await makeReview(mina)
    await saveReview(tobias, { id, version, content: { ...content, title: 'Theirs' } })
    const outcome = await saveReview(mina, { id, version, content: { ...content, title: 'Mine' } })
    expect(outcome).toMatchObject({
      ok: false,
      code: 'stale',
      current: { version: version + 1, savedBy: 'Tobias', content: { title: 'Theirs' } },
    })
    expect((await readReview(id)).title).toBe('Theirs')
  })

  test('fifty at once of one version: exactly one wins', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        saveReview(editor, { id, version, content: { ...content, title: `Try ${index}` } }),
      ),
    )
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(outcomes.filter(outcome => !outcome.ok && outcome.code === 'stale')).toHaveLength(49)
    const winner = outcomes.findIndex(outcome => outcome.ok)
    expect(await readReview(id)).toMatchObject({ version: version + 1, title: `Try ${winner}` })
  }, 30_000)

  test('of a review that does not exist is not found', async () => {
    const editor = await makeEditor()
    const { content } = await makeReview(editor)
    expect(await saveReview(editor, { id: nobody, version: 1, content })).toEqual({ ok: false, code: 'not-found' })
  })

  test('of somebody else’s review: critics and contributors do not find it', async () => {
    const { id, version, content } = await makeReview(await makeEditor())
    for (const role of ['critic', 'contributor'] as const) {
      const other = await makeEditor(role, { isCritic: true })
      expect(await saveReview(other, { id, version, content: { ...content, title: 'Mine now' } })).toEqual({
        ok: false,
        code: 'not-found',
      })
    }
    expect((await readReview(id)).title).toBe(content.title)
  })

  test('a contributor may not go on with a review that was published', async () => {
    const contributor = await makeEditor('contributor', { isCritic: true })
    const { id, version, content } = await makeReview(contributor)
    await db().review.update({ where: { id }, data: { publishedAt: new Date(), publishedVersion: version } })
    expect(await saveReview(contributor, { id, version, content: { ...content, title: 'Later' } })).toEqual({
      ok: false,
      code: 'not-allowed',
    })
  })

  test('a critic lends nobody else’s byline, and gives none away', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const other = await makeCritic()
    const { id, version, content } = await makeReview(critic)
    for (const criticIds of [[...content.criticIds, other.id], [other.id], []]) {
      expect(await saveReview(critic, { id, version, content: { ...content, criticIds } })).toMatchObject({
        code: 'invalid',
        field: 'criticIds',
      })
    }
  })

  test('is refused for what does not exist, by the field', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    const scaleVersionId = await makeScale()
    const mention = (kind: string) => ({
      type: 'doc' as const,
      content: [{ type: 'paragraph', content: [{ type: 'mention', attrs: { kind, id: nobody, label: 'Her' } }] }],
    })
    const wrong = [
      { workId: nobody },
      { sectionId: nobody },
      { topicIds: [nobody] },
      { criticIds: [nobody] },
      { imageId: nobody },
      { rereviewOfId: nobody },
      { rating: { scaleVersionId: nobody, value: 3, unit: null } },
      { rating: { scaleVersionId, value: 4.3, unit: null } },
      { rating: { scaleVersionId, value: 5.5, unit: null } },
      {
        body: {
          type: 'doc' as const,
          content: [{ type: 'figure', attrs: { mediaId: nobody, alt: '', caption: '', credit: '' } }],
        },
      },
      { body: mention('work') },
      { body: mention('person') },
    ]
    for (const part of wrong) {
      const outcome = await saveReview(editor, { id, version, content: { ...content, ...part } })
      expect(outcome).toMatchObject({ ok: false, code: 'invalid', field: Object.keys(part)[0] })
    }
    expect((await readReview(id)).version).toBe(version)
  })

  test('an address that another review has is refused by the field', async () => {
    const editor = await makeEditor()
    const first = await makeReview(editor)
    const { id, version, content } = await makeReview(editor)
    expect(await saveReview(editor, { id, version, content: { ...content, slug: first.content.slug } })).toMatchObject({
      code: 'invalid',
      field: 'slug',
    })
  })

  test('does not count a score on the scale of another version by its place', async () => {
    const editor = await makeEditor()
    const letters = await makeScale({
      kind: 'letter',
      max: 2,
      step: 1,
      labels: ['C', 'B', 'A'],
      unitSingular: null,
      unitPlural: null,
      unitGlyph: null,
    })
    const { id, version, content } = await makeReview(editor)
    expect(
      await saveReview(editor, {
        id,
        version,
        content: { ...content, rating: { scaleVersionId: letters, value: 1.5, unit: null } },
      }),
    ).toMatchObject({ code: 'invalid', field: 'rating' })
    expect(
      await saveReview(editor, {
        id,
        version,
        content: { ...content, rating: { scaleVersionId: letters, value: 2, unit: null } },
      }),
    ).toMatchObject({ ok: true })
  })
})

describe('what a save may carry', () => {
  test('fields that nobody may write are refused, not ignored', async () => {
    const { id, version, content } = await makeReview(await makeEditor())
    const given = { id, version, content }
    expect(saveReviewSchema.safeParse(given).success).toBe(true)
    for (const field of [
      'publishedAt',
      'publishedVersion',
      'createdById',
      'version',
      'id',
      'state',
      'role',
      'retractedAt',
    ]) {
      expect(reviewContentSchema.safeParse({ ...content, [field]: 1 }).success).toBe(false)
    }
    expect(saveReviewSchema.safeParse({ ...given, editor: nobody }).success).toBe(false)
    expect(
      saveReviewSchema.safeParse(JSON.parse(JSON.stringify(given).replace('{', '{"__proto__":{"role":"owner"},')))
        .success,
    ).toBe(false)
    expect(saveReviewSchema.safeParse({ ...given, version: { gt: 0 } }).success).toBe(false)
    expect(saveReviewSchema.safeParse({ ...given, content: { ...content, workId: { not: null } } }).success).toBe(false)
  })

  test('NUL, lone surrogates and addresses that are none are refused; text is kept in NFC', async () => {
    const { content } = await makeReview(await makeEditor())
    expect(reviewContentSchema.safeParse({ ...content, title: 'a\u0000b' }).success).toBe(false)
    expect(reviewContentSchema.safeParse({ ...content, title: 'a\ud800b' }).success).toBe(false)
    for (const slug of ['', 'Her', 'her--x', '../her', 'her/x', 'a'.repeat(121)]) {
      expect(reviewContentSchema.safeParse({ ...content, slug }).success).toBe(false)
    }
    expect(reviewContentSchema.parse({ ...content, title: ' Cafe\u0301\n noir ' }).title).toBe('Café noir')
  })

  test('a body that is hostile is refused', async () => {
    const { content } = await makeReview(await makeEditor())
    expect(
      reviewContentSchema.safeParse({ ...content, body: { type: 'doc', content: [{ type: 'iframe' }] } }).success,
    ).toBe(false)
    expect(reviewContentSchema.safeParse({ ...content, body: prose('fine') }).success).toBe(true)
  })
})

describe('restoring', () => {
  test('puts an earlier text back as a new version, and leaves the address', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    await saveReview(editor, { id, version, content: { ...content, title: 'Another', slug: `${content.slug}-2` } })
    const first = await db().revision.findFirstOrThrow({ where: { reviewId: id, version } })
    expect(await restoreRevision(editor, { id, version: version + 1, revisionId: first.id })).toMatchObject({
      ok: true,
      version: version + 2,
    })
    expect((await readReview(id)).content).toEqual({ ...content, slug: `${content.slug}-2` })
    expect(await db().revision.count({ where: { reviewId: id, reason: 'restored' } })).toBe(1)
  })

  test('is refused for a revision of another review, an older version, and somebody else’s review', async () => {
    const editor = await makeEditor()
    const [one, two] = [await makeReview(editor), await makeReview(editor)]
    const foreign = await db().revision.findFirstOrThrow({ where: { reviewId: two.id } })
    const own = await db().revision.findFirstOrThrow({ where: { reviewId: one.id, version: one.version } })
    expect(await restoreRevision(editor, { ...one, revisionId: foreign.id })).toEqual({ ok: false, code: 'not-found' })
    expect(await restoreRevision(editor, { id: one.id, version: 1, revisionId: own.id })).toMatchObject({
      code: 'stale',
    })
    expect(await restoreRevision(await makeEditor('critic'), { ...one, revisionId: own.id })).toEqual({
      ok: false,
      code: 'not-found',
    })
  })

  test('gives a critic no byline that they do not have', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(critic)
    const other = await makeCritic()
    await saveReview(editor, { id, version, content: { ...content, criticIds: [...content.criticIds, other.id] } })
    await saveReview(editor, { id, version: version + 1, content })
    const shared = await db().revision.findFirstOrThrow({ where: { reviewId: id, version: version + 1 } })
    expect(await restoreRevision(critic, { id, version: version + 2, revisionId: shared.id })).toMatchObject({
      ok: true,
    })
    expect((await readReview(id)).content.criticIds).toEqual(content.criticIds)
  })
})

describe('autosaves', () => {
  test('of one sitting share a revision, and the latest is always there', async () => {
    const editor = await makeEditor()
    let { id, version, content } = await makeReview(editor)
    for (const words of ['one', 'one two', 'one two three', 'one two three four']) {
      content = { ...content, body: prose(words) }
      const saved = await saveReview(editor, { id, version, content, autosave: true })
      if (!saved.ok) throw new Error(saved.code)
      version = saved.version
    }
    const revisions = await db().revision.findMany({ where: { reviewId: id }, orderBy: { version: 'asc' } })
    expect(revisions.map(revision => revision.version)).toEqual([1, version])
    expect(revisions.at(-1)?.content).toMatchObject({ body: prose('one two three four') })
  })

  test('keep what was there before a good part of it was thrown away', async () => {
    const editor = await makeEditor()
    const long = prose('word '.repeat(300))
    const { id, version, content } = await makeReview(editor, { body: long })
    await saveReview(editor, { id, version, content: { ...content, body: prose('gone') }, autosave: true })
    const kept = await db().revision.findMany({ where: { reviewId: id, version } })
    expect(kept).toHaveLength(1)
  })

  test('take nothing from somebody else', async () => {
    const [mina, tobias] = [await makeEditor(), await makeEditor()]
    const { id, version, content } = await makeReview(mina)
    await saveReview(tobias, { id, version, content: { ...content, title: 'Theirs' }, autosave: true })
    await saveReview(mina, { id, version: version + 1, content: { ...content, title: 'Mine, again' }, autosave: true })
    expect((await db().revision.findMany({ where: { reviewId: id } })).map(({ version: at }) => at).sort()).toEqual([
      1,
      version,
      version + 1,
      version + 2,
    ])
  })
})
