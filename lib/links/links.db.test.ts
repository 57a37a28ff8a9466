import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { overrideEnv } from '#lib/env.ts'
import { leadsTo, says, startOutside } from '#lib/fetching/testing.ts'
import type { Prose } from '#lib/prose/prose.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeReview } from '#prisma/factories.ts'
import { checkLinks } from './commands.ts'
import { checkWaitingLinks } from './commands-check.ts'
import { listLinks } from './desk-queries.ts'
import { searchTargets } from './desk-queries-targets.ts'
import { fetchEmbedDetails } from './embed-details.ts'
import { fetchTitle } from './outside-page.ts'
import { takePicture } from './take-picture.ts'

await testDatabase()
const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#c84b31' } })
  .jpeg()
  .toBuffer()
let answersHead = true
const outside = await startOutside({
  '/page': (request, response) => {
    if (request.method === 'HEAD' && !answersHead) response.writeHead(405).end()
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Her\n &amp; him</title><h1>x</h1>')
  },
  '/old': leadsTo('/page'),
  '/for-now': leadsTo('/page', 302),
  '/private': says('', 'text/html', 403),
  '/gone': says('', 'text/html', 410),
  '/loop': leadsTo('/loop'),
  '/her.jpg': says(picture, 'image/jpeg'),
  '/late.jpg': leadsTo('/her.jpg', 302),
  '/page.jpg': says('<html>', 'image/jpeg'),
  '/huge.jpg': (_, response) =>
    void response.writeHead(200, { 'Content-Length': String(30 * 1024 * 1024) }).write('\xff\xd8\xff', 'latin1'),
  '/half.jpg': says(picture.subarray(0, 400), 'image/jpeg'),
  '/oembed': (_, response) =>
    response.end(JSON.stringify({ title: ' A\ntrailer ', thumbnail_url: `${outside.url}/her.jpg`, html: '<script>' })),
  '/oembed-odd': says('{"title": 7, "thumbnail_url": {"a": 1}}', 'application/json'),
  '/oembed-html': says('<html>'),
})
let dataDir = ''

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'links-'))
  overrideEnv({ ALLOW_PRIVATE_HOSTS: true, DATA_DIR: dataDir })
  outside.asked.length = 0
  answersHead = true
})

const linking = (...hrefs: string[]): Prose => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: hrefs.map(href => ({ type: 'text', text: `${href} `, marks: [{ type: 'link', attrs: { href } }] })),
    },
  ],
})
const states = async (editor: Awaited<ReturnType<typeof makeEditor>>, id: string) =>
  Object.fromEntries(
    (await listLinks(editor, id))?.map(({ href, state }) => [href.replace(outside.url, ''), state]) ?? [],
  )

describe('the links of a review', () => {
  test('to our own pages are known at once: live, moved, gone and unknown', async () => {
    const editor = await makeEditor()
    const target = await makeReview(editor)
    await publishReview(editor, { id: target.id, version: target.version })
    const moved = `/reviews/old-${target.content.slug}`
    await db().address.create({
      data: {
        path: moved,
        kind: 'review',
        state: 'moved',
        target: `/reviews/${target.content.slug}`,
        subjectId: target.id,
      },
    })
    await db().address.create({ data: { path: '/reviews/taken-down', kind: 'review', state: 'gone' } })
    const live = `/reviews/${target.content.slug}`
    const review = await makeReview(editor, {
      body: linking(
        `${live}?a=b#verdict`,
        `${moved}#verdict`,
        '/reviews/taken-down',
        '/reviews/never',
        '/feed.xml',
        '/feeds/all.xml',
        '#here',
      ),
    })
    const links = await listLinks(editor, review.id)
    expect(links?.map(({ state }) => state)).toEqual(['fine', 'moved', 'gone', 'broken', 'moved', 'fine'])
    expect(links?.[1]).toMatchObject({ target: `${live}#verdict`, checkedAt: null })
  })

  test('to others are asked for by the worker, with HEAD and where that is refused with GET', async () => {
    const editor = await makeEditor()
    const paths = ['/page#part', '/old', '/for-now', '/private', '/gone', '/missing', '/loop']
    const review = await makeReview(editor, {
      body: linking(...paths.map(path => outside.url + path), 'http://127.0.0.1:1/'),
    })
    const waiting = await checkLinks(editor, { reviewId: review.id, again: false })
    expect(waiting?.map(({ state }) => state)).toEqual(Array(8).fill('waiting'))
    expect(outside.asked).toEqual([])
    await checkWaitingLinks()
    expect(await states(editor, review.id)).toEqual({
      '/page#part': 'fine',
      '/old': 'moved',
      '/for-now': 'fine',
      '/private': 'unsure',
      '/gone': 'broken',
      '/missing': 'broken',
      '/loop': 'broken',
      'http://127.0.0.1:1/': 'unsure',
    })
    const links = await listLinks(editor, review.id)
    expect(links?.[1]).toMatchObject({ target: `${outside.url}/page`, checkedAt: expect.any(String) })
    expect(links?.[4]?.answer).toBe('410 Gone')
    expect(outside.asked.filter(({ path }) => path === '/page').every(({ method }) => method === 'HEAD')).toBe(true)
  })

  test('that were looked at lately are asked for again only when somebody says so, and not at once', async () => {
    const editor = await makeEditor()
    const review = await makeReview(editor, { body: linking(`${outside.url}/page?once`) })
    const check = (again: boolean) => checkLinks(editor, { reviewId: review.id, again })
    answersHead = false
    await check(false)
    await checkWaitingLinks()
    expect(outside.asked.map(({ method }) => method)).toEqual(['HEAD', 'GET'])
    await check(true)
    await checkWaitingLinks()
    expect(outside.asked).toHaveLength(2)
    await db().linkCheck.updateMany({ data: { checkedAt: new Date(Date.now() - 60_000) } })
    await check(false)
    expect((await check(true))?.[0]?.state).toBe('waiting')
    await checkWaitingLinks()
    expect(outside.asked).toHaveLength(4)
    await db().linkCheck.updateMany({ data: { checkedAt: new Date(Date.now() - 8 * 86_400_000) } })
    expect((await check(false))?.[0]?.state).toBe('waiting')
  })

  test('in a private network are not called', async () => {
    overrideEnv({ ALLOW_PRIVATE_HOSTS: false })
    const editor = await makeEditor()
    const review = await makeReview(editor, {
      body: linking(`${outside.url}/page?private`, 'http://169.254.169.254/latest/'),
    })
    await checkLinks(editor, { reviewId: review.id, again: false })
    await checkWaitingLinks()
    expect((await listLinks(editor, review.id))?.map(({ state }) => state)).toEqual(['broken', 'broken'])
    expect(outside.asked).toEqual([])
  })

  test('of somebody else’s draft are not found, and nothing is asked for', async () => {
    const review = await makeReview(await makeEditor(), { body: linking(`${outside.url}/page?secret`) })
    for (const role of ['critic', 'contributor'] as const) {
      const other = await makeEditor(role, { isCritic: role === 'critic' })
      expect(await listLinks(other, review.id)).toBeNull()
      expect(await checkLinks(other, { reviewId: review.id, again: true })).toBeNull()
    }
    expect(await checkLinks(await makeEditor(), { reviewId: crypto.randomUUID(), again: false })).toBeNull()
    expect(await db().linkCheck.count({ where: { address: { contains: 'secret' } } })).toBe(0)
  })
})

describe('where a link can lead', () => {
  test('is found by words among live pages and one’s own drafts, and never another’s', async () => {
    const [editor, other] = [
      await makeEditor('critic', { isCritic: true }),
      await makeEditor('critic', { isCritic: true }),
    ]
    const boss = await makeEditor()
    const live = await makeReview(boss, { title: 'Zebra crossing 100%' })
    await publishReview(boss, { id: live.id, version: live.version })
    const mine = await makeReview(editor, { title: 'Zebra of mine' })
    await makeReview(other, { title: 'Zebra of another' })
    const found = await searchTargets(editor, 'zebra')
    expect(found.map(({ title, href }) => [title, href])).toEqual([
      ['Zebra crossing 100%', `/reviews/${live.content.slug}`],
      ['Zebra of mine', `/reviews/${mine.content.slug}`],
    ])
    expect(found[1]?.detail).toBe('Your draft, not published yet')
    expect(await searchTargets(editor, '100%')).toHaveLength(1)
    expect(await searchTargets(editor, '')).toEqual([])
    expect(await searchTargets(editor, `/reviews/${live.content.slug}`)).toMatchObject([
      { title: 'Zebra crossing 100%' },
    ])
    expect(await searchTargets(editor, '/reviews/nothing')).toEqual([])
    const work = await db().publication.findFirst({ where: { reviewId: live.id }, include: { work: true } })
    expect(await searchTargets(editor, `/works/${work?.work?.slug}`)).toMatchObject([{ title: 'Her' }])
    expect((await searchTargets(editor, 'Spike')).map(({ detail }) => detail)).toContain('Person, Her')
  })

  test('outside is told by the page, in one line', async () => {
    const editor = await makeEditor()
    expect(await fetchTitle(editor, `${outside.url}/page`)).toBe('Her & him')
    for (const path of ['/missing', '/her.jpg', '/loop']) expect(await fetchTitle(editor, outside.url + path)).toBe('')
    expect(await fetchTitle(editor, 'file:///etc/passwd')).toBe('')
  })
})

describe('a picture at an address', () => {
  test('is fetched and taken in as one of ours', async () => {
    const taken = await takePicture(await makeEditor('contributor'), `${outside.url}/late.jpg?w=1`)
    expect(taken).toMatchObject({ ok: true, picture: { width: 640, height: 360 } })
    expect(outside.asked[0]?.headers.accept).not.toContain('avif')
  })

  test.each([
    ['/missing', 'it answers 404 Not Found'],
    ['/page.jpg', 'it is no JPEG, PNG, WebP or GIF picture'],
    ['/huge.jpg', 'it is larger than 20 MB'],
    ['/loop', 'it leads from one address to the next'],
  ])('%s is refused, and leaves nothing behind', async (path, why) => {
    const before = await db().media.count()
    const taken = await takePicture(await makeEditor(), outside.url + path)
    expect(taken).toMatchObject({ ok: false, code: 'unreachable', problem: expect.stringContaining(why) })
    expect(await db().media.count()).toBe(before)
    expect(left()).toEqual([])
  })

  test('that is cut off is refused as any upload is', async () => {
    expect(await takePicture(await makeEditor(), `${outside.url}/half.jpg`)).toMatchObject({
      ok: false,
      code: 'unusable',
    })
    expect(left()).toEqual([])
  })

  test('in a private network is not fetched', async () => {
    overrideEnv({ ALLOW_PRIVATE_HOSTS: false })
    const taken = await takePicture(await makeEditor(), `${outside.url}/her.jpg`)
    expect(taken).toMatchObject({ ok: false, problem: expect.stringContaining('private network') })
    expect(outside.asked).toEqual([])
  })

  const left = () => readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
})

describe('what is embedded', () => {
  const film = 'https://youtu.be/dQw4w9WgXcQ?si=abc'
  test('is told of by its provider, and its picture taken in', async () => {
    const told = await fetchEmbedDetails(await makeEditor('contributor'), film, () => `${outside.url}/oembed`)
    expect(told).toMatchObject({
      ok: true,
      provider: 'youtube',
      id: 'dQw4w9WgXcQ',
      title: 'A trailer',
      picture: { width: 640 },
    })
  })

  test('can be embedded when nothing is told of it', async () => {
    for (const path of ['/missing', '/oembed-odd', '/oembed-html', '/loop'])
      expect(await fetchEmbedDetails(await makeEditor(), film, () => outside.url + path)).toEqual({
        ok: true,
        provider: 'youtube',
        id: 'dQw4w9WgXcQ',
        title: '',
        picture: null,
      })
  })

  test('is one of the providers that are known', async () => {
    for (const address of ['https://example.org/', `${outside.url}/page`, 'javascript:alert(1)'])
      expect(await fetchEmbedDetails(await makeEditor(), address)).toMatchObject({ ok: false, code: 'unknown' })
    expect(outside.asked).toEqual([])
  })
})
