import { beforeAll, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { can, roles } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import {
  makeCritic,
  makeEditor,
  makeReview,
  makeScale,
  makeSection,
  makeWork,
  readReview,
  unique,
} from '#prisma/factories.ts'
import { saveReview } from './commands.ts'
import { publishReview, retractReview } from './commands-publish.ts'
import { type DeskFilter, readDeskFilter } from './desk-filter.ts'
import { getDeskHome, listDeskChoices, listDeskReviews } from './desk-queries.ts'
import { ownedBy } from './working-copy.ts'

await testDatabase()
let owner: Editor

beforeAll(async () => {
  owner = await makeEditor('owner')
})

describe('whose reviews are listed', () => {
  test.each(roles)('for the role of %s it is what the policy lets them read, and nothing else', async role => {
    const me = await makeEditor(role, { isCritic: true })
    const word = unique('scope')
    const other = await makeEditor('critic', { isCritic: true })
    await makeReview(me, { title: `${word} mine` })
    await makeReview(owner, { title: `${word} with my byline`, criticIds: me.criticId ? [me.criticId] : [] })
    await makeReview(other, { title: `${word} of somebody else` })
    const all = await db().review.findMany({ where: { title: { contains: word } }, select: { id: true } })
    const readable = await Promise.all(
      all.map(async ({ id }) => (can(me, 'review.read', ownedBy(await readReview(id))) ? id : null)),
    )
    const { rows, total } = await list(me, { q: word })
    expect(rows.map(row => row.id).sort()).toEqual(readable.filter(id => id !== null).sort())
    expect(total).toBe(role === 'owner' || role === 'editor' ? 3 : 2)
  })

  test('no filter leads to a review of somebody else', async () => {
    const [critic, other] = [
      await makeEditor('critic', { isCritic: true }),
      await makeEditor('critic', { isCritic: true }),
    ]
    const section = await makeSection()
    const { id } = await makeReview(other, { sectionId: section.id })
    const slug = (await db().critic.findUniqueOrThrow({ where: { id: other.criticId ?? '' } })).slug
    const { slug: sectionSlug } = section
    for (const query of ['', `critic=${slug}`, `section=${sectionSlug}`, 'state=draft', 'q=Voice', 'page=2']) {
      const { rows, counts } = await list(critic, Object.fromEntries(new URLSearchParams(query)))
      expect(rows.map(row => row.id)).not.toContain(id)
      expect(counts.all).toBe(0)
    }
    const home = await getDeskHome(critic)
    expect([home.drafts, home.othersDrafts, home.changed, home.lately].flat()).toEqual([])
    expect((await listDeskChoices(critic)).critics).toEqual([])
  })

  test('a contributor’s own published review is listed, and cannot be edited', async () => {
    const contributor = await makeEditor('contributor', { isCritic: true })
    const review = await makeReview(contributor)
    expect((await list(contributor)).rows[0]?.mayEdit).toBe(true)
    await publishReview(owner, review)
    expect((await list(contributor)).rows[0]).toMatchObject({ id: review.id, state: 'live', mayEdit: false })
  })
})

describe('the state of a review', () => {
  test('is draft, then live, changed, live again and retracted, in the list as in its counts', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const review = await makeReview(critic)
    const expectState = async (state: 'draft' | 'live' | 'changed' | 'retracted') => {
      const { rows, counts } = await list(critic, { state })
      expect(rows.map(row => [row.id, row.state])).toEqual([[review.id, state]])
      expect(counts).toEqual({ draft: 0, live: 0, changed: 0, retracted: 0, all: 1, [state]: 1 })
    }
    await expectState('draft')
    await publishReview(owner, review)
    await expectState('live')
    const saved = await saveReview(critic, { ...review, content: { ...review.content, title: 'Another Headline' } })
    await expectState('changed')
    const version = saved.ok ? saved.version : 0
    await publishReview(owner, { id: review.id, version })
    await expectState('live')
    await retractReview(owner, { id: review.id, version })
    await expectState('retracted')
  })

  test('says where readers find it while it is live, at the address that is live', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const review = await makeReview(critic)
    expect((await list(critic)).rows[0]?.livePath).toBeNull()
    await publishReview(owner, review)
    await saveReview(critic, { ...review, content: { ...review.content, slug: unique('moved') } })
    expect((await list(critic)).rows[0]?.livePath).toBe(`/reviews/${review.content.slug}`)
  })
})

describe('looking for a review', () => {
  test('finds it by its headline, its work, its original title, its series and its critic, in any case', async () => {
    const word = unique('needle')
    const series = await makeWork({ kind: 'series', title: `${word} series` })
    const works = await Promise.all([
      makeWork({ title: `The ${word}` }),
      makeWork({ originalTitle: `Le ${word}` }),
      makeWork({ kind: 'season', title: 'Season 1', parentId: series.id, number: 1 }),
    ])
    await makeReview(owner, { title: `About ${word}` })
    for (const work of works) await makeReview(owner, { workId: work.id })
    await makeReview(owner, { criticIds: [(await makeCritic({ name: `Jo ${word}` })).id] })
    expect((await list(owner, { q: word.toUpperCase() })).total).toBe(5)
  })

  test.each(['100%', 'a_b', 'back\\slash', '%', '_', "it's"])('takes %j as it is written', async text => {
    const word = unique('plain')
    await makeReview(owner, { title: `${word} ${text}` })
    await makeReview(owner, { title: `${word} 100 aXb backslash its` })
    expect((await list(owner, { q: `${word} ${text}` })).total).toBe(1)
  })

  test('narrows to the reviews of one work', async () => {
    const work = await makeWork()
    const { id } = await makeReview(owner, { workId: work.id })
    await makeReview(owner)
    expect((await list(owner, { work: work.slug })).rows.map(row => row.id)).toEqual([id])
  })

  test('narrows by section, critic and kind together', async () => {
    const [section, critic] = [await makeSection(), await makeCritic()]
    const wanted = { sectionId: section.id, criticIds: [critic.id], kind: 'capsule' as const }
    const { id } = await makeReview(owner, wanted)
    await makeReview(owner, { ...wanted, kind: 'full' })
    await makeReview(owner, { ...wanted, sectionId: (await makeSection()).id })
    await makeReview(owner, { ...wanted, criticIds: [(await makeCritic()).id] })
    const { rows } = await list(owner, { section: section.slug, critic: critic.slug, kind: 'capsule' })
    expect(rows.map(row => row.id)).toEqual([id])
  })
})

describe('the list', () => {
  test('has twenty-five rows to a page, each review on one page, and stays at the last page', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    await db().review.createMany({
      data: Array.from({ length: 27 }, (_, index) => ({
        slug: unique('row'),
        title: `Row ${index}`,
        body: { type: 'doc' },
        createdById: critic.id,
        updatedAt: new Date(0),
      })),
    })
    const [first, second, beyond] = await Promise.all(['1', '2', '99'].map(page => list(critic, { page })))
    expect([first?.rows.length, second?.rows.length, second?.pages, beyond?.page]).toEqual([25, 2, 2, 2])
    expect(new Set([...(first?.rows ?? []), ...(second?.rows ?? [])].map(row => row.id)).size).toBe(27)
  })

  test('is in the order that was asked for', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const b = await makeReview(critic, { title: 'B' })
    const a = await makeReview(critic, { title: 'A' })
    await publishReview(owner, b)
    const order = async (sort: string) => (await list(critic, { sort })).rows.map(row => row.title)
    expect(await order('title')).toEqual(['A', 'B'])
    expect(await order('published')).toEqual(['B', 'A'])
    await saveReview(critic, { ...a, content: { ...a.content, verdict: 'Changed.' } })
    expect(await order('updated')).toEqual(['A', 'B'])
  })

  test('shows the rating and the work of the working copy', async () => {
    const critic = await makeEditor('critic', { isCritic: true })
    const rating = { scaleVersionId: await makeScale(), value: 4.5, unit: null }
    await makeReview(critic, { rating })
    const [row] = (await list(critic)).rows
    expect(row).toMatchObject({
      work: 'Her (Film, 2013)',
      section: 'Film',
      rating: { value: 4.5 },
      critics: ['Somebody'],
    })
  })
})

describe('the home page', () => {
  test('has one’s own drafts with what they need, others’ drafts apart, and what is live and changed', async () => {
    const [editor, critic] = [
      await makeEditor('editor', { isCritic: true }),
      await makeEditor('critic', { isCritic: true }),
    ]
    const mine = await makeReview(editor, { verdict: '', standfirst: '' })
    const theirs = await makeReview(critic)
    const live = await makeReview(critic)
    await publishReview(owner, live)
    await saveReview(critic, { ...live, content: { ...live.content, verdict: 'Better still.' } })
    const home = await getDeskHome(editor)
    expect(home.drafts.map(draft => draft.id)).toEqual([mine.id])
    expect(home.drafts[0]).toMatchObject({
      opening: 'I was brought up above a cinema.',
      missing: [expect.stringContaining('verdict')],
    })
    expect(home.draftCount).toBe(1)
    expect(home.othersDrafts.map(row => row.id)).toContain(theirs.id)
    expect(home.changed.map(row => row.id)).toContain(live.id)
    expect(home.lately.map(row => row.id)).toContain(live.id)
    const own = await getDeskHome(critic)
    expect(own.drafts.map(draft => draft.id)).toEqual([theirs.id])
    expect(own.othersDrafts).toEqual([])
  })

  test('says what broke to whom it concerns', async () => {
    const [critic, other] = [await makeEditor('critic'), await makeEditor('critic')]
    await db().media.create({
      data: { name: unique('picture'), state: 'failed', problem: 'The file was cut off.', uploadedById: critic.id },
    })
    expect((await getDeskHome(critic)).broken.pictures).toMatchObject([{ problem: 'The file was cut off.' }])
    expect((await getDeskHome(other)).broken).toEqual({ pictures: [], jobs: 0 })
    expect((await getDeskHome(owner)).broken.pictures).toHaveLength(1)
  })
})

function list(editor: Editor, query: Record<string, string> = {}) {
  const filter: DeskFilter = readDeskFilter(query)
  return listDeskReviews(editor, filter)
}
