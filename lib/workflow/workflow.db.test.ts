import { beforeAll, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { readDeskFilter } from '#lib/reviews/desk-filter.ts'
import { listDeskReviews } from '#lib/reviews/desk-queries.ts'
import { makeEditor, makeReview, readReview } from '#prisma/factories.ts'
import { planReviews } from './commands.ts'
import { pitchReview } from './commands-pitch.ts'
import { changeSteps, readSteps, stepsSeen } from './commands-steps.ts'
import { removeView, saveView } from './commands-views.ts'
import { getReviewPlan, listViews } from './desk-queries.ts'
import { getBoard } from './desk-queries-board.ts'
import { getCalendar } from './desk-queries-calendar.ts'
import { getHomeWork } from './desk-queries-home.ts'
import { getToday } from './desk-queries-today.ts'
import { addDays, type Step } from './workflow.ts'

await testDatabase()
let owner: Editor
let editor: Editor
let critic: Editor
let contributor: Editor
let steps: Step[]

beforeAll(async () => {
  owner = await makeEditor('owner', { name: 'Olu' })
  editor = await makeEditor('editor', { name: 'Eve' })
  critic = await makeEditor('critic', { isCritic: true, name: 'Cleo' })
  contributor = await makeEditor('contributor', { isCritic: true, name: 'Con' })
  steps = await readSteps(db())
})

const step = (name: string) => steps.find(each => each.name === name)?.id ?? ''
const row = (id: string) => db().review.findUniqueOrThrow({ where: { id } })
const empty = readDeskFilter({})

describe('where a review begins', () => {
  test('a new one in the step that is chosen for it, a pitch in the first, with why', async () => {
    const { id } = await makeReview(critic)
    expect((await row(id)).stepId).toBe(step('Draft'))
    const pitched = await pitchReview(contributor, { title: 'Past Lives', workId: null, why: 'It stays with you.' })
    expect(pitched).toMatchObject({ ok: true, step: 'Pitch' })
    const made = await row(pitched.ok ? pitched.id : '')
    expect(made).toMatchObject({ stepId: step('Pitch'), title: 'Past Lives', pitch: 'It stays with you.' })
  })
})

describe('a change of plans', () => {
  test('is written down, leaves the text alone, and is taken back by its undo', async () => {
    const { id, version } = await makeReview(critic)
    const before = await row(id)
    const change = { stepId: step('Edit'), assigneeId: editor.id, dueOn: '2026-11-30', priority: 'high' } as const
    const { changed, refused } = await planReviews(editor, [{ id, version: 1, ...change }])
    expect(refused).toEqual([])
    const after = await row(id)
    expect(after).toMatchObject({ version, updatedAt: before.updatedAt, planVersion: 2, stepId: step('Edit') })
    expect(after.stepAt.getTime()).toBeGreaterThan(before.stepAt.getTime())
    const entries = await db().auditEntry.findMany({ where: { subject: id }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['review.move', { from: 'Draft', to: 'Edit' }],
      ['review.assign', { from: 'nobody', to: 'Eve' }],
      ['review.due', { from: 'no day', to: '2026-11-30' }],
      ['review.priority', { from: 'Normal', to: 'High' }],
    ])
    await planReviews(
      editor,
      changed.map(({ undo }) => undo),
    )
    expect(await row(id)).toMatchObject({ stepId: step('Draft'), assigneeId: null, dueOn: null, priority: 'normal' })
  })

  test('that is sent twice is made once', async () => {
    const { id } = await makeReview(critic)
    const change = { id, version: 1, stepId: step('Edit') }
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => planReviews(editor, [change])))
    expect(outcomes.every(({ changed }) => changed.length === 1)).toBe(true)
    expect((await row(id)).planVersion).toBe(2)
    expect(await db().auditEntry.count({ where: { subject: id, action: 'review.move' } })).toBe(1)
  })

  test('from a plan that is no longer so is refused, and the rest is done', async () => {
    const [one, two] = [await makeReview(critic), await makeReview(critic)]
    await planReviews(editor, [{ id: one.id, version: 1, priority: 'high' }])
    const { changed, refused } = await planReviews(editor, [
      { id: one.id, version: 1, priority: 'low' },
      { id: two.id, version: 1, priority: 'low' },
    ])
    expect(refused).toMatchObject([{ id: one.id, code: 'stale' }])
    expect(changed.map(({ id }) => id)).toEqual([two.id])
    expect((await row(one.id)).priority).toBe('high')
  })

  test.each([
    ['somebody else’s review is not there for a critic', () => critic, () => ({ stepId: step('Edit') }), 'not-found'],
    ['a critic gives nobody a review', () => contributor, () => ({ assigneeId: critic.id }), 'not-allowed'],
    ['a critic sets no day', () => contributor, () => ({ dueOn: '2026-12-01' }), 'not-allowed'],
    ['a contributor moves nothing into Ready', () => contributor, () => ({ stepId: step('Ready') }), 'not-allowed'],
    ['a step that is not there', () => editor, () => ({ stepId: critic.id }), 'no-step'],
    ['a person who is not there', () => editor, () => ({ assigneeId: step('Edit') }), 'no-person'],
  ])('%s', async (_, who, change, code) => {
    const { id } = await makeReview(contributor)
    const before = await row(id)
    const { changed, refused } = await planReviews(who(), [{ id, version: 1, ...change() }])
    expect(changed).toEqual([])
    expect(refused).toMatchObject([{ id, code }])
    expect(await row(id)).toEqual(before)
  })

  test('what readers see is in no step, and nobody whose account is closed is given anything', async () => {
    const gone = await makeEditor('critic')
    await db().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } })
    const { id, version } = await makeReview(editor)
    expect((await planReviews(editor, [{ id, version: 1, assigneeId: gone.id }])).refused[0]?.code).toBe('no-person')
    expect(await publishReview(editor, { id, version })).toMatchObject({ ok: true })
    expect((await planReviews(owner, [{ id, version: 1, stepId: step('Pitch') }])).refused[0]?.code).toBe('live')
  })
})

describe('whoever is given a review', () => {
  test('reads and moves it, and gives it to nobody', async () => {
    const { id, version } = await makeReview(editor)
    expect(await getReviewPlan(critic, id)).toBeNull()
    await planReviews(editor, [{ id, version: 1, assigneeId: critic.id }])
    const plan = await getReviewPlan(critic, id)
    expect(plan).toMatchObject({
      mayPlan: false,
      mayMove: true,
      people: [],
      plan: { assigneeId: critic.id, version: 2 },
    })
    expect((await planReviews(critic, [{ id, version: 2, stepId: step('Edit') }])).changed).toHaveLength(1)
    expect(await publishReview(critic, { id, version })).toMatchObject({ ok: false, code: 'not-allowed' })
    expect((await getHomeWork(critic)).yours.map(card => card.id)).toContain(id)
    await planReviews(editor, [{ id, version: 3, assigneeId: null }])
    expect(await getReviewPlan(critic, id)).toBeNull()
  })
})

describe('the pages', () => {
  test('the board shows what somebody may read, what matters most first', async () => {
    const me = await makeEditor('critic', { isCritic: true })
    const [plain, pressing] = [await makeReview(me), await makeReview(me)]
    await planReviews(editor, [{ id: pressing.id, version: 1, priority: 'high' }])
    const board = await getBoard(me, steps, empty)
    const drafts = board.columns.find(({ stepId }) => stepId === step('Draft'))
    expect(drafts?.cards.map(({ id }) => id)).toEqual([pressing.id, plain.id])
    expect(board.columns.reduce((sum, { total }) => sum + total, 0)).toBe(2)
  })

  test('late, due and given are found by the filter, the calendar and the home', async () => {
    const today = await getToday()
    const me = await makeEditor('editor')
    const days = [-1, 0, 3, 9].map(by => addDays(today, by))
    const ids: string[] = []
    for (const dueOn of days) {
      const { id } = await makeReview(me)
      await planReviews(editor, [{ id, version: 1, dueOn, assigneeId: me.id }])
      ids.push(id)
    }
    const found = async (query: Record<string, string>) =>
      (await listDeskReviews(me, readDeskFilter({ assignee: 'me', sort: 'due', ...query }))).rows.map(({ id }) => id)
    expect(await found({})).toEqual(ids)
    expect(await found({ due: 'late' })).toEqual(ids.slice(0, 1))
    expect(await found({ due: 'today' })).toEqual(ids.slice(1, 2))
    expect(await found({ due: 'week' })).toEqual(ids.slice(1, 3))
    expect(await found({ due: 'none' })).toEqual([])
    expect(await found({ step: step('Ready') })).toEqual([])
    const calendar = await getCalendar(me, days)
    expect(calendar.map(({ due }) => due.some(({ id }) => ids.includes(id)))).toEqual([true, true, true, true])
    const home = await getHomeWork(me)
    expect(home.yours.map(({ id }) => id)).toEqual(ids)
    expect((await getHomeWork(owner)).late.map(({ id }) => id)).toContain(ids[0])
    expect((await getHomeWork(contributor)).late).toEqual([])
  })
})

describe('saved views', () => {
  test('are one’s own, or the house’s for who plans; only what a filter says is kept', async () => {
    const view = { place: 'reviews', name: 'Stuck', query: '?due=late&page=3&evil=1', isHouse: false } as const
    expect(await saveView(critic, view)).toEqual({ ok: true })
    expect(await saveView(critic, { ...view, name: 'stuck' })).toEqual({ ok: false, code: 'known' })
    expect(await saveView(critic, { ...view, isHouse: true })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await saveView(editor, { ...view, isHouse: true })).toEqual({ ok: true })
    const views = await listViews(critic, 'reviews')
    expect(views).toMatchObject([
      { isHouse: true, query: '?due=late', mayRemove: false },
      { isHouse: false, name: 'Stuck', mayRemove: true },
    ])
    expect(await listViews(contributor, 'board')).toEqual([])
    expect(await removeView(contributor, views[1]?.id ?? '')).toEqual({ ok: false, code: 'not-found' })
    expect(await removeView(critic, views[0]?.id ?? '')).toEqual({ ok: false, code: 'not-found' })
    expect(await removeView(critic, views[1]?.id ?? '')).toEqual({ ok: true })
  })
})

describe('the steps', () => {
  test('are renamed, turned round, added and removed, and what stood there goes where it is said', async () => {
    const { id } = await makeReview(critic)
    await planReviews(editor, [{ id, version: 1, stepId: step('Copy') }])
    const now = await readSteps(db())
    const swapped = { Draft: 'Edit', Edit: 'Draft' } as Record<string, string>
    const kept = now
      .filter(({ name }) => name !== 'Copy')
      .map(each => ({ ...each, name: swapped[each.name] ?? each.name }))
    const input = {
      seen: stepsSeen(now),
      steps: [...kept, { id: null, name: 'Fact check', movers: [], isStart: false }],
    }
    for (const who of [editor, critic, contributor])
      expect(await changeSteps(who, { ...input, into: {} })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await changeSteps(owner, { ...input, into: {} })).toEqual({ ok: false, code: 'nowhere', name: 'Copy' })
    expect((await readSteps(db())).map(({ name }) => name)).toContain('Copy')
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => changeSteps(owner, { ...input, into: { [step('Copy')]: step('Ready') } })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await row(id)).toMatchObject({ stepId: step('Ready'), planVersion: 3 })
    const after = await readSteps(db())
    expect(after.map(({ name }) => name)).toEqual(['Pitch', 'Assigned', 'Edit', 'Draft', 'Ready', 'Fact check'])
    expect(after.at(-1)?.movers).toEqual(['owner'])
    expect((await row((await makeReview(critic)).id)).stepId).toBe(step('Draft'))
    await readReview(id)
  })
})
