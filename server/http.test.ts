import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeLog } from '#lib/log.ts'
import { MeasuredRequest } from './body.ts'
import type { ContentEvent } from './content-events.ts'
import type { FollowerOptions } from './events.ts'
import { createForwarder } from './forward.ts'
import { createListener } from './http.ts'
import { createMedia } from './media.ts'
import { openPages, type Pages } from './page-cache/pages.ts'
import { answerBrokenRequests } from './sockets.ts'
import { openAssets } from './static.ts'

// The whole server but for Next and Postgres: a handler of a few lines stands for the one, a switch for the other.

const SITE = 'https://reviews.example'
let folder: string
let server: Server
let port: number
let pages: Pages
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
    if (url === '/reviews/none') return void response.writeHead(404, HTML).end('<h1>No such review</h1>')
    if (url === '/feed.xml') return void response.writeHead(200, FEED).end(`<feed>${'x'.repeat(500)}</feed>`)
    if (url === '/desk/broken') return void response.writeHead(500, HTML).end('broken')
    response.writeHead(200, { ...HTML, 'set-cookie': 'a=b', 'x-powered-by': 'Next.js', etag: 'W/"1"' })
    response.end(`<title>${url}</title><meta name="cache-tags" content="home"><script>x</script>${'word '.repeat(200)}`)
  })
}
const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' }
const FEED = {
  'content-type': 'application/atom+xml',
  'x-cache-tags': 'feed home',
  'last-modified': 'Wed, 21 Oct 2026 07:28:00 GMT',
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
  pages = await openPages({
    ...{ handler: site, buildId: 'b', siteUrl: SITE, databaseUrl: '', dataDir: folder, pageCacheMegabytes: 4 },
    ...{ follow, log },
  })
  const listener = createListener({
    siteUrl: SITE,
    pages: pages.cache,
    assets: await openAssets({ dir: folder, distDir: '.next', siteUrl: SITE }),
    follower: pages.follower,
    forward: createForwarder({ handler: site, siteUrl: SITE, trustProxy: 1, log }),
    media: createMedia({ dataDir: folder, siteUrl: SITE }),
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

test('what a route says of itself is kept: type, date, tags', async () => {
  const { headers } = await ask('GET /feed.xml')
  expect(headers.get('content-type')).toBe('application/atom+xml')
  expect(headers.get('cache-tag')).toBe('feed,home')
  expect(headers.has('x-cache-tags')).toBe(false)
  expect((await ask('GET /feed.xml', { 'If-Modified-Since': 'Thu, 22 Oct 2026 07:28:00 GMT' })).status).toBe(304)
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
  expect(await header('location', 'GET /%72eviews/her?page=2')).toBe('/reviews/her?page=2')
  expect(await header('location', 'GET /%64esk')).toBe('/desk')
  expect(seen).toEqual([])
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
