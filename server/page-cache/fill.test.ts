import type { RequestListener, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { createRenderer, RenderFailure } from './fill.ts'

const renderer = (handler: RequestListener, patience = 5_000) =>
  createRenderer({
    handler,
    siteUrl: 'https://reviews.example',
    decorate: ({ headers }) => headers,
    since: () => 0,
    patience: () => patience,
    onComplaint: () => {},
  })
const HTML = { 'content-type': 'text/html' }
const bodyOf = (page: Awaited<ReturnType<ReturnType<typeof renderer>>>) => page.answer.codings.identity.body.toString()

/** Writes as Next does: waits for `drain` whenever it is told to. Over a plain pair of streams that can be for ever. */
async function writeSlowly(response: ServerResponse, pieces: string[]): Promise<void> {
  response.flushHeaders()
  for (const piece of pieces)
    if (!response.write(piece)) await new Promise<void>(resolve => response.once('drain', () => resolve()))
  response.end()
}

test.each([100, 1_000, 5_461, 16_384, 65_536, 200_000])('a large page in pieces of %i arrives whole', async size => {
  const pieces = Array.from({ length: Math.ceil(1_500_000 / size) }, () => 'x'.repeat(size))
  const render = renderer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    void writeSlowly(response, pieces)
  })
  expect(bodyOf(await render('/'))).toHaveLength(pieces.length * size)
})

test('what takes too long is given up', async () => {
  await expect(renderer(() => {}, 50)('/')).rejects.toThrow(RenderFailure)
})

test('what breaks off in the middle is no page', async () => {
  const render = renderer((_request, response) => {
    response.writeHead(200, { ...HTML, 'content-length': '100' })
    response.write('half')
    setTimeout(() => response.destroy(), 10)
  })
  await expect(render('/')).rejects.toThrow()
})

test.each([500, 503, 502])('%i is a failure', async status => {
  await expect(renderer((_request, response) => void response.writeHead(status).end())('/')).rejects.toThrow(
    RenderFailure,
  )
})

test('501 is an answer, which is not kept', async () => {
  const render = renderer(
    (_request, response) => void response.writeHead(501, { 'content-type': 'text/plain' }).end('no'),
  )
  expect(await render('/oembed?format=yaml')).toMatchObject({ status: 501, mayBeKept: false })
})

test('a document with a hole in it is a failure, whatever its status says', async () => {
  const html = '<p><!--$!--><template data-dgst="1"></template><!--/$--></p>'
  const render = renderer((_request, response) => void response.writeHead(200, HTML).end(html))
  await expect(render('/')).rejects.toThrow(RenderFailure)
})

test('for the empty document of notFound() the reader gets the whole page of what is missing', async () => {
  const render = renderer((request, response) => {
    const empty = request.url === '/reviews?page=9'
    response.writeHead(404, HTML).end(empty ? '<html id="__next_error__"></html>' : '<h1>Nothing here</h1>')
  })
  const page = await render('/reviews?page=9')
  expect(page.status).toBe(404)
  expect(bodyOf(page)).toBe('<h1>Nothing here</h1>')
})

test('a route may ask for its answer not to be kept; a temporary redirect is never kept', async () => {
  const render = renderer((request, response) => {
    if (request.url === '/once') response.writeHead(200, { 'cache-control': 'no-store' }).end('x')
    else response.writeHead(307, { location: '/elsewhere' }).end('x')
  })
  expect((await render('/once')).mayBeKept).toBe(false)
  const redirect = await render('/')
  expect([redirect.status, redirect.mayBeKept, bodyOf(redirect)]).toEqual([307, false, ''])
})

test('hints for scripts and for the stylesheets that the document names are taken out of the Link header, the others stay', async () => {
  const link =
    '</a,b.woff2>; rel=preload; as="font"; crossorigin="", </x.js>; rel=preload; as="script", </z.css>; rel=preload; as="style", </y.js>; rel=modulepreload, </i.webp>; rel=preload; as="image"; imagesrcset="/i.webp 1x, /j.webp 2x"'
  const page = await renderer((_request, response) => void response.writeHead(200, { ...HTML, link }).end('x'))('/')
  expect(page.headers.find(([name]) => name === 'Link')?.[1]).toBe(
    '</a,b.woff2>; rel=preload; as="font"; crossorigin="", </i.webp>; rel=preload; as="image"; imagesrcset="/i.webp 1x, /j.webp 2x"',
  )
})
