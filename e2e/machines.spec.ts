import { expect, test } from '@playwright/test'
import { type PageReading, readPage } from '../test/markup-rules/page.ts'
import { publicPages } from './public-pages.ts'

// What machines read of every page of the demo: its head and its markup, held against the rules of the engines and against what the
// page shows. No browser, and no trace of hundreds of requests: pages are fetched as a crawler fetches them.

const atOnce = 8

interface Read extends PageReading {
  path: string
}

test('every page says what it is to machines, without a fault, and as it says it to readers', async ({
  baseURL: site,
}) => {
  const baseURL = site ?? ''
  test.setTimeout(180_000)
  const inSitemap = await listSitemap(baseURL)
  const pages = await readAll(baseURL, [...new Set([...inSitemap, ...publicPages.map(([, path]) => path)])])
  expect(pages.length).toBeGreaterThan(300)
  expect(pages.flatMap(({ path, findings }) => findings.map(finding => `${path}: ${finding}`))).toEqual([])
  expect(twice(pages, page => page.title)).toEqual([])
  expect(twice(pages, page => page.description)).toEqual([])
  expect(twice(pages, page => page.canonical)).toEqual([])
  const hidden = pages.filter(({ path, isIndexed }) => !isIndexed && inSitemap.includes(path))
  expect(hidden.map(({ path }) => path)).toEqual([])
})

test('what anybody can make up is followed and not indexed', async ({ baseURL: site }) => {
  const baseURL = site ?? ''
  const made = [
    '/search',
    '/search?q=her',
    '/reviews?kind=film',
    '/reviews?sort=best',
    '/top?kind=film',
    '/works?kind=film',
  ]
  for (const { path, isIndexed, findings } of await readAll(baseURL, made)) {
    expect(findings, path).toEqual([])
    expect(isIndexed, path).toBe(false)
  }
})

/** The pages that the sitemap names. */
async function listSitemap(base: string): Promise<string[]> {
  const parts = (await placesIn(base, '/sitemap.xml')).filter(path => path.includes('/pages-'))
  const pages = await Promise.all(parts.map(path => placesIn(base, path)))
  return pages.flat()
}

async function placesIn(base: string, path: string): Promise<string[]> {
  const response = await fetch(base + path)
  expect(response.status, path).toBe(200)
  return [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => {
    const { pathname, search } = new URL(address.replaceAll('&amp;', '&'))
    return pathname + search
  })
}

async function readAll(base: string, paths: string[]): Promise<Read[]> {
  const read: Read[] = []
  for (let at = 0; at < paths.length; at += atOnce)
    read.push(
      ...(await Promise.all(
        paths.slice(at, at + atOnce).map(async path => {
          const response = await fetch(base + path)
          expect(response.status, path).toBe(200)
          return { path, ...(await readPage(await response.text(), path)) }
        }),
      )),
    )
  return read
}

/** What two pages have in common that each should have alone. */
function twice(pages: Read[], of: (page: Read) => string): string[] {
  return [...Map.groupBy(pages, of)].flatMap(([said, all]) =>
    all.length > 1 ? [`${said}: ${all.map(({ path }) => path).join(', ')}`] : [],
  )
}
