import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeLog } from '#lib/log.ts'
import { openDisk } from '#lib/storage/disk.ts'
import { MeasuredRequest } from './body.ts'
import type { ContentEvent } from './content-events.ts'
import type { FollowerOptions } from './events.ts'
import { createForwarder } from './forward.ts'
import { createListener } from './http.ts'
import { createMedia } from './media.ts'
import { openPages, type Pages, type PagesOptions } from './page-cache/pages.ts'
import { answerBrokenRequests } from './sockets.ts'
import { openAssets } from './static.ts'
import { createStreamer } from './stream.ts'

// The whole server but for Next and Postgres: a handler of a few lines stands for the one, a switch for the other.

const SITE = 'https://reviews.example'
let folder: string
let server: Server
let port: number
let pages: Pages
let options: PagesOptions
let apply: (events: ContentEvent[]) => Promise<void>
let isCurrent = true
let isDraining = false
let seen: { url: string; headers: Record<string, unknown>; body: string }[]
const lines: string[] = []

const site: RequestListener = (request, response) => {
  let body = ''
  request.on('data', chunk => {
    body += chunk
  })
  request.on('end', () => {
    const url = request.url ?? ''
    seen.push({ url, headers: { ...request.headers }, body })
    if (url === '/reviews/broken') return void response.writeHead(500).end()
    if (url === '/reviews/moved') return void response.writeHead(308, { location: '/reviews/her' }).end('elsewhere')
    if (url === '/sections/old?page=2')
      return void response.writeHead(308, { location: `${SITE}/sections/new?page=2` }).end('elsewhere')
    if (url === '/reviews/taken-back') return void response.writeHead(410, HTML).end('<h1>Taken back</h1>')
    if (url === '/sitemaps/none.xml') return void response.writeHead(404).end()
    if (url === '/sitemaps/broken.xml') return void response.writeHead(500).end()
    if (url === '/sitemaps/pages-1.xml') return void sendEntries(response)
    if (url === '/reviews/none') return void response.writeHead(404, HTML).end('<h1>No such review</h1>')
    if (url === '/feed.xml') return void response.writeHead(200, FEED).end(`<feed>${'x'.repeat(500)}</feed>`)
    if (url === '/feeds/sections/film.xml')
      return void response.writeHead(200, OPENED).end(`<rss>${'x'.repeat(500)}</rss>`)
    if (url === '/feeds/sections/old.xml')
      return void response.writeHead(308, { ...OPENED, location: '/feeds/sections/film.xml' }).end()
    if (url === '/feeds/read/sections/old') return void response.writeHead(404, HTML).end('<h1>No such feed</h1>')
    if (url === '/desk/broken') return void response.writeHead(500, HTML).end('broken')
    response.writeHead(200, { ...HTML, 'set-cookie': 'a=b', 'x-powered-by': 'Next.js', etag: 'W/"1"' })
    response.end(`<title>${url}</title><meta name="cache-tags" content="home"><script>x</script>${'word '.repeat(200)}`)
  })
}
let written = 0
/** A sitemap as Next writes one: a piece when the one before it is gone. */
async function sendEntries(response: ServerResponse): Promise<void> {
  const LastModified = 'Wed, 21 Oct 2026 07:28:00 GMT'
  response.writeHead(200, { 'content-type': 'application/xml', etag: '"stamp"', 'last-modified': LastModified })
  written = 0
  response.flushHeaders()
  await new Promise(resolve => setTimeout(resolve, 20))
  for (let piece = 0; piece < 200 && !response.destroyed; piece++) {
    written += 1
    if (!response.write('<url/>'.repeat(10_000))) await drained(response)
  }
  response.end()
}
function drained(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const go = () => {
      response.off('drain', go).off('close', go)
      resolve()
    }
    response.on('drain', go).on('close', go)
  })
}
const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' }
const FEED = {
  'content-type': 'application/atom+xml',
  'x-cache-tags': 'feed home',
  'last-modified': 'Wed, 21 Oct 2026 07:28:00 GMT',
}
const OPENED = {
  ...FEED,
  vary: 'rsc, Sec-Fetch-Dest',
  link: '<https://reviews.example/feeds/sections/film.xml>; rel="self"',
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'))
  for (const name of ['public', '.next/static/chunks', 'media']) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, '.next/static/chunks/a.js'), 'export const a = 1\n'.repeat(50))
  await writeFile(join(folder, '.next/static/chunks/a.js.map'), '{}')
  await writeFile(join(folder, 'public/reader.1a2b3c4d.js'), 'export {}')
  await writeFile(join(folder, 'public/robots.txt'), 'User-agent: *')
  await writeFile(join(folder, 'media/her-1200.webp'), 'picture')
  await writeFile(join(folder, 'secrets.json'), '{}')
  const log = makeLog('info', line => lines.push(line))
  const follow = (options: FollowerOptions) => {
    apply = options.apply
    const currentSince = () => (isCurrent ? 0 : null)
    return {
      ...{ start: async () => {}, stop: async () => {}, caughtUp: async () => {} },
      ...{ position: () => 10n, isCurrent: () => isCurrent, lastCurrentAt: () => Date.now() - 30_000, currentSince },
    }
  }
  options = {
    ...{ handler: site, buildId: 'b', siteUrl: SITE, databaseUrl: '', dataDir: folder, pageCacheMegabytes: 4 },
    ...{ follow, log },
  }
  pages = await openPages(options)
  const listener = createListener({
    siteUrl: SITE,
    pages: pages.cache,
    assets: await openAssets({ dir: folder, distDir: '.next', siteUrl: SITE }),
    follower: pages.follower,
    forward: createForwarder({ handler: site, siteUrl: SITE, trustProxy: 1, log }),
    media: createMedia({ storage: openDisk(folder), siteUrl: SITE }),
    stream: createStreamer({ handler: site, siteUrl: SITE, patience: () => 5_000 }),
    health: async response => void response.end('{}'),
    isDraining: () => isDraining,
    log,
  })
  server = createServer({ IncomingMessage: MeasuredRequest }, listener)
  server.on('checkContinue', listener)
  answerBrokenRequests(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

afterAll(async () => {
  await pages.close()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  seen = []
  isCurrent = true
  isDraining = false
  await pages.cache.clear()
})

type Answered = { status: number; headers: Map<string, string>; body: string }

/** One request, written out as it goes over the wire, and what came back. */
function ask(line: string, headers: Record<string, string> = {}, body = ''): Promise<Answered> {
  const given = Object.entries({ Host: 'reviews.example', Connection: 'close', ...headers })
  const text = `${line} HTTP/1.1\r\n${given.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', chunk => {
      answer += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(parse(answer)))
    socket.write(text, 'latin1')
  })
}

function parse(answer: string): Answered {
  const end = answer.indexOf('\r\n\r\n')
  const [status = '', ...fields] = answer.slice(0, end).split('\r\n')
  const headers = new Map(
    fields.map((field): [string, string] => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 1).trim(),
    ]),
  )
  return { status: Number(status.split(' ')[1]), headers, body: answer.slice(end + 4) }
}

const header = async (name: string, line: string, headers?: Record<string, string>) =>
  (await ask(line, headers)).headers.get(name)
const OURS = { Origin: SITE }

test('a page is rendered once and then found', async () => {
  const first = await ask('GET /reviews/her', { Cookie: 'session=secret' })
  expect(first.status).toBe(200)
  expect(first.headers.get('x-cache')).toBe('miss')
  expect(first.body).not.toContain('script')
  expect(await header('x-cache', 'GET /reviews/her')).toBe('hit')
  expect(await header('x-cache', 'GET /reviews/her?utm_source=x&_rsc=1', { RSC: '1' })).toBe('hit')
  expect(seen).toHaveLength(1)
  expect(seen[0]?.headers).toMatchObject({ host: 'reviews.example', 'x-forwarded-proto': 'https' })
  expect(seen[0]?.headers).not.toHaveProperty('cookie')
})

test('a page goes out with the headers of readers and none of Next’s', async () => {
  const { headers } = await ask('GET /')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('strict-transport-security')).toContain('max-age')
  expect(headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=60, stale-while-revalidate/)
  expect(headers.get('vary')).toBe('Accept-Encoding')
  expect(headers.get('cache-tag')).toBe('home')
  expect(headers.get('etag')).toMatch(/^"[\w-]{22}"$/)
  for (const name of ['set-cookie', 'x-powered-by', 'transfer-encoding']) expect(headers.has(name)).toBe(false)
})

test('each coding has its own validator, and a client that has it hears so', async () => {
  const plain = await ask('GET /')
  const brotli = await ask('GET /', { 'Accept-Encoding': 'gzip, br' })
  expect(brotli.headers.get('content-encoding')).toBe('br')
  const etag = brotli.headers.get('etag') ?? ''
  expect(etag).not.toBe(plain.headers.get('etag'))
  const again = await ask('GET /', { 'Accept-Encoding': 'br', 'If-None-Match': `"x", W/${etag}` })
  expect(again.status).toBe(304)
  expect(again.body).toBe('')
  expect(again.headers.get('etag')).toBe(etag)
  expect(again.headers.has('content-type')).toBe(false)
  expect((await ask('GET /', { 'If-None-Match': etag })).status).toBe(200)
  expect((await ask('GET /', { 'If-Match': '"other"' })).status).toBe(412)
  expect((await ask('GET /', { 'Accept-Encoding': 'identity;q=0' })).status).toBe(406)
})

test('HEAD says what GET would', async () => {
  const get = await ask('GET /')
  const head = await ask('HEAD /')
  expect(head.body).toBe('')
  expect(head.headers.get('content-length')).toBe(String(get.body.length))
})

test('what a route says of itself is kept: type, tags', async () => {
  const { headers } = await ask('GET /feed.xml')
  expect(headers.get('content-type')).toBe('application/atom+xml')
  expect(headers.get('cache-tag')).toBe('feed,home')
  expect(headers.has('x-cache-tags')).toBe(false)
})

test.each([
  '/',
  '/feed.xml',
  '/media/her-1200.webp',
  '/robots.txt',
  '/_next/static/chunks/a.js',
  '/sitemaps/pages-1.xml',
])('%s has a strong validator and a date, and whoever has it hears 304, of GET and HEAD', async path => {
  const { headers } = await ask(`GET ${path}`)
  const [etag = '', date = ''] = [headers.get('etag'), headers.get('last-modified')]
  expect(etag).toMatch(/^"[^"]+"$/)
  expect(Date.parse(date)).toBeLessThanOrEqual(Date.now())
  for (const method of ['GET', 'HEAD']) {
    const line = `${method} ${path}`
    for (const [name, value] of Object.entries({ 'If-None-Match': etag, 'If-Modified-Since': date })) {
      const answer = await ask(line, { [name]: value })
      expect([answer.status, answer.body]).toEqual([304, ''])
      expect(answer.headers.get('etag')).toBe(etag)
    }
    // The tag counts where both are there (RFC 9110 section 13.1.3).
    expect((await ask(line, { 'If-None-Match': '"other"', 'If-Modified-Since': date })).status).toBe(200)
    const before = { 'If-Modified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }
    expect((await ask(line, before)).status).toBe(200)
    expect((await ask(line, { 'If-Modified-Since': 'yesterday' })).status).toBe(200)
  }
})

test('a page keeps its date while it is dropped and drawn again the same', async () => {
  const date = await header('last-modified', 'GET /')
  await new Promise(resolve => setTimeout(resolve, 1_100))
  await apply([{ id: 1n, tags: ['home'], purge: false, tx: 10n }])
  const again = await ask('GET /')
  expect([again.headers.get('x-cache'), again.headers.get('last-modified')]).toEqual(['miss', date])
})

test('a page keeps its date over a restart, on disk and drawn again the same', async () => {
  const date = await header('last-modified', 'GET /')
  await new Promise(resolve => setTimeout(resolve, 1_100))
  const later = await openPages({ ...options, follow: () => pages.follower })
  try {
    const kept = later.cache.find('/')?.answer
    expect(new Date(kept?.lastModified ?? 0).toUTCString()).toBe(date)
    await later.cache.apply([{ id: 1n, tags: ['home'], purge: false, tx: 10n }])
    const again = await later.cache.fetch('/', false)
    expect(again.note).toBe('miss')
    expect(again.note === 'miss' && again.entry.answer.lastModified).toBe(kept?.lastModified)
  } finally {
    await later.close()
  }
})

test('a sitemap is passed on while it is written, compressed, and never kept', async () => {
  const plain = await ask('GET /sitemaps/pages-1.xml')
  expect(plain.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(plain.headers.get('x-content-type-options')).toBe('nosniff')
  expect(plain.headers.get('transfer-encoding')).toBe('chunked')
  const zipped = await ask('GET /sitemaps/pages-1.xml', { 'Accept-Encoding': 'gzip' })
  expect([zipped.headers.get('content-encoding'), zipped.headers.get('etag')]).toEqual(['gzip', '"stamp-gzip"'])
  expect(zipped.body.length).toBeLessThan(plain.body.length / 20)
  expect(seen.map(({ url }) => url)).toEqual(Array(2).fill('/sitemaps/pages-1.xml'))
  expect((await ask('GET /sitemaps/none.xml')).status).toBe(404)
  expect((await ask('GET /sitemaps/broken.xml')).status).toBe(500)
  expect(await header('location', 'GET /Sitemaps/Pages-1.xml/')).toBe('/sitemaps/pages-1.xml')
})

test('whoever has a sitemap, or asks only for its head, has nothing written for them', async () => {
  for (const [line, headers] of [
    ['HEAD /sitemaps/pages-1.xml', {}],
    ['GET /sitemaps/pages-1.xml', { 'If-None-Match': '"stamp"' }],
  ] as const) {
    await ask(line, headers)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(written, line).toBeLessThan(5)
  }
})

test('a client that does not read holds the site back', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.pause()
  socket.write('GET /sitemaps/pages-1.xml HTTP/1.1\r\nHost: reviews.example\r\n\r\n')
  await new Promise(resolve => setTimeout(resolve, 500))
  const before = written
  await new Promise(resolve => setTimeout(resolve, 300))
  // What the system's own buffers hold has gone; no more is made.
  expect([written, written < 200]).toEqual([before, true])
  socket.destroy()
})

const opening = { 'Sec-Fetch-Dest': 'document' }

test('whoever opens a feed in a browser gets a page, and every program the feed, cold and warm', async () => {
  for (let time = 0; time < 2; time++) {
    const page = await ask('GET /feeds/sections/film.xml', opening)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.body).toContain('<title>/feeds/read/sections/film</title>')
    for (const dest of [undefined, 'empty', 'image']) {
      const feed = await ask('GET /feeds/sections/film.xml', dest ? { 'Sec-Fetch-Dest': dest } : {})
      expect(feed.headers.get('content-type')).toBe('application/atom+xml')
      expect(feed.body).toMatch(/^<rss>/)
      expect(feed.headers.get('link')).toContain('rel="self"')
    }
  }
  expect(seen.filter(({ url }) => url.startsWith('/feeds/'))).toHaveLength(2)
})

test('a feed and its page are told apart by caches, and those that would not may not keep the page', async () => {
  const [feed, page] = [await ask('GET /feeds/sections/film.xml'), await ask('GET /feeds/sections/film.xml', opening)]
  for (const { headers } of [feed, page]) expect(headers.get('vary')?.split(', ').sort()).toEqual(VARIES)
  expect(feed.headers.get('cache-control')).toContain('s-maxage')
  expect(page.headers.get('cache-control')).toBe('private, no-cache')
  expect(page.headers.has('cdn-cache-control')).toBe(false)
  const etag = page.headers.get('etag') ?? ''
  expect((await ask('GET /feeds/sections/film.xml', { ...opening, 'If-None-Match': etag })).status).toBe(304)
  expect((await ask('GET /feeds/sections/film.xml', { 'If-None-Match': etag })).status).toBe(200)
  expect((await ask('HEAD /feeds/sections/film.xml', opening)).headers.get('content-type')).toContain('text/html')
})
const VARIES = ['Accept-Encoding', 'Sec-Fetch-Dest']

test('a feed that has moved leads whoever opens it to the feed, in one hop', async () => {
  for (let time = 0; time < 2; time++) {
    const moved = await ask('GET /feeds/sections/old.xml', opening)
    expect(moved.status).toBe(308)
    expect(moved.headers.get('location')).toBe('/feeds/sections/film.xml')
  }
})

test('not there and moved are answered as such, cold and warm', async () => {
  for (const cache of ['miss', 'hit']) {
    const none = await ask('GET /reviews/none', { 'If-None-Match': '*' })
    expect([none.status, none.headers.get('x-cache')]).toEqual([404, cache])
    const moved = await ask('GET /reviews/moved')
    expect([moved.status, moved.headers.get('location')]).toEqual([308, '/reviews/her'])
  }
})

test('capitals, trailing slashes and odd escapes are one hop away from the page', async () => {
  expect(await header('location', 'GET /Reviews/HER/')).toBe('/reviews/her')
  expect(await header('location', 'GET /reviews//her')).toBe('/reviews/her')
  expect(await header('location', 'GET /%72eviews/her?utm_source=x')).toBe('/reviews/her?utm_source=x')
  expect(seen.map(({ url }) => url)).toEqual(['/reviews/her'])
})

test('what is no page of readers is never asked for in their name', async () => {
  expect(await header('location', 'GET /%64esk')).toBe('/desk')
  expect(await header('location', 'GET /Desk/')).toBe('/desk')
  expect(await header('location', 'GET /PREVIEW/secret')).toBe('/preview/secret')
  expect(await header('location', 'GET /Robots.txt')).toBe('/robots.txt')
  expect(seen).toEqual([])
})

test('a wrong spelling of an address that has moved, or is gone, is answered at once', async () => {
  expect(await header('location', 'GET /Reviews//Moved/')).toBe('/reviews/her')
  expect(await header('location', 'GET /Sections/Old/?page=2&utm_source=x')).toBe(`${SITE}/sections/new?page=2`)
  expect((await ask('GET /Reviews/Taken-Back/')).status).toBe(410)
  expect((await ask('GET /REVIEWS/none')).status).toBe(404)
  // Whether it is there cannot be told; the spelling can.
  expect(await header('location', 'GET /Reviews/Broken/')).toBe('/reviews/broken')
})

test('the first page has no number', async () => {
  expect(await header('location', 'GET /reviews?page=1')).toBe('/reviews')
  expect(await header('location', 'GET /reviews?kind=film&page=1&utm_source=x')).toBe('/reviews?kind=film&utm_source=x')
  expect(await header('location', 'GET /Reviews/?page=1')).toBe('/reviews')
  expect((await ask('GET /reviews?page=10')).status).toBe(200)
  expect((await ask('GET /reviews?page=2')).status).toBe(200)
})

test('while events cannot be followed pages are served with their age', async () => {
  await ask('GET /')
  isCurrent = false
  const { status, headers } = await ask('GET /')
  expect([status, headers.get('x-cache')]).toEqual([200, 'stale'])
  expect(Number(headers.get('age'))).toBeGreaterThanOrEqual(0)
  expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
})

test('a page that cannot be rendered and was never seen is unavailable, not missing', async () => {
  isCurrent = false
  const { status, headers, body } = await ask('GET /reviews/broken')
  expect(status).toBe(503)
  expect(headers.get('retry-after')).toBe('10')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(body).toContain('<h1>')
  isCurrent = true
  expect((await ask('GET /reviews/broken')).status).toBe(500)
})

test('after an event the next reader sees the new page', async () => {
  await ask('GET /')
  await apply([{ id: 1n, tags: ['home'], purge: false, tx: 10n }])
  expect(await header('x-cache', 'GET /')).toBe('miss')
})

test.each([
  ['GET /%', 400],
  ['GET /reviews/%ff', 400],
  ['GET /a%00b', 400],
  ['GET /a\\b', 400],
  ['GET //evil.example', 400],
  ['GET http://evil.example/', 400],
  ['GET /reviews?q=%ff', 400],
  ['GET /.env', 404],
  ['GET /_next/data/x.json', 404],
  ['GET /_next/image?url=x', 404],
  [`GET /${'a'.repeat(3_000)}`, 414],
  ['OPTIONS *', 405],
  ['TRACE /', 405],
  ['PROPFIND /desk', 405],
  ['CONNECT evil.example:443', 405],
  ['BREW /', 501],
])('%s is answered with %i and never reaches the site', async (line, status) => {
  const answer = await ask(line, OURS)
  expect(answer.status).toBe(status)
  if (status === 405) expect(answer.headers.get('allow')).toContain('GET')
  expect(seen).toEqual([])
})

test('requests that a proxy could read differently are refused', async () => {
  await ask('GET /')
  expect((await ask('GET /', { host: 'evil.example' })).status, 'two hosts').toBe(400)
  expect(
    (await ask('POST /api/x', { ...OURS, 'Content-Length': '3', 'Transfer-Encoding': 'chunked' }, 'abc')).status,
  ).toBe(400)
  expect((await ask('POST /api/x', { ...OURS, 'Transfer-Encoding': 'gzip' }, 'abc')).status).toBe(400)
  expect((await ask('GET /', { 'X-Long': 'a'.repeat(20_000) })).status).toBe(431)
  expect(seen.map(({ url }) => url)).toEqual(['/'])
})

test('nothing is changed by a page of another site', async () => {
  const length = { 'Content-Length': '3' }
  const forwarded = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'http' }
  for (const Origin of ['https://evil.example', 'null', 'http://reviews.example', `${SITE}.evil`])
    expect((await ask('POST /desk', { Origin, ...forwarded, ...length }, 'abc')).status).toBe(403)
  expect((await ask('POST /desk', length, 'abc')).status).toBe(403)
  expect((await ask('POST /reviews/her', { ...OURS, ...length }, 'abc')).status).toBe(405)
  expect((await ask('POST /robots.txt', { ...OURS, ...length }, 'abc')).status).toBe(405)
  expect(seen).toEqual([])
  expect((await ask('POST /desk', { ...OURS, ...length }, 'abc')).status).toBe(200)
  expect(seen[0]?.body).toBe('abc')
})

test.each([
  ['POST /api/v1/reviews', 405],
  ['TRACE /api/v1', 405],
  ['GET /api/v1/reviews/%ff', 400],
  [`GET /api/v1/reviews?q=${'a'.repeat(5_000)}`, 414],
])('a program that sends %s hears %i in the words of the API', async (line, status) => {
  const answer = await ask(line, { Origin: 'https://elsewhere.example' })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(JSON.parse(answer.body)).toMatchObject({ type: expect.any(String), title: expect.any(String), status })
  if (status === 405) expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  expect(seen).toEqual([])
})

test('the desk hears the site’s host, one believable address, and no internal header', async () => {
  const answer = await ask('GET /desk', {
    Host: 'evil.example',
    'X-Forwarded-For': '6.6.6.6, 203.0.113.9',
    'X-Forwarded-Host': 'evil.example',
    'x-middleware-subrequest': 'proxy',
    'x-matched-path': '/',
    'next-resume': '1',
    'Content-Security-Policy': "script-src 'nonce-mine'",
    'Next-Router-State-Tree': '%%%',
    RSC: '1',
  })
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.has('x-powered-by')).toBe(false)
  const headers = seen[0]?.headers
  expect(headers).toMatchObject({ host: 'reviews.example', 'x-forwarded-for': '203.0.113.9', rsc: '1' })
  for (const name of ['x-middleware-subrequest', 'x-matched-path', 'next-resume', 'content-security-policy'])
    expect(headers).not.toHaveProperty(name)
  expect(headers).not.toHaveProperty('next-router-state-tree')
})

test('a body beyond the limit is refused, announced or not', async () => {
  const announced = await ask('POST /desk', { ...OURS, 'Content-Length': '30000000', Expect: '100-continue' })
  expect(announced.status).toBe(413)
  const chunk = `${(1_048_576).toString(16)}\r\n${'x'.repeat(1_048_576)}\r\n`
  const chunked = await ask('POST /desk', { ...OURS, 'Transfer-Encoding': 'chunked' }, `${chunk.repeat(40)}0\r\n\r\n`)
  expect(chunked.status).toBe(413)
  expect(seen).toEqual([])
})

test('a form that breaks off is the sender’s fault', async () => {
  const form = { ...OURS, 'Content-Type': 'multipart/form-data; boundary=x' }
  expect((await ask('POST /desk/broken', { ...form, 'Content-Length': '4' }, '--x\r')).status).toBe(400)
  expect((await ask('POST /desk/broken', { ...form, 'Content-Length': '5' }, '--x--')).status).toBe(500)
  const without = { ...OURS, 'Content-Type': 'multipart/form-data', 'Content-Length': '1' }
  expect((await ask('POST /desk', without, 'x')).status).toBe(400)
})

test('files of the build are for ever, and nothing else of the disk is there', async () => {
  const script = await ask('GET /_next/static/chunks/a.js', { 'Accept-Encoding': 'br' })
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('content-encoding')).toBe('br')
  expect(await header('cache-control', 'GET /reader.1a2b3c4d.js')).toContain('immutable')
  expect(await header('cache-control', 'GET /robots.txt')).toContain('max-age=3600')
  expect((await ask('GET /_next/static/chunks/a.js.map')).status).toBe(404)
  expect((await ask('GET /_next/static/../../secrets.json')).status).toBe(400)
  expect(seen).toEqual([])
})

test('pictures are inert, for ever, and only those of the folder', async () => {
  const { status, headers, body } = await ask('GET /media/her-1200.webp')
  expect([status, body, headers.get('content-type')]).toEqual([200, 'picture', 'image/webp'])
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(headers.get('cache-control')).toContain('immutable')
  const again = await ask('GET /media/her-1200.webp', { 'If-None-Match': headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  const part = async (range: string, headers: Record<string, string> = {}) => {
    const answer = await ask('GET /media/her-1200.webp', { Range: range, ...headers })
    return [answer.status, answer.body, answer.headers.get('content-range') ?? null]
  }
  expect(await part('bytes=0-2')).toEqual([206, 'pic', 'bytes 0-2/7'])
  expect(await part('bytes=4-')).toEqual([206, 'ure', 'bytes 4-6/7'])
  expect(await part('bytes=-2')).toEqual([206, 're', 'bytes 5-6/7'])
  expect(await part('bytes=5-99')).toEqual([206, 're', 'bytes 5-6/7'])
  expect(await part('bytes=7-')).toEqual([416, '', 'bytes */7'])
  for (const odd of ['bytes=3-1', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=x'])
    expect(await part(odd)).toEqual([200, 'picture', null])
  expect(await part('bytes=0-2', { 'If-Range': headers.get('etag') ?? '' })).toEqual([206, 'pic', 'bytes 0-2/7'])
  expect(await part('bytes=0-2', { 'If-Range': '"another"' })).toEqual([200, 'picture', null])
  for (const name of ['none.webp', 'her-1200.svg', 'Her-1200.webp', '..%2fsecrets.json', 'a/her-1200.webp', ''])
    expect((await ask(`GET /media/${name}`)).status, name).toBeGreaterThanOrEqual(400)
})

test('while the server stops every answer is the last on its connection', async () => {
  isDraining = true
  expect(await header('connection', 'GET /', { Connection: 'keep-alive' })).toBe('close')
})

test('a line break in an address does not begin a line in the log', async () => {
  lines.length = 0
  await ask('GET /desk/%0a%7B', {})
  await ask('GET /desk?token=secret', {})
  expect(lines.every(line => line.trim().split('\n').length === 1)).toBe(true)
  expect(lines.join('')).not.toContain('secret')
})
