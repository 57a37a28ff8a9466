import { RewritingStream } from 'parse5-html-rewriting-stream'

// A crawl as a search engine's: plain requests, eight at a time, following whatever a page of the site names. Nothing is drawn.

export interface Crawled {
  /** Path and query, as it was linked. */
  path: string
  status: number
  location: string | null
  type: string
  /** Who named it first; the sitemap and feeds count only where no page does. */
  from: string
  /** Of a page. */
  page: ReadPage | null
}

export interface ReadPage {
  title: string
  description: string
  canonical: string
  isIndexable: boolean
  ids: Set<string>
  /** Everything of this site that the page names, with fragments. */
  links: string[]
}

const mostAtOnce = 8
/** What is behind a door, or answers a form. */
const closed = /^\/(?:desk|preview|api\/(?:desk|auth))(?:\/|$)/

/** Fetches everything that can be reached from `starts`. `site` is what absolute addresses begin with, `base` where it is served. */
export async function crawl(base: string, site: string, starts: string[]): Promise<Map<string, Crawled>> {
  const found = new Map<string, Crawled>()
  const queue = starts.map(path => ({ path, from: 'the crawl' }))
  const known = new Set(starts)
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { crawled, names } = await visit(base, site, next)
      found.set(next.path, crawled)
      for (const path of names) {
        if (known.has(path) || closed.test(path)) continue
        known.add(path)
        queue.push({ path, from: next.path })
      }
    }
  }
  // A worker that finds nothing to do may yet be given something by another.
  while (queue.length > 0) await Promise.all(Array.from({ length: mostAtOnce }, work))
  return found
}

async function visit(base: string, site: string, { path, from }: { path: string; from: string }) {
  const response = await fetch(base + path, { redirect: 'manual', headers: { 'User-Agent': 'crawl.spec' } })
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  const location = response.headers.get('location')
  const isText = response.status === 200 && /^text\/(?:html|css|plain)$|xml$/.test(type)
  const body = await response.text()
  const text = isText ? body : ''
  const page = type === 'text/html' && response.status === 200 ? readPage(text, path, site) : null
  const noindex = response.headers.get('x-robots-tag')?.includes('noindex') ?? false
  if (page && noindex) page.isIndexable = false
  const crawled: Crawled = { path, status: response.status, location, type, from, page }
  return { crawled, names: namesIn(crawled, text, site) }
}

/** What is followed: of a page that is not to be indexed (some narrowing of a list, of which there is no end) nothing. */
function namesIn({ page, path, type }: Crawled, text: string, site: string): string[] {
  if (page) return page.isIndexable ? page.links.map(link => link.split('#')[0] ?? '') : []
  if (type === 'text/css')
    return [...text.matchAll(/url\(["']?([^"')]+)/g)].flatMap(([, to = '']) => within(to, path, site))
  // Feeds, sitemaps, llms.txt: whatever absolute address of the site stands in them. The domain of a category in RSS (in Atom its scheme) is the name of a
  // taxonomy, and no link.
  const absolute = text
    .replaceAll(/ (?:domain|scheme)="[^"]*"/g, '')
    // HTML within XML is written in references.
    .replaceAll(/&(?:amp;)*(?:quot|apos|lt|gt|#\d+|#x[\da-f]+);/gi, ' ')
    .matchAll(/https?:\/\/[^\s<>"'()\]]+/g)
  return [...absolute]
    .flatMap(([to]) => within(to.replaceAll('&amp;', '&'), path, site))
    .map(to => to.split('#')[0] ?? '')
}

function readPage(html: string, path: string, site: string): ReadPage {
  const page: ReadPage = {
    title: '',
    description: '',
    canonical: '',
    isIndexable: true,
    ids: new Set(),
    links: [],
  }
  const name = (to: string | undefined) => {
    if (to !== undefined) page.links.push(...within(to, path, site))
  }
  let isInTitle = false
  let depth = 0
  const reader = new RewritingStream()
  reader.on('startTag', tag => {
    const get = (attribute: string) => tag.attrs.find(found => found.name === attribute)?.value
    const id = get('id')
    if (id) page.ids.add(id)
    if (tag.tagName === 'svg') depth += 1
    if (tag.tagName === 'title' && depth === 0) isInTitle = true
    if (tag.tagName === 'a' || tag.tagName === 'link') name(get('href'))
    if (['img', 'source', 'script', 'iframe'].includes(tag.tagName)) name(get('src'))
    for (const part of get('srcset')?.split(',') ?? []) name(part.trim().split(/\s/)[0])
    if (tag.tagName === 'link' && get('rel') === 'canonical') page.canonical = get('href') ?? ''
    if (tag.tagName !== 'meta') return
    const key = get('name') ?? get('property') ?? ''
    const content = get('content') ?? ''
    if (key === 'description') page.description = content
    if (key === 'robots' && content.includes('noindex')) page.isIndexable = false
    if (/^(?:og|twitter):(?:image|url)$/.test(key)) name(content)
  })
  reader.on('endTag', tag => {
    if (tag.tagName === 'svg') depth -= 1
    if (tag.tagName === 'title') isInTitle = false
  })
  reader.on('text', text => {
    if (isInTitle) page.title += text.text
  })
  reader.end(html)
  reader.resume()
  return page
}

/** The path of an address of this site, with query and fragment; nothing for one of another. */
function within(to: string, from: string, site: string): string[] {
  if (!URL.canParse(to, site + from)) return []
  const url = new URL(to, site + from)
  return url.origin === site ? [url.pathname + url.search + url.hash] : []
}
