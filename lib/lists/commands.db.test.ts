import { describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeCritic, makeEditor, makeReview, makeTopic, makeWork, unique } from '#prisma/factories.ts'
import { createList, publishList, saveList, takeBackList } from './commands.ts'
import { getDeskList, listDeskLists, searchWorksForList } from './desk-queries.ts'
import type { ListContent } from './lists.ts'
import { saveListSchema } from './lists-schema.ts'
import { getListPage, getListsPage } from './published.ts'

await testDatabase()

const addressOf = (path: string) => db().address.findUnique({ where: { path } })
const eventsOf = (id: string) =>
  db().contentEvent.findMany({ where: { tags: { has: `list:${id}` } }, orderBy: { id: 'asc' } })

async function makeReviewedWork(editor: Editor, title: string) {
  const work = await makeWork({ title })
  const review = await makeReview(editor, { workId: work.id })
  const published = await publishReview(editor, review)
  if (!published.ok) throw new Error(published.code)
  return { ...work, review }
}

async function makeList(editor: Editor, content: Partial<ListContent> = {}) {
  const made = await createList(editor)
  if (!made.ok) throw new Error(made.code)
  const full: ListContent = {
    slug: unique('list'),
    title: 'Machines with feelings',
    standfirst: '',
    criticId: editor.criticId,
    topicId: null,
    isRanked: true,
    entries: [],
    ...content,
  }
  const saved = await saveList(editor, { id: made.id, version: 1, content: full })
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return { id: made.id, version: saved.version, content: full }
}

describe('a list', () => {
  test('is written, shown in its order, changed before readers’ eyes, and taken back', async () => {
    const editor = await makeEditor()
    const topic = await makeTopic()
    const [one, two] = [await makeReviewedWork(editor, 'One'), await makeReviewedWork(editor, 'Two')]
    const entries = [
      { workId: two.id, note: 'Because.' },
      { workId: one.id, note: '' },
    ]
    const { id, version, content } = await makeList(editor, { entries, topicId: topic.id })
    expect(await getListPage(content.slug)).toBeNull()
    expect(await addressOf(`/lists/${content.slug}`)).toBeNull()
    expect(await eventsOf(id)).toEqual([])

    expect(await publishList(editor, { id, version })).toMatchObject({ ok: true, slug: content.slug })
    const page = await getListPage(content.slug)
    expect(page?.entries.map(({ rank, note, review }) => [rank, note, review.work.title])).toEqual([
      [1, 'Because.', 'Two'],
      [2, '', 'One'],
    ])
    expect(await addressOf(`/lists/${content.slug}`)).toMatchObject({ state: 'live', subjectId: id })
    expect((await eventsOf(id))[0]).toMatchObject({
      kind: 'list.publish',
      purge: false,
      tags: ['lists', `list:${id}`, `topic:${topic.id}`],
    })

    const reversed = { ...content, entries: entries.toReversed(), slug: unique('moved') }
    const saved = await saveList(editor, { id, version, content: reversed })
    expect(saved).toMatchObject({ ok: true, version: version + 1 })
    expect((await getListPage(reversed.slug))?.entries.map(entry => entry.review.work.title)).toEqual(['One', 'Two'])
    expect(await addressOf(`/lists/${content.slug}`)).toMatchObject({
      state: 'moved',
      target: `/lists/${reversed.slug}`,
    })

    expect(await takeBackList(editor, { id, version: version + 1 })).toMatchObject({ ok: true })
    expect(await addressOf(`/lists/${reversed.slug}`)).toMatchObject({ state: 'gone' })
    expect(await getListPage(reversed.slug)).toBeNull()
    expect((await eventsOf(id)).at(-1)).toMatchObject({ kind: 'list.take-back', purge: true })

    const trail = await db().auditEntry.findMany({ where: { subject: id }, orderBy: { id: 'asc' } })
    expect(trail.map(entry => entry.action)).toEqual([
      'list.create',
      'list.save',
      'list.publish',
      'list.save',
      'list.take-back',
    ])

    expect(await publishList(editor, { id, version: version + 1 })).toMatchObject({ ok: true })
    expect(await addressOf(`/lists/${reversed.slug}`)).toMatchObject({ state: 'live' })
  })

  test('shows works with a live review only, and closes the ranks', async () => {
    const editor = await makeEditor()
    const [one, two] = [await makeReviewedWork(editor, 'One'), await makeReviewedWork(editor, 'Two')]
    const draft = await makeWork({ title: 'Not yet' })
    const entries = [one, draft, two].map(work => ({ workId: work.id, note: '' }))
    const { id, version, content } = await makeList(editor, { entries })
    await publishList(editor, { id, version })
    const shown = async () =>
      (await getListPage(content.slug))?.entries.map(({ rank, review }) => [rank, review.work.title])
    expect(await shown()).toEqual([
      [1, 'One'],
      [2, 'Two'],
    ])
    expect((await getListsPage(1)).lists.find(list => list.id === id)?.count).toBe(2)
    await retractReview(editor, one.review)
    expect(await shown()).toEqual([[1, 'Two']])
    expect((await getDeskList(editor, id))?.works[one.id]?.review).toBeNull()
  })

  test('shows the review by whoever signs it, where there is one', async () => {
    const editor = await makeEditor()
    const critic = await makeEditor('critic', { isCritic: true })
    const work = await makeWork({ title: 'Twice' })
    for (const writer of [critic, editor]) {
      await publishReview(writer, await makeReview(writer, { workId: work.id, title: `By ${writer.role}` }))
    }
    const entries = [{ workId: work.id, note: '' }]
    const signed = await makeList(critic, { entries })
    const unsigned = await makeList(editor, { entries })
    for (const list of [signed, unsigned]) await publishList(editor, list)
    const titleIn = async (list: typeof signed) => (await getListPage(list.content.slug))?.entries[0]?.review.title
    expect([await titleIn(signed), await titleIn(unsigned)]).toEqual(['By critic', 'By editor'])
    const [found] = await searchWorksForList(editor, 'Twice', critic.criticId)
    expect(found?.review?.critics).toBe('Somebody')
  })

  test('saved as it is stored keeps its version and says nothing to readers', async () => {
    const editor = await makeEditor()
    const work = await makeReviewedWork(editor, 'One')
    const list = await makeList(editor, { entries: [{ workId: work.id, note: 'a' }] })
    await publishList(editor, list)
    const before = (await eventsOf(list.id)).length
    expect(await saveList(editor, list)).toMatchObject({ ok: true, version: list.version, eventId: null })
    expect(await eventsOf(list.id)).toHaveLength(before)
  })

  test('is shown once, however often the button is pressed', async () => {
    const editor = await makeEditor()
    const work = await makeReviewedWork(editor, 'One')
    const list = await makeList(editor, { entries: [{ workId: work.id, note: '' }] })
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publishList(editor, list)))
    expect(outcomes.every(outcome => outcome.ok)).toBe(true)
    expect(await eventsOf(list.id)).toHaveLength(1)
  })

  test('of five hundred works is kept, shown fifty to a page; one more is refused whole', async () => {
    const editor = await makeEditor()
    const first = await makeReviewedWork(editor, 'The first')
    const works = await db().work.createManyAndReturn({
      data: Array.from({ length: 500 }, (_, index) => ({
        kind: 'film' as const,
        slug: unique('work'),
        title: `Work ${index}`,
        sortTitle: `work ${index}`,
      })),
      select: { id: true },
    })
    const entries = [first, ...works].map(({ id }) => ({ workId: id, note: 'a note' }))
    const list = await makeList(editor, { entries: entries.slice(0, 500) })
    expect(await db().listEntry.count({ where: { listId: list.id } })).toBe(500)
    const tooMany = saveListSchema.safeParse({ ...list, content: { ...list.content, entries } })
    expect(tooMany.error?.issues[0]?.message).toMatch(/at most 500/)
  }, 30_000)
})

describe('what is refused leaves everything as it was', () => {
  test('a stale save, and it says who was faster', async () => {
    const [ada, ben] = [await makeEditor('editor', { name: 'Ada' }), await makeEditor('editor', { name: 'Ben' })]
    const { id, version, content } = await makeList(ada)
    await saveList(ben, { id, version, content: { ...content, title: 'Ben’s' } })
    const stale = await saveList(ada, { id, version, content: { ...content, title: 'Ada’s' } })
    expect(stale).toEqual({ ok: false, code: 'stale', current: { version: version + 1, savedBy: 'Ben' } })
    expect((await getDeskList(ada, id))?.content.title).toBe('Ben’s')
    expect(await publishList(ada, { id, version })).toMatchObject({ code: 'stale' })
    expect(await takeBackList(ada, { id, version })).toMatchObject({ code: 'stale' })
  })

  test('contributors make no lists', async () => {
    const contributor = await makeEditor('contributor', { isCritic: true })
    expect(await createList(contributor)).toEqual({ ok: false, code: 'not-allowed' })
    const list = await makeList(await makeEditor(), { criticId: contributor.criticId })
    expect(await saveList(contributor, list)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await publishList(contributor, list)).toEqual({ ok: false, code: 'not-allowed' })
    expect(await getDeskList(contributor, list.id)).toBeNull()
    expect((await listDeskLists(contributor, { scope: 'all', state: null, page: 1 })).rows).toEqual([])
  })

  test('critics find their own lists only', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const own = await makeList(critic)
    const signed = await makeList(await makeEditor(), { criticId: critic.criticId })
    const others = await makeList(await makeEditor())
    const found = await listDeskLists(critic, { scope: 'all', state: null, page: 1 })
    expect(found.rows.map(row => row.id).sort()).toEqual([own.id, signed.id].sort())
    for (const command of [saveList, publishList, takeBackList])
      expect(await command(critic, others)).toEqual({ ok: false, code: 'not-found' })
    expect(await getDeskList(critic, others.id)).toBeNull()
  })

  test('a critic lends nobody’s byline', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const list = await makeList(critic)
    const borrowed = { ...list, content: { ...list.content, criticId: (await makeCritic()).id } }
    expect(await saveList(critic, borrowed)).toMatchObject({ code: 'invalid', field: 'criticId' })
    expect(await saveList(await makeEditor(), borrowed)).toMatchObject({ ok: true })
  })

  test('an address that is or was another list’s', async () => {
    const editor = await makeEditor()
    const work = await makeReviewedWork(editor, 'One')
    const entries = [{ workId: work.id, note: '' }]
    const first = await makeList(editor, { entries })
    const second = await makeList(editor, { entries })
    const taken = { ...second.content, slug: first.content.slug }
    expect(await saveList(editor, { ...second, content: taken })).toMatchObject({ code: 'invalid', field: 'slug' })
    await publishList(editor, first)
    await takeBackList(editor, first)
    const saved = await saveList(editor, { ...first, content: { ...first.content, slug: unique('other') } })
    expect(saved.ok).toBe(true)
    const draft = await saveList(editor, { ...second, content: taken })
    expect(draft.ok && (await publishList(editor, { id: second.id, version: draft.version }))).toMatchObject({
      code: 'invalid',
      field: 'slug',
    })
  })

  test('a work, critic or topic that is not there', async () => {
    const editor = await makeEditor()
    const list = await makeList(editor)
    const nobody = '00000000-0000-4000-8000-000000000000'
    const merged = await makeWork({ mergedIntoId: (await makeWork()).id })
    const tries: [Partial<ListContent>, string][] = [
      [{ entries: [{ workId: nobody, note: '' }] }, 'entries'],
      [{ entries: [{ workId: merged.id, note: '' }] }, 'entries'],
      [{ criticId: nobody }, 'criticId'],
      [{ topicId: nobody }, 'topicId'],
    ]
    for (const [change, field] of tries) {
      const content = { ...list.content, ...change, title: 'Changed' }
      expect(await saveList(editor, { ...list, content })).toMatchObject({ code: 'invalid', field })
    }
    expect(await getDeskList(editor, list.id)).toMatchObject({ version: list.version, content: list.content })
  })

  test('an empty page: neither shown, nor made of what is live', async () => {
    const editor = await makeEditor()
    const list = await makeList(editor)
    expect(await publishList(editor, list)).toMatchObject({ code: 'invalid', field: 'entries' })
    const unreviewed = { ...list.content, entries: [{ workId: (await makeWork()).id, note: '' }] }
    const saved = await saveList(editor, { ...list, content: unreviewed })
    expect(saved.ok && (await publishList(editor, { id: list.id, version: saved.version }))).toMatchObject({
      problem: expect.stringContaining('None of these works has a live review'),
    })
    const work = await makeReviewedWork(editor, 'One')
    const live = await makeList(editor, { entries: [{ workId: work.id, note: '' }] })
    await publishList(editor, live)
    const emptied = { ...live, content: { ...unreviewed, slug: live.content.slug } }
    expect(await saveList(editor, emptied)).toMatchObject({ code: 'invalid', field: 'entries' })
    expect((await getListPage(live.content.slug))?.entries).toHaveLength(1)
  })

  test('a list that does not exist', async () => {
    const editor = await makeEditor()
    const list = { ...(await makeList(editor)), id: '00000000-0000-4000-8000-000000000000' }
    for (const command of [saveList, publishList, takeBackList])
      expect(await command(editor, list)).toEqual({ ok: false, code: 'not-found' })
  })
})
