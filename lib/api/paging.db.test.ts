import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { saveReview } from '#lib/reviews/commands.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { reviewSorts } from '#lib/search/search.ts'
import {
  makeEditor,
  makeReview,
  makeScale,
  makeSection,
  makeWork,
  prose,
  readReview,
  unique,
} from '#prisma/factories.ts'
import { makeApi } from './answer.ts'

await testDatabase()

const api = makeApi({ requests: 100_000, seconds: 60 })
const page = z.object({ data: z.array(z.looseObject({ slug: z.string() })), next: z.url().nullable() })

async function ask(path: string): Promise<Response> {
  return api(new Request(path.startsWith('http') ? path : `https://reviews.example/api/v1${path}`), '192.0.2.1')
}

/** Every page from there to the end; `between` runs after each. */
async function walk(path: string, between: () => Promise<void> = async () => {}): Promise<string[]> {
  const found: string[] = []
  for (let next: string | null = path; next; ) {
    const response = await ask(next)
    expect(response.status).toBe(200)
    const read = page.parse(await response.json())
    expect(response.headers.get('link')).toBe(read.next && `<${read.next}>; rel="next"`)
    found.push(...read.data.map(({ slug }) => slug))
    next = read.next
    if (next) await between()
  }
  return found
}

let editor: Editor
let scale: string
let sectionId: string
let section: string

/** Published, with one of a few scores, so that many stand at the same. */
async function publish(score: number | null, title = 'Her'): Promise<{ id: string; slug: string; version: number }> {
  const work = await makeWork({ title })
  const rating = score === null ? null : { scaleVersionId: scale, value: score, unit: null }
  const review = await makeReview(editor, { workId: work.id, sectionId, rating })
  const outcome = await publishReview(editor, review)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return { id: review.id, slug: review.content.slug, version: review.version }
}

beforeAll(async () => {
  editor = await makeEditor()
  scale = await makeScale()
  const made = await makeSection()
  sectionId = made.id
  section = made.slug
  for (const score of [5, 3, null, 3, 3, 0, null, 4.5, 3]) await publish(score)
}, 60_000)

const live = async () => {
  const rows = await db().publication.findMany({ where: { isCurrent: true, sectionId }, select: { slug: true } })
  return rows.map(({ slug }) => slug).sort()
}

describe('a walk through all pages', () => {
  test.each(reviewSorts)('in the order of %s has every review once', async sort => {
    const found = await walk(`/reviews?section=${section}&sort=${sort}&limit=2`)
    expect(found.toSorted()).toEqual(await live())
    // In the same order as in one page.
    expect(found).toEqual(await walk(`/reviews?section=${section}&sort=${sort}&limit=100`))
  })

  test.each(reviewSorts)('in the order of %s has each once though others are published in between', async sort => {
    const before = await live()
    const scores = [5, 0, null, 3]
    const found = await walk(`/reviews?section=${section}&sort=${sort}&limit=2`, async () => {
      const score = scores.pop()
      if (score !== undefined) await publish(score, score === 5 ? 'Aaa' : 'Zzz')
    })
    expect(new Set(found).size).toBe(found.length)
    expect(found).toEqual(expect.arrayContaining(before))
  })

  test('leaves out what is withdrawn on the way, and nothing else', async () => {
    const before = await live()
    const all = await walk(`/reviews?section=${section}&limit=100&fields=slug,id`)
    const { id, version } = await readReview(
      (await db().publication.findFirstOrThrow({ where: { slug: all.at(-1) ?? '', isCurrent: true } })).reviewId,
    )
    let isDone = false
    const found = await walk(`/reviews?section=${section}&limit=3`, async () => {
      if (!isDone) await retractReview(editor, { id, version })
      isDone = true
    })
    expect(found.toSorted()).toEqual(before.filter(slug => slug !== all.at(-1)))
  })

  test.each(['/works', '/people', '/sections'])('of %s has each once', async path => {
    const found = await walk(`${path}?limit=3`)
    expect(found.length, path).toBeGreaterThan(0)
    expect(new Set(found).size).toBe(found.length)
    expect(found.toSorted()).toEqual((await walk(`${path}?limit=100`)).toSorted())
  })

  test('may change how much and what it takes, and nothing else', async () => {
    const first = page.parse(await (await ask(`/reviews?section=${section}&limit=2`)).json())
    const cursor = new URL(first.next ?? '').searchParams.get('cursor')
    expect((await ask(`/reviews?section=${section}&limit=5&fields=slug&cursor=${cursor}`)).status).toBe(200)
    for (const query of [`section=${section}&sort=best`, 'limit=2', `section=${section}&kind=film`])
      expect((await ask(`/reviews?${query}&cursor=${cursor}`)).status, query).toBe(400)
  })
})

describe('what is not published', () => {
  test('is nowhere: neither a draft, nor what has been changed since, nor what was withdrawn', async () => {
    const secret = unique('secret')
    const draft = await makeReview(editor, { sectionId, title: secret, body: prose(secret) })
    const changed = await publish(4)
    const { content, version } = await readReview(changed.id)
    const saved = await saveReview(editor, {
      id: changed.id,
      version,
      content: { ...content, title: secret, body: prose(secret), verdict: secret },
    })
    expect(saved.ok).toBe(true)
    const withdrawn = await publish(2)
    await retractReview(editor, { id: withdrawn.id, version: withdrawn.version })

    expect((await ask(`/reviews/${draft.content.slug}`)).status).toBe(404)
    expect((await ask(`/reviews/${withdrawn.slug}`)).status).toBe(410)
    const review = await ask(`/reviews/${changed.slug}`)
    expect(review.status).toBe(200)
    expect(await review.text()).not.toContain(secret)
    const all = await ask('/reviews?limit=100')
    const text = await all.text()
    expect(text).toContain(changed.slug)
    for (const hidden of [secret, draft.content.slug, withdrawn.slug]) expect(text).not.toContain(hidden)
    expect(await (await ask(`/search?q=${secret}`)).json()).toMatchObject({ data: [], total: 0, next: null })
  })

  test('a work that nothing live is about has no address here', async () => {
    const work = await makeWork({ title: 'Unseen' })
    expect((await ask(`/works/${work.slug}`)).status).toBe(404)
    expect((await ask(`/people/${work.person.slug}`)).status).toBe(404)
    expect(await walk('/works?limit=100')).not.toContain(work.slug)
  })

  test('a new slug: the old one leads there in one hop', async () => {
    const { id, slug } = await publish(1)
    const { content, version } = await readReview(id)
    const moved = unique('moved')
    const saved = await saveReview(editor, { id, version, content: { ...content, slug: moved } })
    if (!saved.ok) throw new Error('not saved')
    await publishReview(editor, { id, version: saved.version })
    const response = await ask(`/reviews/${slug}?fields=title`)
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toMatch(new RegExp(`/api/v1/reviews/${moved}\\?fields=title$`))
  })
})

describe('a search', () => {
  test('goes from page to page, and ends', async () => {
    for (let index = 0; index < 14; index += 1) await publish(3, `Lanterns ${index}`)
    const found: string[] = []
    for (let next: string | null = '/search?q=lanterns&sort=oldest&fields=review.slug'; next; ) {
      const read = z
        .object({
          data: z.array(z.object({ review: z.object({ slug: z.string() }) })),
          next: z.url().nullable(),
          total: z.int(),
        })
        .parse(await (await ask(next)).json())
      expect(read.total).toBe(14)
      found.push(...read.data.map(({ review }) => review.slug))
      next = read.next
    }
    expect(new Set(found).size).toBe(14)
  }, 30_000)

  test('of nothing but signs finds nothing', async () => {
    expect(await (await ask('/search?q=%22%22%20--%20!!')).json()).toEqual({
      ...{ data: [], names: [], total: 0, instead: null, isCorrected: false, next: null },
    })
    expect((await ask('/search')).status).toBe(400)
    expect((await ask(`/search?q=${'a'.repeat(201)}`)).status).toBe(400)
  })
})

describe('when something was last different', () => {
  afterEach(() => vi.useRealTimers())
  const asked = { headers: { 'If-Modified-Since': new Date(Date.now() + 60_000).toUTCString() } }
  const conditionally = async (slug: string, headers: Record<string, string>) =>
    api(new Request(`https://reviews.example/api/v1/reviews/${slug}`, { headers }), '192.0.2.1')

  test('is not said just after a change, and then nothing is unchanged', async () => {
    const { slug } = await publish(5)
    const response = await conditionally(slug, asked.headers)
    expect(response.status).toBe(200)
    expect(response.headers.get('last-modified')).toBeNull()
  })

  test('is said later, and then what has not changed is 304', async () => {
    const { slug } = await publish(5)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 })
    const first = await conditionally(slug, {})
    const date = first.headers.get('last-modified') ?? ''
    expect(Date.parse(date)).toBeGreaterThan(0)
    expect((await conditionally(slug, { 'If-Modified-Since': date })).status).toBe(304)
    expect((await conditionally(slug, { 'If-Modified-Since': new Date(0).toUTCString() })).status).toBe(200)
    expect((await conditionally(slug, { 'If-Modified-Since': 'yesterday' })).status).toBe(200)
    // An ETag decides alone.
    expect((await conditionally(slug, { 'If-Modified-Since': date, 'If-None-Match': '"other"' })).status).toBe(200)
  })
})
