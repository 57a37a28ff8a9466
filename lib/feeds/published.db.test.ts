import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Editor } from '#lib/auth/editor.ts'
import { testDatabase } from '#lib/db/testing.ts'
import type { Prose } from '#lib/prose/prose.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeCritic, makeEditor, makeReview, makeSection, makeTopic, makeWork } from '#prisma/factories.ts'
import { answerFeed } from './answer.ts'
import { feedFormats } from './feeds.ts'
import { feedProblems, readBack } from './testing.ts'

const { prisma, pool } = await testDatabase()
let editor: Editor
let review: Awaited<ReturnType<typeof makeReview>>

beforeAll(async () => {
  editor = await makeEditor()
})

beforeEach(async () => {
  review = await makeReview(editor)
  expect(await publishReview(editor, review)).toMatchObject({ ok: true })
})

const get = (path: string, page = 1) => answerFeed(path.split('/'), page)
const idsAt = async (path: string) => readBack(await (await get(path)).text(), 'xml').entries
const sectionSlug = async () => {
  const section = await prisma.section.findUniqueOrThrow({ where: { id: review.content.sectionId ?? '' } })
  await addressOf('sections', section)
  return section.slug
}
/** Sections, topics and lists of the factories have no page yet. */
const addressOf = async (
  folder: string,
  { id, slug }: { id: string; slug: string },
  state = 'live',
  target?: string,
) => {
  await pool.query(
    `INSERT INTO address (path, state, kind, subject_id, target) VALUES ($1, $2::"AddressState", $3::"AddressKind", $4, $5)
     ON CONFLICT (path) DO UPDATE SET state = excluded.state, target = excluded.target`,
    [`/${folder}/${slug}`, state, folder.slice(0, -1), id, target ?? null],
  )
}

describe('the feeds of a review', () => {
  test('are valid in every form, and say what they are', async () => {
    for (const format of feedFormats) {
      const answer = await get(`sections/${await sectionSlug()}.${format}`)
      const text = await answer.text()
      expect(await feedProblems(text, format)).toEqual([])
      expect(readBack(text, format).entries).toEqual([`urn:uuid:${review.id}`])
      expect(answer.headers.get('content-type')).toMatch(
        /^application\/(?:rss\+xml|atom\+xml|feed\+json); charset=utf-8$/,
      )
      expect(answer.headers.get('link')).toMatch(/^<http[^>]+\/feeds\/sections\/[^>]+>; rel="self"$/)
      expect(answer.headers.get('vary')).toBe('Sec-Fetch-Dest')
    }
  })

  test('are dropped with what changes them', async () => {
    const tags = (await get(`sections/${await sectionSlug()}.xml`)).headers.get('x-cache-tags')?.split(' ')
    expect(tags).toContain(`review:${review.id}`)
    expect(tags).toContain(`section:${review.content.sectionId}`)
    expect(tags).toContain(`work:${review.content.workId}`)
    for (const path of ['all.json', 'kinds/film.atom'])
      expect((await get(path)).headers.get('x-cache-tags')?.split(' ')).toContain('reviews')
  })

  test('are everything’s, its section’s, its critic’s, its topic’s and its kind’s', async () => {
    const [critic, topic] = [await makeCritic(), await makeTopic()]
    await addressOf('critics', critic)
    await addressOf('topics', topic)
    const content = { ...review.content, criticIds: [critic.id], topicIds: [topic.id] }
    const saved = await saveReview(editor, { id: review.id, version: review.version, content })
    expect(saved).toMatchObject({ ok: true })
    await publishReview(editor, { id: review.id, version: review.version + 1 })
    const feeds = ['all.xml', 'kinds/film.xml', `critics/${critic.slug}.xml`, `topics/${topic.slug}.xml`]
    for (const path of [...feeds, `sections/${await sectionSlug()}.xml`])
      expect(await idsAt(path), path).toContain(`urn:uuid:${review.id}`)
    expect(await idsAt('kinds/book.xml')).toEqual([])
  })

  test('keep its id over an edit and another address', async () => {
    const before = await idsAt('all.xml')
    const content = { ...review.content, title: 'Another headline', slug: `${review.content.slug}-anew` }
    await saveReview(editor, { id: review.id, version: review.version, content })
    await publishReview(editor, { id: review.id, version: review.version + 1 })
    expect(await idsAt('all.xml')).toEqual(before)
    expect(await (await get('all.xml')).text()).toContain(`/reviews/${review.content.slug}-anew</link>`)
  })

  test('lose it when it is taken back', async () => {
    await retractReview(editor, review)
    expect(await idsAt('all.xml')).not.toContain(`urn:uuid:${review.id}`)
    expect(await (await get('all.json')).text()).not.toContain(review.id)
  })

  test('have it once, however many languages it is in', async () => {
    const { workId } = review.content
    const other = await makeReview(editor, { workId, language: 'de', translationOfId: review.id })
    expect(await publishReview(editor, other)).toMatchObject({ ok: true })
    expect(await idsAt('all.xml')).toContain(`urn:uuid:${review.id}`)
    expect(await idsAt('all.xml')).not.toContain(`urn:uuid:${other.id}`)
  })
})

test('an empty feed is valid', async () => {
  const section = await makeSection()
  await addressOf('sections', section)
  for (const format of feedFormats) {
    const text = await (await get(`sections/${section.slug}.${format}`)).text()
    expect(await feedProblems(text, format)).toEqual([])
    expect(readBack(text, format)).toMatchObject({ entries: [] })
  }
})

test('a feed has pages, and none past the last', async () => {
  const section = await makeSection()
  await addressOf('sections', section)
  const made: string[] = []
  for (let index = 0; index < 31; index++) {
    const { id } = await makeReview(editor, { sectionId: section.id })
    await publishReview(editor, { id, version: (await prisma.review.findUniqueOrThrow({ where: { id } })).version })
    made.push(`urn:uuid:${id}`)
  }
  const path = `sections/${section.slug}.xml`
  const [first, second] = [await (await get(path)).text(), await (await get(path, 2)).text()]
  expect([...readBack(first, 'xml').entries, ...readBack(second, 'xml').entries].sort()).toEqual(made.sort())
  expect(readBack(second, 'xml').entries).toEqual([made[0]])
  expect(first).toContain('rel="next"')
  expect((await get(path, 3)).status).toBe(404)
})

test('the feed of a list has the list and every review of its works, the newest first', async () => {
  const second = await makeReview(editor, { workId: review.content.workId })
  await publishReview(editor, second)
  const [other, unseen] = [await makeReview(editor), await makeWork()]
  await publishReview(editor, other)
  const list = await prisma.list.create({
    data: {
      ...{ slug: 'machines', title: 'Machines', publishedAt: new Date(), modifiedAt: new Date() },
      entries: {
        create: [
          { workId: review.content.workId ?? '', position: 1, note: 'For the lift.' },
          { workId: unseen.id, position: 2 },
        ],
      },
    },
  })
  await addressOf('lists', list)
  expect(await idsAt('lists/machines.xml')).toEqual([list.id, second.id, review.id].map(id => `urn:uuid:${id}`))
  const text = await (await get('lists/machines.json')).text()
  expect(await feedProblems(text, 'json')).toEqual([])
  expect(text).toContain('For the lift.')
})

test('what has moved is one hop away in the same form, what has ended says so, and the rest is not there', async () => {
  const [section, topic] = [await makeSection(), await makeTopic()]
  await addressOf('sections', section)
  await addressOf('sections', { id: section.id, slug: 'old-name' }, 'moved', `/sections/${section.slug}`)
  await addressOf('topics', topic, 'gone')
  const moved = await get('sections/old-name.atom')
  expect(moved.status).toBe(308)
  expect(moved.headers.get('location')).toBe(`/feeds/sections/${section.slug}.atom`)
  expect((await get(`topics/${topic.slug}.json`)).status).toBe(410)
  for (const path of ['sections/nowhere.xml', 'kinds/opera.xml', 'all.rss', 'nothing.xml', 'sections/film'])
    expect((await get(path)).status, path).toBe(404)
})

test('what a spoiler covers is in no feed', async () => {
  const covered = (text: string) => ({ type: 'text', text, marks: [{ type: 'inlineSpoiler' }] })
  const body: Prose = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'A man listens. ' }, covered('Qzinlinex'), covered(' qzmorex')],
      },
      {
        type: 'spoiler',
        attrs: { label: 'The end' },
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Qzblockx leaves.' }] }],
      },
    ],
  }
  const hidden = await makeReview(editor, { body, spoilers: 'major', standfirst: '', verdict: 'Kind.' })
  await publishReview(editor, hidden)
  for (const format of feedFormats) {
    const text = await (await get(`all.${format}`)).text()
    expect(text).toContain(hidden.id)
    expect(text).toContain('Spoiler, on the page: The end')
    expect(text).not.toMatch(/qz\w+x/i)
  }
})
