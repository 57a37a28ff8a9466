import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test'
import { z } from 'zod'
import { makeJudge, type OpenApi, readDocument } from '../test/openapi.ts'

// The API as a program meets it: over the wire, through the server. lib/api has the rest.

const page = z.object({
  data: z.array(z.looseObject({ slug: z.string().optional(), key: z.string().optional() })),
  next: z.url().nullable(),
})

async function documentOf(request: APIRequestContext): Promise<OpenApi> {
  const response = await request.get('/api/v1/openapi.json')
  expect(response.status()).toBe(200)
  return readDocument(await response.json())
}

async function heard(path: string, response: APIResponse) {
  return { path, status: response.status(), headers: new Headers(response.headers()), body: await response.text() }
}

test('every endpoint answers as the document says', async ({ request }) => {
  const document = await documentOf(request)
  const judge = makeJudge(document)
  for (const path of Object.keys(document.paths)) {
    const folder = path.replace(/\/\{.*/, '')
    const isItem = folder !== path
    const [first] = isItem ? page.parse(await (await request.get(`/api/v1${folder}?limit=1`)).json()).data : []
    const address = `/api/v1${isItem ? `${folder}/${first?.slug ?? first?.key}` : path}`.replace(/\/$/, '')
    const query = path === '/search' ? '?q=listening' : ''
    const response = await request.get(address + query)
    expect(response.status(), address).toBe(200)
    expect(judge(await heard(path, response))).toEqual([])
    expect(response.headers()['access-control-allow-origin']).toBe('*')
    expect(response.headers()['set-cookie']).toBeUndefined()

    const again = await request.get(address + query, { headers: { 'If-None-Match': response.headers().etag ?? '' } })
    expect(again.status(), address).toBe(304)
    const head = await request.head(address + query)
    expect(head.status()).toBe(200)
    expect(head.headers().etag).toBe(response.headers().etag)
    const unknown = await request.get(`${address}?nothing=1`)
    expect(judge(await heard(path, unknown))).toEqual([])
    expect(unknown.status()).toBe(400)
  }
})

test('a walk along next meets every review once, and each has its page', async ({ request }) => {
  const found: string[] = []
  for (let next: string | null = '/api/v1/reviews?limit=7&fields=slug'; next; ) {
    const read = page.parse(await (await request.get(next)).json())
    found.push(...read.data.map(({ slug }) => slug ?? ''))
    next = read.next && new URL(read.next).pathname + new URL(read.next).search
  }
  expect(found.length).toBeGreaterThan(25)
  expect(new Set(found).size).toBe(found.length)
  for (const slug of found) expect((await request.head(`/reviews/${slug}`)).status(), slug).toBe(200)
})

test('nothing can be changed, from anywhere, and that is said as everything is', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const response = await request.fetch('/api/v1/reviews', {
      method,
      headers: { Origin: 'https://elsewhere.example' },
    })
    expect(response.status()).toBe(405)
    expect(response.headers().allow).toBe('GET, HEAD, OPTIONS')
    expect(response.headers()['content-type']).toBe('application/problem+json')
  }
  const preflight = await request.fetch('/api/v1/reviews', {
    method: 'OPTIONS',
    headers: { Origin: 'https://elsewhere.example' },
  })
  expect(preflight.status()).toBe(204)
  expect(preflight.headers()['access-control-allow-methods']).toContain('GET')
})

test('what is not there is said to programs in their own words', async ({ request }) => {
  for (const path of ['/nowhere', '/reviews/nowhere', '/reviews/her/more', '/Reviews']) {
    const response = await request.get(`/api/v1${path}`)
    expect(response.status(), path).toBe(404)
    expect(await response.json()).toMatchObject({
      status: 404,
      type: expect.stringMatching(/\/developers#unknown-address$/),
    })
  }
})

test('the address of a problem leads to where it is explained', async ({ page, request }) => {
  const { type } = z.object({ type: z.url() }).parse(await (await request.get('/api/v1/reviews?nothing=1')).json())
  const { pathname, hash } = new URL(type)
  await page.goto(pathname + hash)
  await expect(page.locator(hash)).toContainText('The request cannot be understood')
})
