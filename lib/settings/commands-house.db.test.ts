import { beforeEach, describe, expect, test } from 'vitest'
import { resolveAddress } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { answerFeed } from '#lib/feeds/answer.ts'
import { pictureTrashRefusal } from '#lib/media/commands-trash.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { readHome } from '#lib/reviews/published-home.ts'
import { makeEditor, makeMedia, makeReview, makeSection, unique } from '#prisma/factories.ts'
import { changeHouse } from './commands-house.ts'
import { listFrontChoices, listLeads } from './desk-queries.ts'
import { type HouseChange, houseChangeSchema } from './house-schema.ts'
import { readSettings } from './published.ts'
import { readHouse } from './published-house.ts'
import { defaultSettings } from './settings.ts'

await testDatabase()

const missing = '01900000-0000-7000-8000-000000000000'
const look = {
  ground: 'cool',
  accentLight: '#1144aa',
  accentDark: '#99bbff',
  headlineFace: 'instrument-sans',
  textFace: 'newsreader',
  smallFace: 'instrument-sans',
} as const

type Pages = { [Page in HouseChange['page']]: Extract<HouseChange, { page: Page }>['value'] }

/** Changes a page of the settings as an owner who has just read them, or as somebody else. */
async function change<Page extends HouseChange['page']>(
  page: Page,
  value: Partial<Pages[Page]>,
  { as, seen }: { as?: Awaited<ReturnType<typeof makeEditor>>; seen?: Record<string, unknown> } = {},
) {
  const current: Record<string, unknown> = { ...(await readSettings(db())) }
  const all = keysOf[page].map(key => [key, { ...current, ...value }[key]])
  const before = { ...Object.fromEntries(keysOf[page].map(key => [key, current[key]])), ...seen }
  const input = houseChangeSchema.parse({ page, value: Object.fromEntries(all), seen: before })
  return changeHouse(as ?? (await makeEditor('owner')), input)
}

const keysOf: { [Page in HouseChange['page']]: (keyof Pages[Page] & string)[] } = {
  identity: ['name', 'tagline', 'description', 'logoId', 'logoDarkId', 'iconId'],
  language: ['language', 'direction', 'timeZone'],
  look: ['ground', 'accentLight', 'accentDark', 'headlineFace', 'textFace', 'smallFace'],
  front: ['hasCover', 'leadReviewId', 'front'],
  menus: ['headerMenu', 'footerMenu'],
  feeds: ['hasFeeds', 'feedText'],
  texts: ['aboutText', 'privacyText', 'policyText', 'imprintText'],
}

async function live() {
  const editor = await makeEditor()
  const review = await makeReview(editor)
  expect(await publishReview(editor, review)).toMatchObject({ ok: true })
  return review
}

beforeEach(async () => {
  await db().setting.deleteMany()
  await db().address.deleteMany({ where: { path: { in: ['/privacy', '/policies', '/imprint'] } } })
  await db().address.updateMany({ where: { path: '/feeds' }, data: { state: 'live' } })
})

describe('a page of the settings', () => {
  test('is changed together, in the log for each setting, and drops every page', async () => {
    expect(await change('look', look)).toEqual({ ok: true })
    expect(await readSettings(db())).toMatchObject(look)
    expect(await db().contentEvent.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      kind: 'setting.edit',
      purge: true,
    })
    // What stayed as it comes is not stored.
    const keys = (await db().setting.findMany({ select: { key: true } })).map(({ key }) => key)
    expect(keys.sort()).toEqual(['accentDark', 'accentLight', 'ground', 'headlineFace'])
  })

  test('is refused to everybody but owners', async () => {
    for (const role of ['editor', 'critic', 'contributor'] as const)
      expect(await change('look', look, { as: await makeEditor(role) })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await db().setting.count()).toBe(0)
  })

  test('is refused to whoever saw an older one, and nothing of it is kept', async () => {
    await change('look', { ground: 'white', accentLight: '#1144aa', accentDark: '#99bbff' })
    const stale = await change('look', { ground: 'cool' }, { seen: { ground: 'warm' } })
    expect(stale).toMatchObject({ ok: false, code: 'stale', current: { ground: 'white' } })
    expect((await readSettings(db())).ground).toBe('white')
  })

  test('that is saved by ten at once is saved by one', async () => {
    const owner = await makeEditor('owner')
    const seen = { name: 'Out of Five' }
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => change('identity', { name: `House ${index}` }, { as: owner, seen })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('with something stored that is none of its form is as it comes', async () => {
    await db().setting.createMany({
      data: [
        { key: 'accentLight', value: 'red;}body{display:none' },
        { key: 'headerMenu', value: [{ label: 'x', address: 'javascript:alert(1)' }] },
        { key: 'front', value: ['latest', 'everything'] },
      ],
    })
    const { accentLight, headerMenu, front } = defaultSettings
    expect(await readSettings(db())).toMatchObject({ accentLight, headerMenu, front })
  })
})

describe('pictures of the house', () => {
  test('are of the library, and cannot be thrown away while they stand there', async () => {
    const picture = await makeMedia()
    expect(await change('identity', { logoId: missing })).toMatchObject({ code: 'invalid', field: 'logoId' })
    expect(await change('identity', { logoId: picture.id, iconId: picture.id })).toEqual({ ok: true })
    expect(await readHouse(await readSettings(db()))).toMatchObject({ logo: { id: picture.id }, logoDark: null })
    const owner = await makeEditor('owner')
    const refusal = await db().$transaction(tx => pictureTrashRefusal(tx, owner, picture.id))
    expect(refusal).toMatchObject({ code: 'in-use', uses: [{ title: 'Icon' }, { title: 'Logo' }] })
    await change('identity', { logoId: null, iconId: null })
    expect(await db().$transaction(tx => pictureTrashRefusal(tx, owner, picture.id))).toBeNull()
  })

  test('are not taken from the trash', async () => {
    const picture = await makeMedia({ trashedAt: new Date() })
    expect(await change('identity', { iconId: picture.id })).toMatchObject({ code: 'invalid', field: 'iconId' })
  })
})

describe('the front page', () => {
  test('has the parts that were chosen, in their order, and passes over what has gone since', async () => {
    const review = await live()
    const section = await makeSection()
    expect(await change('front', { front: [`section:${section.id}`, 'latest'], leadReviewId: review.id })).toEqual({
      ok: true,
    })
    const settings = await readSettings(db())
    expect((await readHome(settings)).lead?.id).toBe(review.id)
    await db().section.delete({ where: { id: section.id } })
    const home = await readHome({ ...settings, hasCover: false })
    expect(home.lead).toBeNull()
    expect(home.parts.map(({ form }) => form)).toEqual(['latest'])
    expect(home.shown.map(({ id }) => id)).toContain(review.id)
  })

  test('joins sections and kinds that follow each other', async () => {
    await live()
    const { parts } = await readHome({ ...defaultSettings, hasCover: false, front: ['kind:film', 'sections', 'lists'] })
    expect(parts.map(({ form }) => form)).toEqual(['fronts'])
  })

  test('is not led by a draft, and has no part that is not there', async () => {
    const draft = await makeReview(await makeEditor())
    expect(await change('front', { leadReviewId: draft.id })).toMatchObject({ code: 'invalid', field: 'leadReviewId' })
    expect(await change('front', { front: [`list:${missing}`] })).toMatchObject({ code: 'invalid', field: 'front' })
  })

  test('can be chosen for by owners alone', async () => {
    await live()
    const critic = await makeEditor('critic')
    expect(await listLeads(critic, '')).toEqual([])
    expect(await listFrontChoices(critic)).toEqual({ sections: [], lists: [] })
    expect((await listLeads(await makeEditor('owner'), '')).length).toBeGreaterThan(0)
  })
})

describe('menus', () => {
  const entry = (address: string) => [{ label: 'There', address }]

  test('lead to pages that there are, here and elsewhere', async () => {
    for (const address of ['/', '/lists', '/reviews?kind=film', '/about#privacy', 'https://example.org/x'])
      expect(await change('menus', { headerMenu: entry(address) }), address).toEqual({ ok: true })
    expect(await change('menus', { headerMenu: null, footerMenu: [...entry('/lists'), ...entry('/nowhere')] })).toEqual(
      {
        ...{ ok: false, code: 'invalid', field: 'footerMenu.1.address' },
        problem: 'There is no page at /nowhere. Look at it in your browser first.',
      },
    )
  })

  test('are the usual ones again when the house’s own are taken back', async () => {
    const usual = (await readHouse(await readSettings(db()))).header
    await change('menus', { headerMenu: [] })
    expect((await readHouse(await readSettings(db()))).header).toEqual([])
    await change('menus', { headerMenu: null })
    expect((await readHouse(await readSettings(db()))).header).toEqual(usual)
    expect(await db().setting.count({ where: { key: 'headerMenu' } })).toBe(0)
  })
})

describe('pages that come and go with settings', () => {
  test('a text has a page while it has words, and then that page is gone', async () => {
    expect(await resolveAddress('/privacy')).toBeNull()
    await change('texts', { privacyText: 'We keep **nothing**.' })
    expect(await resolveAddress('/privacy')).toMatchObject({ state: 'live' })
    expect(await resolveAddress('/imprint')).toBeNull()
    expect((await readHouse(await readSettings(db()))).footer.at(-1)).toEqual({ label: 'Privacy', address: '/privacy' })
    await change('texts', { privacyText: '' })
    expect(await resolveAddress('/privacy')).toMatchObject({ state: 'gone' })
  })

  test('feeds that are turned off have ended, and come back', async () => {
    expect((await answerFeed(['all.xml'], 1)).status).toBe(200)
    await change('feeds', { hasFeeds: false })
    expect((await answerFeed(['all.xml'], 1)).status).toBe(410)
    expect(await resolveAddress('/feeds')).toMatchObject({ state: 'gone' })
    await change('feeds', { hasFeeds: true })
    expect((await answerFeed(['all.xml'], 1)).status).toBe(200)
    expect(await resolveAddress('/feeds')).toMatchObject({ state: 'live' })
  })

  test('a feed of summaries carries the way to the review instead of its text', async () => {
    const editor = await makeEditor()
    const words = unique('lanternlight')
    const review = await makeReview(editor, { standfirst: 'What it is.' })
    await db().review.update({
      where: { id: review.id },
      data: { body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] } },
    })
    expect(await publishReview(editor, review)).toMatchObject({ ok: true })
    expect(await (await answerFeed(['all.xml'], 1)).text()).toContain(words)
    await change('feeds', { feedText: 'summary' })
    const text = await (await answerFeed(['all.xml'], 1)).text()
    expect(text).not.toContain(words)
    expect(text).toContain('Read the review')
  })
})
