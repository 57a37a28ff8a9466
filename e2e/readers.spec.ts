import { expect, type Page, test } from '@playwright/test'
import { missingPages, publicPages } from './public-pages.ts'

// What every public page owes every reader, in each of the projects: desktop, phone, and without JavaScript.

const pagesPerReader = 8
const googlebot =
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

/** Collects what a page must not do: speak on the console, fail a request, or ask anybody but us. */
function watch(page: Page, baseURL: string): string[] {
  const complaints: string[] = []
  page.on('console', message => {
    // Chromium itself says this of any answer that is not 200, the page that was asked for included.
    if (!message.text().startsWith('Failed to load resource')) complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('request', request => {
    if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:'))
      complaints.push(`third party: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      complaints.push(`${response.status()}: ${response.url()}`)
  })
  return complaints
}

// One reader turns several pages: a browser of its own for each would be most of the time.
for (let from = 0; from < publicPages.length; from += pagesPerReader) {
  const pages = publicPages.slice(from, from + pagesPerReader)
  test(`whole pages: ${pages.map(([name]) => name).join(', ')}`, async ({ page, baseURL }) => {
    const complaints = watch(page, baseURL ?? '')
    for (const [, path] of pages) {
      const response = await page.goto(path)
      expect.soft(response?.status(), path).toBe(200)
      await expect.soft(page.getByRole('main'), path).toBeVisible()
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
      await expect.soft(page, path).toHaveTitle(/.{10,}/)
      const canonical = await page.locator('link[rel="canonical"]').getAttribute('href')
      expect.soft(canonical, path).toContain(path.split('?')[0] === '/' ? '' : (path.split('?')[0] ?? ''))
      // Nothing is wider than the window.
      const overflow = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
      expect.soft(overflow, path).toBeLessThanOrEqual(0)
      expect.soft(complaints.splice(0), path).toEqual([])
    }
  })
}

test('a crawler is given what everybody is given, to the byte', async ({ request }) => {
  for (const [, path] of publicPages) {
    const [ours, theirs] = await Promise.all([
      request.get(path),
      request.get(path, { headers: { 'user-agent': googlebot, 'accept-language': 'de', accept: '*/*' } }),
    ])
    expect(await theirs.text(), path).toBe(await ours.text())
  }
})

test('the document carries no framework: one module of ours, no inline script, no hydration data', async ({
  request,
}) => {
  for (const [, path] of publicPages) {
    const html = await (await request.get(path)).text()
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    const ours = scripts.filter(tag => !tag.includes('application/ld+json'))
    expect(ours.length, path).toBeLessThanOrEqual(1)
    expect(html, path).not.toContain('__next_f')
    expect(html, path).not.toMatch(/_next\/static\/[^"]+\.js/)
    expect(html, path).not.toContain('cache-tags')
    expect(html, path).not.toMatch(/\sstyle="/)
  }
})

test('a strict policy, and nothing that gives the software away', async ({ request }) => {
  const response = await request.get('/reviews/her')
  const policy = response.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(response.headers()['x-content-type-options']).toBe('nosniff')
  expect(response.headers()['x-powered-by']).toBeUndefined()
  expect(response.headers()['cache-tag']).toContain('review:')
})

for (const path of missingPages) {
  test(`${path} is 404, cold and warm, with a page that helps`, async ({ page, request }) => {
    for (let round = 0; round < 2; round++) expect((await request.get(path)).status()).toBe(404)
    await page.goto(path)
    await expect(page).toHaveTitle(/Not here/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(2)
  })
}

test('case and trailing slash lead to the one address in one hop', async ({ request }) => {
  for (const path of ['/Reviews/Her', '/reviews/her/', '/REVIEWS/HER/']) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status(), path).toBe(308)
    expect(new URL(response.headers().location ?? '', 'http://x').pathname, path).toBe('/reviews/her')
  }
})

test('HEAD, ETag and 304', async ({ request }) => {
  const get = await request.get('/reviews/her')
  const head = await request.head('/reviews/her')
  expect(head.status()).toBe(200)
  expect(head.headers().etag).toBe(get.headers().etag)
  expect((await head.body()).length).toBe(0)
  const again = await request.get('/reviews/her', { headers: { 'if-none-match': get.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})

test('a review without its pictures weighs at most 70 KB over the wire, its script at most 5 KB', async ({
  page,
  javaScriptEnabled,
}) => {
  const weights = new Map<string, number>()
  page.on('requestfinished', async request => {
    const { responseBodySize, responseHeadersSize } = await request.sizes()
    const type = request.resourceType()
    weights.set(type, (weights.get(type) ?? 0) + responseBodySize + responseHeadersSize)
  })
  await page.goto('/reviews/her', { waitUntil: 'networkidle' })
  weights.delete('image')
  expect([...weights.values()].reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(70_000)
  expect(weights.get('script') ?? 0).toBeLessThanOrEqual(5_000)
  expect(weights.has('script')).toBe(javaScriptEnabled)
})

test('the review of Her: what was reviewed, by whom, when, and the verdict, within one screen', async ({ page }) => {
  await page.goto('/reviews/her')
  const height = await page.evaluate(() => window.innerHeight)
  for (const part of [
    page.getByRole('heading', { level: 1 }),
    page.getByText('Five OS’s out of five').first(),
    page.getByText('Rosalind Petrakis').first(),
    page.locator('time').first(),
  ]) {
    const box = await part.boundingBox()
    expect(box && box.y + box.height).toBeLessThanOrEqual(height)
  }
  await expect(page.getByText('Scarlett Johansson').first()).toBeVisible()
})

test('a spoiler opens with the keyboard, and machines are told to leave it out', async ({ page }) => {
  await page.goto('/reviews/her')
  const spoiler = page.locator('details', { hasText: 'Where Samantha goes' })
  await expect(page.locator('div[data-nosnippet]').filter({ has: spoiler })).toHaveCount(1)
  await expect(spoiler.getByText('Eight thousand three hundred and sixteen')).toBeHidden()
  await spoiler.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(spoiler.getByText('Eight thousand three hundred and sixteen')).toBeVisible()
})
