import { expect, test } from '@playwright/test'
import { feedFormats, feedPath } from '../lib/feeds/feeds.ts'
import { feedProblems, readBack } from '../lib/feeds/testing.ts'

// Feeds of the demo, as feed readers ask for them and as a person opens them.

test('every feed that is listed is valid, in every form', async ({ page, request }) => {
  test.setTimeout(180_000)
  await page.goto('/feeds')
  const listed = await page
    .getByRole('main')
    .locator('a[href^="/feeds/"]')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  const written = await page.getByRole('main').locator('dd code').allTextContents()
  const paths = [...new Set([...listed, ...written.map(address => new URL(address).pathname)])]
  for (const scope of ['all.', 'sections/', 'kinds/', 'critics/', 'topics/', 'lists/'])
    expect(paths.filter(path => path.startsWith(`/feeds/${scope}`)).length, scope).toBeGreaterThanOrEqual(3)
  for (const path of paths) {
    const format = feedFormats.find(ending => path.endsWith(`.${ending}`)) ?? 'xml'
    const answer = await request.get(path)
    expect(answer.status(), path).toBe(200)
    expect(answer.headers()['content-type'], path).toContain('; charset=utf-8')
    const text = await answer.text()
    expect(await feedProblems(text, format), path).toEqual([])
    expect(readBack(text, format).entries.length, path).toBeGreaterThan(0)
  }
})

test('the three forms of a feed say the same', async ({ request }) => {
  const read = async (format: 'xml' | 'atom' | 'json') =>
    readBack(await (await request.get(`/feeds/sections/film.${format}`)).text(), format)
  const [rss, atom, json] = [await read('xml'), await read('atom'), await read('json')]
  expect(atom).toEqual(rss)
  expect(json).toEqual(rss)
  expect(rss.contents.some(html => html.includes('Five OS’s out of five'))).toBe(true)
})

test('whoever has a feed hears so, twice in a row', async ({ request }) => {
  for (const format of feedFormats) {
    const path = feedPath({ scope: 'sections', slug: 'film' }, format)
    const { etag = '', 'last-modified': modified = '' } = (await request.get(path)).headers()
    const conditions: Record<string, string>[] = [{ 'If-None-Match': etag }, { 'If-Modified-Since': modified }]
    for (const headers of conditions)
      for (let time = 0; time < 2; time++) {
        const again = await request.get(path, { headers })
        expect([again.status(), again.headers().etag, (await again.body()).length]).toEqual([304, etag, 0])
      }
    const head = await request.head(path)
    expect([head.status(), head.headers().etag]).toEqual([200, etag])
  }
})

test('a person who opens a feed reads what it is, and how to subscribe', async ({ page, request }) => {
  const path = '/feeds/sections/film.xml'
  const answer = await page.goto(path)
  expect(answer?.headers()['content-type']).toContain('text/html')
  await expect(page).toHaveURL(path)
  await expect(page.getByRole('heading', { level: 1, name: 'Film' })).toBeVisible()
  for (const format of feedFormats)
    await expect(page.getByText(feedPath({ scope: 'sections', slug: 'film' }, format), { exact: false })).toBeVisible()
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/sections\/film$/)
  await page.getByRole('link', { name: 'the page that it follows' }).click()
  await expect(page).toHaveURL('/sections/film')
  // Whatever does not open it gets it: a script of a page, a feed reader.
  const fetched = await page.evaluate(async address => (await fetch(address)).headers.get('content-type'), path)
  expect(fetched).toBe('application/rss+xml; charset=utf-8')
  expect((await request.get(path)).headers()['content-type']).toBe('application/rss+xml; charset=utf-8')
})

test('every page leads to the feeds: its own first, then that of everything', async ({ page, request }) => {
  for (const [path, own] of [
    ['/', null],
    ['/reviews/her', null],
    ['/sections/film', 'sections/film'],
    ['/critics/rosalind-petrakis', 'critics/rosalind-petrakis'],
    ['/topics/artificial-intelligence', 'topics/artificial-intelligence'],
    ['/lists/machines-with-feelings', 'lists/machines-with-feelings'],
  ] as const) {
    await page.goto(path)
    for (const format of feedFormats) {
      const type = { xml: 'rss+xml', atom: 'atom+xml', json: 'feed+json' }[format]
      const hrefs = await page
        .locator(`head link[rel="alternate"][type="application/${type}"]`)
        .evaluateAll(links => links.map(link => new URL(link.getAttribute('href') ?? '').pathname))
      const expected = [...(own ? [own] : []), 'all'].map(of => `/feeds/${of}.${format}`)
      expect(hrefs, path).toEqual(expected)
    }
    await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Feeds' })).toHaveAttribute('href', '/feeds')
  }
  expect((await request.get('/feeds/sections/nowhere.xml')).status()).toBe(404)
})

test('a feed goes on where it ends', async ({ request }) => {
  const first = await (await request.get('/feeds/all.json')).json()
  const second = await (await request.get(first.next_url)).json()
  expect(second.items.length).toBeGreaterThan(0)
  const ids = [...first.items, ...second.items].map((item: { id: string }) => item.id)
  expect(new Set(ids).size).toBe(ids.length)
  expect((await request.get('/feeds/all.json?page=400')).status()).toBe(404)
})
