import { expect, test } from '@playwright/test'
import { type Crawled, crawl, type ReadPage } from './crawler.ts'

// The whole demo as a search engine finds it: from the front page by links, and from robots.txt by the sitemaps.

type Page = Crawled & { page: ReadPage }

// One after the other, so that the site is crawled once.
test.describe.configure({ mode: 'default' })

let site = ''
let all: Crawled[] = []
let pages: Page[] = []
let listed: string[] = []
let linked = new Set<string>()

test.beforeAll(async ({ baseURL }) => {
  if (!baseURL) throw new Error('There is no site to crawl')
  test.setTimeout(600_000)
  const robots = await (await fetch(`${baseURL}/robots.txt`)).text()
  const sitemap = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? ''
  site = new URL(sitemap).origin
  const byLinks = await crawl(baseURL, site, ['/'])
  // What only machines read leads to pages too: those must have been found without it.
  const machines = ['/robots.txt', new URL(sitemap).pathname, '/llms.txt', '/favicon.ico']
  const others = await crawl(baseURL, site, machines)
  all = [...new Map([...others, ...byLinks]).values()]
  pages = all.flatMap(crawled => (crawled.page ? [{ ...crawled, page: crawled.page }] : []))
  linked = new Set([...byLinks.values()].flatMap(({ page }) => page?.links.map(link => link.split('#')[0] ?? '') ?? []))
  listed = await readSitemaps(baseURL, new URL(sitemap).pathname)
})

async function readSitemaps(base: string, index: string): Promise<string[]> {
  const locations = async (path: string) =>
    [...(await (await fetch(base + path)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc)
  const files = (await locations(index)).map(loc => new URL(loc).pathname).filter(path => path.includes('/pages-'))
  return (await Promise.all(files.map(locations))).flat()
}

const indexable = () => pages.filter(({ page }) => page.isIndexable)

test('nothing that the site names is broken', () => {
  expect(all.length).toBeGreaterThan(500)
  const broken = all.filter(({ status }) => status >= 400)
  expect(broken.map(({ status, path, from }) => `${status} ${path}, from ${from}`)).toEqual([])
})

test('nothing that the site names is a redirect', () => {
  const moved = all.filter(({ status }) => status >= 300 && status < 400)
  expect(moved.map(({ path, location, from }) => `${path} leads to ${location}, from ${from}`)).toEqual([])
})

test('every part of a page that is linked is there', () => {
  const byPath = new Map(pages.map(({ path, page }) => [path, page]))
  const astray = pages.flatMap(({ path: from, page }) =>
    page.links.flatMap(link => {
      const [path = '', id] = link.split('#')
      const to = id ? byPath.get(path) : undefined
      return to && id && !to.ids.has(decodeURIComponent(id)) ? [`${link}, from ${from}`] : []
    }),
  )
  expect([...new Set(astray)]).toEqual([])
})

for (const part of ['title', 'description'] as const)
  test(`every page that is indexed has a ${part} of its own`, () => {
    const groups = Map.groupBy(indexable(), ({ page }) => page[part].trim().toLowerCase())
    const shared = [...groups].filter(([text, members]) => text === '' || members.length > 1)
    expect(shared.map(([text, members]) => `“${text}”: ${members.map(({ path }) => path).join(' ')}`)).toEqual([])
  })

test('every page that is indexed is its own canonical', () => {
  const astray = indexable().filter(({ path, page }) => page.canonical !== site + (path === '/' ? '/' : path))
  expect(astray.map(({ path, page }) => `${path} says ${page.canonical || 'nothing'}`)).toEqual([])
})

test('the sitemap lists every page that is indexed, once, and nothing else', () => {
  expect(listed.length).toBe(new Set(listed).size)
  // Later pages of a list are reached by its links.
  const wanted = indexable().flatMap(({ path }) => (/[?&]page=\d+$/.test(path) ? [] : [site + path]))
  expect(
    wanted.filter(url => !listed.includes(url)),
    'indexed, and not in the sitemap',
  ).toEqual([])
  const known = new Set(indexable().map(({ path }) => site + path))
  expect(
    listed.filter(url => !known.has(url)),
    'in the sitemap, and not indexed',
  ).toEqual([])
})

test('every page of the sitemap is reached by links', () => {
  expect(listed.filter(url => !linked.has(url.slice(site.length)))).toEqual([])
})
