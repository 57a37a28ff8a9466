import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import {
  makeEditor,
  makeMedia,
  makePerson,
  makeReview,
  makeScale,
  makeSection,
  makeWork,
  prose,
  readReview,
} from '#prisma/factories.ts'
import { saveReview } from './commands.ts'
import { publishReview, retractReview } from './commands-publish.ts'
import { getRevision, listRevisions } from './desk-queries-history.ts'
import { getPreview } from './desk-queries-preview.ts'
import { getDeskReview } from './desk-queries-review.ts'
import { getPublishedReview } from './published.ts'

await testDatabase()

const addressOf = (path: string) => db().address.findUnique({ where: { path } })
const eventsOf = (id: string) =>
  db().contentEvent.findMany({ where: { tags: { has: `review:${id}` } }, orderBy: { id: 'asc' } })

describe('publishing', () => {
  test('makes the review, its work, its people and its year live, in one event', async () => {
    const editor = await makeEditor()
    const work = await makeWork()
    const { id, version, content } = await makeReview(editor, { workId: work.id })
    expect(await addressOf(`/works/${work.slug}`)).toBeNull()
    const outcome = await publishReview(editor, { id, version })
    expect(outcome).toMatchObject({ ok: true, slug: content.slug, number: 1 })
    for (const path of [
      `/reviews/${content.slug}`,
      `/works/${work.slug}`,
      `/people/${work.person.slug}`,
      `/archive/${new Date().getFullYear()}`,
    ]) {
      expect(await addressOf(path)).toMatchObject({ state: 'live' })
    }
    const events = await eventsOf(id)
    expect(events).toHaveLength(1)
    expect(events[0]?.tags).toEqual(
      expect.arrayContaining([
        'home',
        'reviews',
        `work:${work.id}`,
        `person:${work.person.id}`,
        `critic:${content.criticIds[0]}`,
        `section:${content.sectionId}`,
      ]),
    )
    expect(await db().auditEntry.count({ where: { action: 'review.publish', subject: id, actorId: editor.id } })).toBe(
      1,
    )
    expect(await db().revision.count({ where: { reviewId: id, reason: 'published' } })).toBe(1)
  })

  test('pressed twenty times at once is one publication and one event', async () => {
    const editor = await makeEditor()
    const { id, version } = await makeReview(editor)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => publishReview(editor, { id, version })))
    expect(outcomes.every(outcome => outcome.ok)).toBe(true)
    expect(await db().publication.count({ where: { reviewId: id } })).toBe(1)
    expect(await eventsOf(id)).toHaveLength(1)
  }, 30_000)

  test('is refused while something is missing, and says what', async () => {
    const editor = await makeEditor()
    const image = await makeMedia()
    const { id, version } = await makeReview(editor, {
      title: '',
      verdict: '',
      workId: null,
      sectionId: null,
      body: prose(' '),
      imageId: image.id,
      kind: 'rereview',
    })
    const outcome = await publishReview(editor, { id, version })
    expect(!outcome.ok && outcome.code === 'incomplete' && outcome.missing.map(({ field }) => field)).toEqual([
      'title',
      'body',
      'workId',
      'sectionId',
      'verdict',
      'imageAlt',
      'rereviewOfId',
    ])
    expect(await db().publication.count({ where: { reviewId: id } })).toBe(0)
  })

  test('is refused to contributors, for older versions, and not found in somebody else’s review', async () => {
    const contributor = await makeEditor('contributor', { isCritic: true })
    const own = await makeReview(contributor)
    expect(await publishReview(contributor, own)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await publishReview(await makeEditor('critic'), own)).toEqual({ ok: false, code: 'not-found' })
    expect(await publishReview(await makeEditor(), { id: own.id, version: 1 })).toMatchObject({
      ok: false,
      code: 'stale',
    })
    const critic = await makeEditor('critic', { isCritic: true })
    expect(await publishReview(critic, await makeReview(critic))).toMatchObject({ ok: true })
  })

  test('later changes stay at the desk until they are published, and keep the first date', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    await publishReview(editor, { id, version })
    const first = await getPublishedReview(content.slug)
    await saveReview(editor, { id, version, content: { ...content, title: 'Second thoughts' } })
    expect((await db().publication.findFirstOrThrow({ where: { reviewId: id, isCurrent: true } })).title).toBe(
      content.title,
    )
    expect(await getDeskReview(editor, id)).toMatchObject({ state: 'changed', livePath: `/reviews/${content.slug}` })
    await publishReview(editor, { id, version: version + 1 })
    const live = await db().publication.findFirstOrThrow({ where: { reviewId: id, isCurrent: true } })
    expect(live).toMatchObject({ number: 2, title: 'Second thoughts', publishedAt: new Date(first?.publishedAt ?? 0) })
    expect(live.modifiedAt.getTime()).toBeGreaterThan(live.publishedAt.getTime())
    expect(await getDeskReview(editor, id)).toMatchObject({ state: 'live' })
  })

  test('at a new address moves the old one, in one hop, however often', async () => {
    const editor = await makeEditor()
    const { id, version, content } = await makeReview(editor)
    await publishReview(editor, { id, version })
    for (const [index, slug] of [`${content.slug}-b`, `${content.slug}-c`].entries()) {
      await saveReview(editor, { id, version: version + index, content: { ...content, slug } })
      await publishReview(editor, { id, version: version + index + 1 })
    }
    const target = `/reviews/${content.slug}-c`
    expect(await addressOf(target)).toMatchObject({ state: 'live' })
    for (const slug of [content.slug, `${content.slug}-b`])
      expect(await addressOf(`/reviews/${slug}`)).toMatchObject({ state: 'moved', target })
    // And back again: the first address is live, the others lead to it.
    await saveReview(editor, { id, version: version + 2, content })
    expect(await publishReview(editor, { id, version: version + 3 })).toMatchObject({ ok: true, slug: content.slug })
    expect(await addressOf(`/reviews/${content.slug}`)).toMatchObject({ state: 'live', target: null })
  })

  test('is refused at an address that was another review’s, and leaves nothing behind', async () => {
    const editor = await makeEditor()
    const [one, two] = [await makeReview(editor), await makeReview(editor)]
    await publishReview(editor, one)
    await saveReview(editor, { ...one, content: { ...one.content, slug: `${one.content.slug}-b` } })
    await publishReview(editor, { id: one.id, version: one.version + 1 })
    await saveReview(editor, { ...two, content: { ...two.content, slug: one.content.slug } })
    expect(await publishReview(editor, { id: two.id, version: two.version + 1 })).toMatchObject({
      ok: false,
      code: 'invalid',
      field: 'slug',
    })
    expect(await db().publication.count({ where: { reviewId: two.id } })).toBe(0)
    expect(await eventsOf(two.id)).toHaveLength(0)
  })

  test('of another work takes the page of the first away', async () => {
    const editor = await makeEditor()
    const [first, second] = [await makeWork(), await makeWork({ title: 'Arrival' })]
    const { id, version, content } = await makeReview(editor, { workId: first.id })
    await publishReview(editor, { id, version })
    await saveReview(editor, { id, version, content: { ...content, workId: second.id } })
    await publishReview(editor, { id, version: version + 1 })
    expect(await addressOf(`/works/${first.slug}`)).toMatchObject({ state: 'gone' })
    expect(await addressOf(`/works/${second.slug}`)).toMatchObject({ state: 'live' })
  })

  test('keeps the rating whole: the scale, the unit of this review, the score', async () => {
    const editor = await makeEditor()
    const unit = { singular: 'OS', plural: 'OS’s', glyph: 'orb' }
    const { id, version, content } = await makeReview(editor, {
      rating: { scaleVersionId: await makeScale(), value: 5, unit },
    })
    await publishReview(editor, { id, version })
    const article = await getPublishedReview(content.slug)
    expect(article).toMatchObject({
      score: 100,
      rating: { value: 5, unit, scale: { kind: 'numeric', min: 0, max: 5, step: 0.5 } },
    })
  })

  test('what is hidden as a spoiler is not in the plain text', async () => {
    const editor = await makeEditor()
    const body = {
      type: 'doc' as const,
      content: [
        ...(prose('Seen.').content ?? []),
        { type: 'spoiler', attrs: { label: 'The end' }, content: prose('She leaves.').content },
      ],
    }
    const { id, version, content } = await makeReview(editor, { body })
    await publishReview(editor, { id, version })
    expect((await getPublishedReview(content.slug))?.plainText).toBe('Seen.')
  })
})

describe('retracting', () => {
  test('ends every page that only this review kept, and the review can come back', async () => {
    const editor = await makeEditor()
    const work = await makeWork()
    const { id, version, content } = await makeReview(editor, { workId: work.id })
    await publishReview(editor, { id, version })
    expect(await retractReview(editor, { id, version })).toMatchObject({ ok: true })
    for (const path of [`/reviews/${content.slug}`, `/works/${work.slug}`, `/people/${work.person.slug}`])
      expect(await addressOf(path)).toMatchObject({ state: 'gone' })
    expect(await getPublishedReview(content.slug)).toBeNull()
    expect((await eventsOf(id)).at(-1)).toMatchObject({ kind: 'review.retract', purge: true })
    expect(await getDeskReview(editor, id)).toMatchObject({ state: 'retracted', livePath: null })
    expect(await publishReview(editor, { id, version })).toMatchObject({ ok: true, number: 2 })
    expect(await addressOf(`/reviews/${content.slug}`)).toMatchObject({ state: 'live' })
    expect(await getDeskReview(editor, id)).toMatchObject({ state: 'live' })
  })

  test('leaves the work’s page when another review of it is live', async () => {
    const editor = await makeEditor()
    const work = await makeWork()
    const [one, two] = [await makeReview(editor, { workId: work.id }), await makeReview(editor, { workId: work.id })]
    await publishReview(editor, one)
    await publishReview(editor, two)
    await retractReview(editor, one)
    expect(await addressOf(`/works/${work.slug}`)).toMatchObject({ state: 'live' })
  })

  test('is refused to critics, for older versions, for drafts, and not found elsewhere', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const own = await makeReview(critic)
    await publishReview(critic, own)
    expect(await retractReview(critic, own)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await retractReview(await makeEditor('critic'), own)).toEqual({ ok: false, code: 'not-found' })
    const editor = await makeEditor()
    expect(await retractReview(editor, { id: own.id, version: 1 })).toMatchObject({ code: 'stale' })
    expect(await retractReview(editor, await makeReview(editor))).toEqual({ ok: false, code: 'not-found' })
  })
})

describe('the preview', () => {
  test('is what publishing then shows', async () => {
    const editor = await makeEditor()
    const work = await makeWork()
    const person = await makePerson('Amy Adams')
    const image = await makeMedia()
    const mention = (kind: string, { id }: { id: string }) => ({ type: 'mention', attrs: { kind, id, label: 'x' } })
    const body = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph',
          content: [mention('work', work), mention('person', work.person), mention('person', person)],
        },
        ...(prose('Words.').content ?? []),
      ],
    }
    const { id, version, content } = await makeReview(editor, {
      workId: work.id,
      body,
      sectionId: (await makeSection()).id,
      imageId: image.id,
      imageAlt: 'An orb',
      rating: { scaleVersionId: await makeScale(), value: 3.5, unit: null },
    })
    const preview = await getPreview(editor, id)
    await publishReview(editor, { id, version })
    const article = await getPublishedReview(content.slug)
    const { publishedAt: _a, modifiedAt: _b, ...shown } = article ?? {}
    expect(preview).toMatchObject(shown)
  })

  test('of an empty draft says what is missing, and is not found by others', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const { id } = await makeReview(critic, { title: '', workId: null, sectionId: null })
    expect(await getPreview(critic, id)).toMatchObject({
      title: 'Untitled review',
      work: { title: 'No work chosen yet', path: null },
    })
    expect(await getPreview(await makeEditor('critic'), id)).toBeNull()
  })
})

describe('the history', () => {
  test('names every save, who and why; somebody else’s is not found', async () => {
    const [mina, other] = [await makeEditor('editor', { name: 'Mina' }), await makeEditor('critic')]
    const { id, version, content } = await makeReview(mina)
    await publishReview(mina, { id, version })
    await retractReview(mina, { id, version })
    const history = await listRevisions(mina, id)
    expect(history?.revisions.map(({ reason, author }) => [reason, author])).toEqual([
      ['retracted', 'Mina'],
      ['published', 'Mina'],
      ['saved', 'Mina'],
      ['created', 'Mina'],
    ])
    const last = history?.revisions[0]?.id ?? ''
    expect((await getRevision(mina, id, last))?.content).toEqual((await readReview(id)).content)
    expect((await getRevision(mina, id, last))?.content.title).toBe(content.title)
    expect(await listRevisions(other, id)).toBeNull()
    expect(await getRevision(other, id, last)).toBeNull()
    expect(await getDeskReview(other, id)).toBeNull()
  })
})
