import { beforeEach, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { createList, publishList, saveList } from '#lib/lists/commands.ts'
import { listDeskLists } from '#lib/lists/desk-queries.ts'
import { listDeskPeople } from '#lib/people/desk-queries.ts'
import { planMerge } from '#lib/regrouping/commands.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { listDeskReviews } from '#lib/reviews/desk-queries.ts'
import { getDeskReview } from '#lib/reviews/desk-queries-review.ts'
import { saveSeries } from '#lib/series/commands.ts'
import { listDeskSeries } from '#lib/series/desk-queries.ts'
import { searchMentions, searchWorks } from '#lib/works/desk-queries.ts'
import { listDeskWorks } from '#lib/works/desk-queries-list.ts'
import { makeEditor, makeMedia, makePerson, makeReview, makeWork, readReview, unique } from '#prisma/factories.ts'
import { deleteForGood, putBack, throwAway } from './commands.ts'
import { emptyTrash } from './commands-purge.ts'
import { getTrashed, listTrash } from './desk-queries.ts'
import type { TrashKind } from './trash.ts'

await testDatabase()

let editor: Editor
beforeEach(async () => {
  editor = await makeEditor('editor', { isCritic: true })
})

const everything = {
  state: null,
  text: '',
  section: '',
  critic: '',
  step: null,
  assignee: null,
  due: null,
  priority: null,
  work: '',
  kind: null,
  sort: 'updated',
  page: 1,
} as const

/** Rows of all tables that hang on a thing, as they are stored. */
async function rowOf(kind: TrashKind, id: string): Promise<unknown> {
  const tables = {
    review: 'review',
    list: 'list',
    media: 'media',
    work: 'work',
    person: 'person',
    series: 'workSeries',
  }
  const include = {
    review: { critics: true, topics: true, revisions: true, publications: true },
    list: { entries: true },
    media: undefined,
    work: { credits: true, externalIds: true, editions: true },
    person: { externalIds: true },
    series: { entries: true },
  }
  const model: { findUnique(query: object): Promise<unknown> } = Reflect.get(db(), tables[kind])
  return model.findUnique({ where: { id }, include: include[kind] })
}

async function make(kind: TrashKind): Promise<{ id: string; version: number }> {
  switch (kind) {
    case 'review':
      return makeReview(editor)
    case 'list':
      return makeList()
    case 'media':
      return makeMedia({ uploadedById: editor.id })
    case 'work':
      return makeWork()
    case 'person':
      return makePerson()
    case 'series': {
      const content = { name: 'Earthsea', kind: 'series' as const, slug: unique('series'), note: '', workIds: [] }
      const saved = await saveSeries(editor, { id: null, version: null, content })
      if (!saved.ok) throw new Error(saved.code)
      return saved
    }
  }
}

async function makeList(workIds: string[] = []) {
  const list = await createList(editor)
  if (!list.ok) throw new Error(list.code)
  const entries = workIds.map(workId => ({ workId, note: '' }))
  const head = { slug: unique('list'), title: 'Lamps', standfirst: '', criticId: null, topicId: null, isRanked: true }
  const saved = await saveList(editor, { id: list.id, version: 1, content: { ...head, entries } })
  if (!saved.ok) throw new Error(saved.code)
  return { id: list.id, version: saved.version, slug: head.slug }
}

function at(kind: TrashKind, { id, version }: { id: string; version: number }) {
  return { kind, id, version }
}

/** Puts it there so many days ago. */
async function age(table: string, id: string, days: number): Promise<void> {
  await db().$executeRawUnsafe(`UPDATE ${table} SET trashed_at = now() - interval '${days} days' WHERE id = '${id}'`)
}

describe.each(['review', 'list', 'media', 'work', 'person', 'series'] as const)('a %s', kind => {
  test('goes into the trash and comes back as it was, to the last column', async () => {
    const { id, version } = await make(kind)
    const before = await rowOf(kind, id)
    expect(await throwAway(editor, { kind, id, version })).toEqual({ ok: true })
    expect(await getTrashed(editor, kind, id)).toMatchObject({ kind, id, by: editor.name, daysLeft: 30 })
    expect(await throwAway(editor, { kind, id, version })).toMatchObject({ code: 'not-found' })
    expect(await putBack(editor, { kind, id })).toEqual({ ok: true })
    expect(await rowOf(kind, id)).toEqual(before)
    expect(await getTrashed(editor, kind, id)).toBeNull()
    expect(await putBack(editor, { kind, id })).toMatchObject({ code: 'not-found' })
  })

  test('is deleted for good by an editor, out of the trash only', async () => {
    const { id, version } = await make(kind)
    expect(await deleteForGood(editor, { kind, id })).toMatchObject({ code: 'not-found' })
    await throwAway(editor, { kind, id, version })
    expect(await deleteForGood(await makeEditor('critic'), { kind, id })).toMatchObject({ code: 'not-allowed' })
    expect(await deleteForGood(editor, { kind, id })).toEqual({ ok: true })
    expect(await rowOf(kind, id)).toBeNull()
  })

  test('is refused to others, and when it was changed since', async () => {
    const { id, version } = await make(kind)
    const contributor = await makeEditor('contributor', { isCritic: true })
    const code = kind === 'review' ? 'not-found' : 'not-allowed'
    expect(await throwAway(contributor, { kind, id, version })).toMatchObject({ code })
    expect(await throwAway(editor, { kind, id, version: version + 1 })).toMatchObject({ code: 'stale' })
    await throwAway(editor, { kind, id, version })
    expect(await putBack(contributor, { kind, id })).toMatchObject({ code })
    expect((await listTrash(contributor, 1)).rows.filter(row => row.id === id)).toEqual([])
  })
})

describe('what is in the trash', () => {
  test('is in no list and no look-up of the desk, and cannot be opened or saved', async () => {
    const review = await makeReview(editor, { title: 'Thrown away' })
    await throwAway(editor, at('review', review))
    expect((await listDeskReviews(editor, { ...everything, text: 'Thrown away' })).total).toBe(0)
    expect(await getDeskReview(editor, review.id)).toBeNull()
    expect(await saveReview(editor, { ...review, content: { ...review.content, title: 'Saved' } })).toMatchObject({
      code: 'not-found',
    })
    const list = await makeList()
    await throwAway(editor, at('list', list))
    const lists = await listDeskLists(editor, { scope: 'all', state: null, page: 1 })
    expect(lists.rows.map(({ id }) => id)).not.toContain(list.id)
  })

  test('is no work and nobody that could be chosen, listed, credited or merged', async () => {
    const title = unique('Lantern')
    const work = await makeWork({ title, director: unique('Mina') })
    const other = await makeWork()
    await throwAway(editor, at('work', work))
    await throwAway(editor, at('person', work.person))
    expect(await searchWorks(editor, title)).toEqual([])
    expect(await searchMentions(editor, title)).toEqual([])
    expect((await listDeskWorks(editor, { text: title, page: 1 })).total).toBe(0)
    expect((await listDeskPeople(editor, { text: work.person.name, page: 1 })).total).toBe(0)
    expect(await planMerge(db(), { noun: 'work', fromId: work.id, intoId: other.id })).toBeNull()
    const { id, version, content } = await makeReview(editor)
    const saved = await saveReview(editor, { id, version, content: { ...content, workId: work.id } })
    expect(saved).toMatchObject({ code: 'invalid', field: 'workId' })
  })

  test('keeps its address until it is gone for good', async () => {
    const review = await makeReview(editor)
    await throwAway(editor, at('review', review))
    const other = await makeReview(editor)
    const content = { ...other.content, slug: review.content.slug }
    expect(await saveReview(editor, { ...other, content })).toMatchObject({ code: 'invalid', field: 'slug' })
    await deleteForGood(editor, { kind: 'review', id: review.id })
    expect(await saveReview(editor, { ...other, content })).toMatchObject({ ok: true })
  })

  test('is a critic’s own, when it was never published', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const draft = await makeReview(critic)
    expect(await throwAway(critic, at('review', draft))).toEqual({ ok: true })
    const { rows } = await listTrash(critic, 1)
    expect(rows.map(({ id, may }) => [id, may.purge])).toEqual([[draft.id, false]])
    expect(await putBack(critic, { kind: 'review', id: draft.id })).toEqual({ ok: true })
  })
})

describe('what readers see', () => {
  test('is retracted before it is thrown away: a review', async () => {
    const { id, version } = await makeReview(editor)
    await publishReview(editor, { id, version })
    expect(await throwAway(editor, { kind: 'review', id, version })).toEqual({ ok: false, code: 'live' })
    await retractReview(editor, { id, version })
    expect(await throwAway(editor, { kind: 'review', id, version })).toEqual({ ok: true })
    await deleteForGood(editor, { kind: 'review', id })
    // Whoever comes to its address is still told that it is gone.
    expect(await db().address.findFirst({ where: { subjectId: id } })).toMatchObject({ state: 'gone' })
  })

  test('is taken away with it: a list, which comes back as a draft', async () => {
    const review = await makeReview(editor)
    await publishReview(editor, review)
    const list = await makeList([review.content.workId ?? ''])
    expect(await publishList(editor, list)).toMatchObject({ ok: true })
    expect(await throwAway(editor, at('list', list))).toEqual({ ok: true })
    expect(await db().address.findFirst({ where: { subjectId: list.id } })).toMatchObject({ state: 'gone' })
    const event = await db().contentEvent.findFirst({ orderBy: { id: 'desc' } })
    expect(event).toMatchObject({ kind: 'list.take-back', purge: true, tags: ['lists', `list:${list.id}`] })
    await putBack(editor, { kind: 'list', id: list.id })
    expect(await db().list.findUnique({ where: { id: list.id } })).toMatchObject({ publishedAt: null, trashedAt: null })
  })
})

describe('what something needs stays', () => {
  test('a work: its reviews, parts, lists, series and mentions are named', async () => {
    const work = await makeWork({ title: 'Held', kind: 'series' })
    const review = await makeReview(editor, { workId: work.id, title: 'A review of it' })
    const mention = { type: 'mention', attrs: { kind: 'work', id: work.id, label: 'Held' } }
    const body = { type: 'doc' as const, content: [{ type: 'paragraph', content: [mention] }] }
    await makeReview(editor, { title: 'A mention of it', body })
    await makeWork({ title: 'A part of it', kind: 'season', parentId: work.id, number: 1 })
    await makeList([work.id])
    const content = {
      name: 'A series with it',
      kind: 'series' as const,
      slug: unique('s'),
      note: '',
      workIds: [work.id],
    }
    await saveSeries(editor, { id: null, version: null, content })
    const refused = await throwAway(editor, { kind: 'work', id: work.id, version: work.version })
    expect(refused).toMatchObject({
      code: 'held',
      holders: [
        { name: 'A mention of it' },
        { name: 'A part of it' },
        { name: 'A review of it', href: `/desk/reviews/${review.id}` },
        { name: 'A series with it' },
        { name: 'Lamps' },
      ],
    })
  })

  test('a person: what they are credited in; a series: its works; a picture: where it is used', async () => {
    const work = await makeWork({ title: 'Held' })
    expect(await throwAway(editor, at('person', work.person))).toMatchObject({ holders: [{ name: 'Held' }] })
    const content = { name: 'Earthsea', kind: 'series' as const, slug: unique('s'), note: '', workIds: [work.id] }
    const series = await saveSeries(editor, { id: null, version: null, content })
    if (!series.ok) throw new Error(series.code)
    expect(await throwAway(editor, at('series', series))).toMatchObject({ holders: [{ name: 'Held' }] })
    const picture = await makeMedia()
    const review = await makeReview(editor, { title: 'With a picture', imageId: picture.id, imageAlt: 'A lamp' })
    expect(await throwAway(editor, at('media', picture))).toMatchObject({
      holders: [{ name: 'With a picture', href: `/desk/reviews/${review.id}` }],
    })
  })

  test('a work and then what it was needed for: each comes back after what it needs', async () => {
    const work = await makeWork({ title: 'Held' })
    const review = await makeReview(editor, { workId: work.id })
    await throwAway(editor, at('review', review))
    expect(await throwAway(editor, at('work', work))).toEqual({ ok: true })
    expect(await putBack(editor, { kind: 'review', id: review.id })).toMatchObject({
      code: 'incomplete',
      holders: [{ name: 'Held' }],
    })
    expect(await deleteForGood(editor, { kind: 'work', id: work.id })).toMatchObject({ code: 'held' })
    await putBack(editor, { kind: 'work', id: work.id })
    expect(await putBack(editor, { kind: 'review', id: review.id })).toEqual({ ok: true })
  })
})

describe('the nightly job', () => {
  test('deletes what has been there for thirty days, and nothing that has not', async () => {
    const [old, young] = [await makeReview(editor), await makeReview(editor)]
    for (const review of [old, young]) await throwAway(editor, at('review', review))
    await age('review', old.id, 31)
    await age('review', young.id, 29)
    await emptyTrash()
    expect(await db().review.findUnique({ where: { id: old.id } })).toBeNull()
    expect(await db().revision.count({ where: { reviewId: old.id } })).toBe(0)
    expect(await getTrashed(editor, 'review', young.id)).toMatchObject({ daysLeft: 1 })
    expect(await db().auditEntry.findFirst({ where: { subject: old.id }, orderBy: { id: 'desc' } })).toMatchObject({
      action: 'review.purge',
      actorId: null,
    })
  })

  test('deletes a work after the review that needed it, with its history', async () => {
    const work = await makeWork()
    const review = await makeReview(editor, { workId: work.id })
    await throwAway(editor, at('review', review))
    await throwAway(editor, at('work', work))
    await age('work', work.id, 40)
    await age('review', review.id, 41)
    await emptyTrash()
    expect(await db().work.findUnique({ where: { id: work.id } })).toBeNull()
  })

  test('takes out again what has come to be needed', async () => {
    const work = await makeWork()
    await throwAway(editor, at('work', work))
    await age('work', work.id, 40)
    // As if somebody had saved at the same moment.
    const review = await makeReview(editor)
    await db().review.update({ where: { id: review.id }, data: { workId: work.id } })
    await emptyTrash()
    expect(await db().work.findUnique({ where: { id: work.id } })).toMatchObject({ trashedAt: null })
    expect((await readReview(review.id)).workId).toBe(work.id)
  })
})

test('series and people in the trash are in no list', async () => {
  const series = await make('series')
  await throwAway(editor, at('series', series))
  expect((await listDeskSeries(editor, { text: '', page: 1 })).series.map(({ id }) => id)).not.toContain(series.id)
})
