import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { faultsOf } from './axe.ts'

// What others show of a review: the still, the drawn card, and the card in a frame.

const slugs = readdirSync('prisma/demo/reviews').map(file => file.replace(/\.md$/, ''))

test('every review has a still of 1200 × 675 and a card of 1200 × 630', async ({ request }) => {
  test.setTimeout(120_000)
  for (const slug of slugs) {
    const html = await (await request.get(`/reviews/${slug}`)).text()
    const content = (name: string) =>
      new RegExp(`<meta (?:property|name)="${name}" content="([^"]+)"`).exec(html)?.[1] ?? ''
    for (const [name, size] of [
      ['og:image', { width: 1200, height: 675 }],
      ['twitter:image', { width: 1200, height: 630 }],
    ] as const) {
      const response = await request.get(content(name))
      expect(response.status(), `${slug} ${name}`).toBe(200)
      expect(await sharp(await response.body()).metadata(), `${slug} ${name}`).toMatchObject(size)
      expect(content(`${name}:alt`), `${slug} ${name}`).not.toBe('')
    }
    expect(html, slug).toContain(`href="/cards/${slug}.png" download`)
  }
  for (const path of ['/cards/nowhere.png', '/cards/stills/nowhere.png', '/cards/her.svg'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('a review without a picture has a drawn still', async ({ request }) => {
  const response = await request.get('/cards/stills/her.png')
  expect(await sharp(await response.body()).metadata()).toMatchObject({ width: 1200, height: 675 })
})

test('a card says that it has not changed', async ({ request }) => {
  const { etag = '' } = (await request.get('/cards/her.png')).headers()
  expect((await request.get('/cards/her.png', { headers: { 'if-none-match': etag } })).status()).toBe(304)
})

test('oEmbed is found in the head, and answers in both formats', async ({ request, baseURL }) => {
  const html = await (await request.get('/reviews/her')).text()
  const [head = ''] = html.split('</head>')
  const found = [...head.matchAll(/<link[^>]+type="(?:application\/json|text\/xml)\+oembed"[^>]*>/g)].map(([tag]) =>
    (/href="([^"]+)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&'),
  )
  expect(found).toHaveLength(2)
  const [json, xml] = await Promise.all(found.map(href => request.get(href)))
  expect(await json?.json()).toMatchObject({ type: 'rich', title: 'Her: Five OS’s out of five', thumbnail_width: 1200 })
  expect(await xml?.text()).toContain('<type>rich</type>')
  const ask = (query: string) => request.get(`/oembed?${query}`).then(response => response.status())
  expect(await ask(`url=${baseURL}/reviews/nowhere`)).toBe(404)
  expect(await ask(`url=${baseURL}/reviews/her&format=yaml`)).toBe(501)
  expect(await ask('')).toBe(400)
})

test('the frame may be shown by anybody, leads out of itself, and nothing else may be framed', async ({
  page,
  request,
}) => {
  const response = await page.goto('/embed/reviews/her')
  expect(response?.headers()['content-security-policy']).toContain('frame-ancestors *')
  await expect(page.getByRole('heading', { level: 1 }).getByRole('link', { name: 'Her' })).toHaveAttribute(
    'target',
    '_top',
  )
  await expect(page.getByText('Five OS’s out of five')).toBeVisible()
  expect(await page.locator('script').count()).toBe(0)
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex')
  const review = await request.get('/reviews/her')
  expect(review.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('the frame is shown on a page of somebody else', async ({ page, baseURL }) => {
  const frame = (path: string) => `<iframe src="${baseURL}${path}" width="600" height="340"></iframe>`
  // A server of its own: browsers let no page of the wide world frame one of this machine.
  const elsewhere = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(frame('/embed/reviews/her') + frame('/reviews/her'))
  })
  await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
  const address = elsewhere.address()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`)
  await expect(page.frameLocator('iframe').first().getByText('Five OS’s out of five')).toBeVisible()
  await expect(page.frameLocator('iframe').last().getByText('Five OS’s out of five')).toHaveCount(0)
  elsewhere.close()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in a frame, ${colorScheme}`, async ({ browser, baseURL }) => {
    // axe is an inline script, which the pages' own policy refuses.
    const context = await browser.newContext({ colorScheme, baseURL: baseURL ?? '', bypassCSP: true })
    const page = await context.newPage()
    for (const path of ['/embed/reviews/her', '/embed/reviews/piranesi', '/embed/reviews/nowhere']) {
      await page.goto(path)
      expect(await faultsOf(page, { tags: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'] }), path).toEqual([])
    }
    await context.close()
  })

test('a frame whose review is not there says so within the frame', async ({ page }) => {
  for (const path of ['/embed/reviews/nowhere', '/embed/withdrawn', '/embed/anything/else']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    expect(response?.headers()['content-security-policy'], path).toContain('frame-ancestors *')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no review here now')
    await expect(page.getByRole('link')).toHaveAttribute('target', '_top')
  }
})
