import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, test } from 'vitest'
import { addressFolders } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { connect } from '#lib/db/connect.ts'
import { demoDatabase } from '#prisma/demo/testing.ts'
import { makeJudge, readDocument } from '../../test/openapi.ts'
import { makeApi } from './answer.ts'
import { apiBase } from './api.ts'
import { openApiDocument } from './openapi.ts'
import { operations } from './operations.ts'

// Every operation of the document is asked over the demo publication, for every answer that can be provoked, and every answer is held
// against the document and against the schema that shaped it.

await demoDatabase()
beforeAll(async () => {
  for (const [noun, folder] of Object.entries(addressFolders)) {
    if (noun === 'archive') continue
    const kind = operations.length > 0 ? noun : ''
    await db()
      .$executeRaw`INSERT INTO address (path, state, kind) VALUES (${`${folder}/was-withdrawn`}, 'gone', ${kind}::"AddressKind")`
    await db().$executeRaw`
      INSERT INTO address (path, state, kind, target)
      SELECT ${`${folder}/was-elsewhere`}, 'moved', ${kind}::"AddressKind", min(path) FROM address WHERE kind::text = ${noun} AND state = 'live'`
  }
})

const document = readDocument(JSON.parse(JSON.stringify(openApiDocument())))
const judge = makeJudge(document)
const api = makeApi({ requests: 100_000, seconds: 60 })
const site = new URL(document.servers[0]?.url ?? '').origin

/** What exists in the demo, for the parameter of each path. */
const names: Record<string, string> = {
  '/reviews/{slug}': 'her',
  '/works/{slug}': 'severance-season-1',
  '/people/{slug}': 'scarlett-johansson',
  '/critics/{slug}': 'rosalind-petrakis',
  '/lists/{slug}': 'machines-with-feelings',
  '/sections/{slug}': 'film',
  '/topics/{slug}': 'artificial-intelligence',
  '/series/{slug}': 'paddington',
  '/scales/{key}': 'five',
  '/search': 'listening',
}

interface Question {
  method?: string
  headers?: Record<string, string>
  ask?: typeof api
}

async function ask(path: string, { method = 'GET', headers = {}, ask = api }: Question = {}) {
  const address = path.startsWith('http') ? path : site + apiBase + path
  const response = await ask(new Request(address, { method, headers }), '192.0.2.1')
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const addressOf = (path: string, name = names[path] ?? '') => path.replace(/\{\w+\}/, name)
const required = (path: string) => (path === '/search' ? '?q=listening' : '')
const paths = Object.keys(document.paths)

describe('the document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(JSON.parse(JSON.stringify(openApiDocument())))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
  })

  test('is what is served, and names every endpoint of the index', async () => {
    const served = await ask('/openapi.json')
    expect(JSON.parse(served.body)).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
    const index = JSON.parse((await ask('')).body)
    expect(index.endpoints.map((each: { id: string }) => each.id)).toEqual(operations.map(({ id }) => id))
  })

  test('explains everything: each parameter, each operation, each component', () => {
    const unsaid = operations.flatMap(({ id, query }) =>
      Object.entries(query.shape).flatMap(([name, schema]) => (schema.description ? [] : [`${id} ${name}`])),
    )
    expect(unsaid).toEqual([])
  })
})

describe.each(paths)('%s', path => {
  const operation = operations.find(each => each.path === path)
  const hasSlug = path.includes('{slug}')

  test('answers as the document says, and as its schema', async () => {
    const heard = await ask(addressOf(path) + required(path))
    expect(heard.status).toBe(200)
    expect(judge({ path, ...heard })).toEqual([])
    if (operation) expect(operation.body.parse(JSON.parse(heard.body))).toEqual(JSON.parse(heard.body))
  })

  test('answers its own example, which asks for some fields only', async () => {
    if (!operation) return
    const heard = await ask(operation.example(names[path] ?? ''))
    expect(heard.status).toBe(200)
    expect(judge({ path, ...heard })).toEqual([])
  })

  test('is 304 to whoever has it already, twice in a row', async () => {
    const first = await ask(addressOf(path) + required(path))
    for (const given of [first.headers.get('etag') ?? '', `"other", W/${first.headers.get('etag')}`, '*']) {
      const again = await ask(addressOf(path) + required(path), { headers: { 'If-None-Match': given } })
      expect(again).toMatchObject({ status: 304, body: '' })
      expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
      expect(judge({ path, ...again })).toEqual([])
    }
  })

  test('answers HEAD with the headers of GET', async () => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map(method => ask(addressOf(path) + required(path), { method })),
    )
    expect(head?.body).toBe('')
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control', 'link', 'last-modified'])
      expect(head?.headers.get(name)).toBe(get?.headers.get(name))
  })

  test('may be asked from anywhere', async () => {
    const preflight = await ask(addressOf(path), {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    const get = await ask(addressOf(path) + required(path), { headers: { Origin: 'https://elsewhere.example' } })
    expect(get.headers.get('access-control-allow-origin')).toBe('*')
    expect(get.headers.get('access-control-expose-headers')).toContain('RateLimit')
    expect(get.headers.get('set-cookie')).toBeNull()
  })

  test('refuses what it does not know: 400', async () => {
    for (const query of [
      '?nothing=1',
      '?fields=&fields=title',
      '?constructor=1',
      '?%00=1',
      '?fields=nothing.at.all',
      '?fields=__proto__',
    ]) {
      const heard = await ask(addressOf(path) + query)
      expect(heard.status, query).toBe(400)
      expect(judge({ path, ...heard })).toEqual([])
      expect(JSON.parse(heard.body).errors[0]).toMatchObject({
        parameter: expect.any(String),
        detail: expect.any(String),
      })
    }
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses %s: 405', async method => {
    const heard = await ask(addressOf(path), { method })
    expect(heard.status).toBe(405)
    expect(heard.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(heard.headers.get('content-type')).toBe('application/problem+json')
  })

  test('has an end to its patience: 429', async () => {
    const impatient = makeApi({ requests: 1, seconds: 60 })
    const first = await ask(addressOf(path) + required(path), { ask: impatient })
    expect(first.headers.get('ratelimit')).toBe('"client";r=0;t=60')
    expect(first.headers.get('ratelimit-policy')).toBe('"client";q=1;w=60')
    const second = await ask(addressOf(path) + required(path), { ask: impatient })
    expect(second.status).toBe(429)
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(judge({ path, ...second })).toEqual([])
  })

  if (path !== '/openapi.json')
    test('says when the database is away: 503', async () => {
      const there = globalThis.outOfFiveDatabase
      const away = connect('postgresql://nobody:nothing@127.0.0.1:1/nowhere')
      globalThis.outOfFiveDatabase = away
      const heard = await ask(addressOf(path) + required(path)).finally(() => {
        globalThis.outOfFiveDatabase = there
      })
      await away.close()
      expect(heard.status).toBe(503)
      expect(judge({ path, ...heard })).toEqual([])
    })

  if (path.includes('{'))
    test('does not know what never was: 404', async () => {
      for (const name of ['never-was', 'Her', '%E0%A4%A', 'a'.repeat(500), "'%20OR%201=1", '%00']) {
        const heard = await ask(addressOf(path, name))
        expect(heard.status, name).toBe(404)
        expect(heard.headers.get('content-type')).toBe('application/problem+json')
      }
      expect(judge({ path, ...(await ask(addressOf(path, 'never-was'))) })).toEqual([])
    })

  if (hasSlug)
    test('says that something was withdrawn: 410', async () => {
      const heard = await ask(addressOf(path, 'was-withdrawn'))
      expect(heard.status).toBe(410)
      expect(judge({ path, ...heard })).toEqual([])
    })

  if (hasSlug)
    test('leads to where something has moved in one hop, with what was asked: 308', async () => {
      const heard = await ask(`${addressOf(path, 'was-elsewhere')}?fields=id`)
      expect(heard.status).toBe(308)
      expect(judge({ path, ...heard })).toEqual([])
      const there = await ask(heard.headers.get('location') ?? '')
      expect(there.status).toBe(200)
      expect(Object.keys(JSON.parse(there.body))).toEqual(['id'])
    })
})

describe('what breaks', () => {
  test('is 500 in the words of the API, and names nothing of ours', async () => {
    await db().$executeRaw`ALTER TABLE search_name RENAME TO search_name_away`
    const heard = await ask('/works').finally(
      () => db().$executeRaw`ALTER TABLE search_name_away RENAME TO search_name`,
    )
    expect(heard.status).toBe(500)
    expect(judge({ path: '/works', ...heard })).toEqual([])
    expect(heard.body).not.toMatch(/search_name|prisma|relation|select/i)
  })

  test('is 404 where there is no endpoint, whatever the method', async () => {
    for (const path of [
      '/nothing',
      '/reviews/her/more',
      '/reviews/',
      '/Reviews',
      '/reviews/her/',
      '/openapi',
      '//reviews',
    ])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
        const heard = await ask(path, { method })
        expect(heard.status, `${method} ${path}`).toBe(404)
        expect(heard.headers.get('content-type')).toBe('application/problem+json')
      }
  })
})

describe('every review of the demo', () => {
  test('is whole, shaped as its schema says, and gives nothing away', async () => {
    const page = JSON.parse((await ask('/reviews?limit=100&fields=slug')).body)
    expect(page.data.length).toBeGreaterThan(25)
    for (const { slug } of page.data) {
      const heard = await ask(`/reviews/${slug}`)
      expect(judge({ path: '/reviews/{slug}', ...heard }), slug).toEqual([])
      const review = JSON.parse(heard.body)
      expect(review.isScored).toBe(review.rating !== null)
      expect(review.ratingText).toBe(review.rating?.sentence ?? 'Not scored')
      expect(review.contentHtml).not.toMatch(/<script|<style|style=|class=|javascript:|(?:href|src)="\//)
    }
  })

  test('covers every form of rating', async () => {
    const review = async (slug: string) =>
      JSON.parse((await ask(`/reviews/${slug}?fields=isScored,rating,ratingText`)).body)
    expect(await review('her')).toMatchObject({
      ratingText: 'Five OS’s out of five',
      rating: { value: 5, min: 0, max: 5, step: 0.5, unit: { plural: 'OS’s' }, short: '5/5', scale: { key: 'five' } },
    })
    expect(await review('cats')).toMatchObject({ isScored: true, rating: { value: 0, score: 0 } })
    expect(await review('s-town')).toEqual({ isScored: false, rating: null, ratingText: 'Not scored' })
    expect((await review('piranesi')).rating.scale.kind).toBe('letter')
    expect((await review('the-encounter')).rating.scale.kind).toBe('verdict')
    expect((await review('tusk')).rating).toMatchObject({ step: 0.1 })
  })
})

describe('filters', () => {
  const slugs = async (query: string): Promise<string[]> =>
    JSON.parse((await ask(`/reviews?limit=100&fields=slug,publishedAt&${query}`)).body).data.map(
      (each: { slug: string }) => each.slug,
    )

  test('narrow together', async () => {
    expect(await slugs('work=under-the-skin')).toEqual(['under-the-skin-again', 'under-the-skin'])
    expect(await slugs('section=film&critic=rosalind-petrakis')).toContain('her')
    expect(await slugs('rating=none')).toContain('s-town')
    expect(await slugs('kind=film&rating=none')).toEqual([])
    expect(await slugs('section=nowhere')).toEqual([])
    expect(await slugs('work=nowhere')).toEqual([])
  })

  test('take days of the publication with both ends, and moments', async () => {
    expect(await slugs('from=2014-02-14&to=2014-02-14')).toEqual(['her'])
    expect(await slugs('from=2014-02-14T08:00:00Z&to=2014-02-14T08:00:00%2B00:00')).toEqual(['her'])
    expect(await slugs('from=2014-02-14T08:00:00.001Z&to=2014-02-15')).toEqual([])
    for (const query of ['from=2014-02-30', 'from=yesterday', 'to=2014', 'from=2015-01-01&to=2014-01-01'])
      expect((await ask(`/reviews?${query}`)).status, query).toBe(400)
  })

  test('find the works of somebody, and of a series', async () => {
    const works = async (query: string) =>
      JSON.parse((await ask(`/works?fields=slug&${query}`)).body).data.map((each: { slug: string }) => each.slug)
    expect(await works('person=scarlett-johansson')).toEqual(['her', 'lost-in-translation', 'under-the-skin'])
    expect(await works('series=paddington')).toEqual(['paddington-2'])
  })

  test.each([
    'limit=0',
    'limit=101',
    'limit=1e1',
    'limit=+5',
    'limit=',
    'kind=opera',
    'sort=random',
    'section=Film',
    'decade=2013',
    'country=gb',
    'genre=%22',
    `critic=${'a'.repeat(200)}`,
    'topic=%F0%28',
    'section=film%00',
    'section=film&section=music',
    'cursor=%00',
    'cursor=abc',
    'cursor=W10',
    `cursor=${'a'.repeat(3000)}`,
    `fields=${'title,'.repeat(200)}title`,
    'fields=title,',
    'fields=Title',
    'fields=title.x',
    'fields=work.__proto__',
    'fields=constructor',
    '__proto__=1',
    'toString=1',
    'section[not]=film',
  ])('refuse %s', async query => {
    const heard = await ask(`/reviews?${query}`)
    expect(heard.status).toBe(400)
    expect(judge({ path: '/reviews', ...heard })).toEqual([])
  })
})
