import { descriptionRoom, room, titleRoom } from '#lib/markup/fit.ts'
import { all, type Element, readDocument, sourceOf } from './document.ts'
import { markupFindings, nodesOf } from './graph.ts'
import { shownFindings } from './shown.ts'

/** A page as a machine sees it: what it is called, and what is wrong with it. */
export interface PageReading {
  title: string
  description: string
  canonical: string
  isIndexed: boolean
  findings: string[]
}

const previews = ['max-image-preview:large', 'max-snippet:-1', 'max-video-preview:-1']
const absolute = /^https?:\/\/[^/\s]+\/\S*$/
const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/

/** Reads a reader's page at `path` (with its query) and holds it against the rules of engines and of social cards. */
export async function readPage(html: string, path: string): Promise<PageReading> {
  const document = await readDocument(html)
  const head = new Head(document)
  const isIndexed = !head.meta('robots').includes('noindex')
  const json = all(document, 'script', { type: 'application/ld+json' }).map(sourceOf)
  const [markup = ''] = json
  return {
    title: head.title,
    description: head.meta('description'),
    canonical: head.canonical,
    isIndexed,
    findings: [
      ...headFindings(head, path, isIndexed),
      ...socialFindings(head),
      ...(json.length === 1 ? markupFindings(markup) : [`has ${json.length} scripts of JSON-LD instead of one`]),
      ...placeFindings(markup, path),
      ...shownFindings(document, nodesOf(markup), head),
    ],
  }
}

/** The head of a document, by name. */
export class Head {
  readonly title: string
  readonly #document: Element

  constructor(document: Element) {
    this.#document = document
    this.title = all(document, 'title')
      .slice(0, 1)
      .map(title => sourceOf(title))
      .join('')
  }

  /** Of `name` or `property`; empty where there is none, or more than one. */
  meta(name: string): string {
    const [content = '', ...others] = this.metas(name)
    return others.length > 0 ? '' : content
  }

  metas(name: string): string[] {
    return ['name', 'property'].flatMap(key =>
      all(this.#document, 'meta', { [key]: name }).flatMap(({ attributes }) => attributes.content ?? []),
    )
  }

  links(rel: string): Element['attributes'][] {
    return all(this.#document, 'link', { rel }).map(link => link.attributes)
  }

  get canonical(): string {
    const [link, ...others] = this.links('canonical')
    return others.length > 0 ? '' : (link?.href ?? '')
  }
}

function headFindings(head: Head, path: string, isIndexed: boolean): string[] {
  const { title, canonical } = head
  const description = head.meta('description')
  const robots = head.meta('robots')
  const languages = head.links('alternate').filter(({ hreflang }) => hreflang)
  return said({
    'has no title': title === '',
    [`title does not fit: ${title}`]: room(title) > titleRoom,
    'has not one description': description === '',
    [`description does not fit: ${description}`]: room(description) > descriptionRoom,
    [`is not its own canonical: ${canonical}`]: !absolute.test(canonical) || pathOf(canonical) !== path,
    [`robots are told ${robots}`]: isIndexed
      ? !previews.every(directive => robots.includes(directive))
      : !robots.includes('follow') || robots.includes('nofollow'),
    'names no feed': head.links('alternate').every(({ type }) => type !== 'application/rss+xml'),
    'names other languages without itself, or without a default':
      languages.length > 0 &&
      (!languages.some(({ href }) => href === canonical) ||
        !languages.some(({ hreflang }) => hreflang === 'x-default')),
  })
}

function socialFindings(head: Head): string[] {
  const missing = [
    'og:title',
    'og:description',
    'og:type',
    'og:url',
    'og:site_name',
    'og:image',
    'og:image:alt',
    'og:image:width',
    'og:image:height',
    'og:image:type',
    'twitter:card',
    'twitter:title',
    'twitter:description',
    'twitter:image',
    'twitter:image:alt',
    ...(head.meta('og:type') === 'article' ? ['article:section'] : []),
  ].filter(name => head.meta(name) === '')
  return [
    ...missing.map(name => `has not one ${name}`),
    ...said({
      'og:url is not the canonical address': head.meta('og:url') !== head.canonical,
      'og:image is not absolute': !absolute.test(head.meta('og:image')),
      'twitter:image is not absolute': !absolute.test(head.meta('twitter:image')),
      'og:locale has no country': !/^[a-z]{2,3}_[A-Z]{2}$/.test(head.meta('og:locale')),
      'a large card has a small picture':
        head.meta('twitter:card') === 'summary_large_image' && Number(head.meta('og:image:width') || 1200) < 1200,
    }),
    ...(head.meta('og:type') === 'article'
      ? said({
          'article:published_time has no zone': !withZone.test(head.meta('article:published_time')),
          'article:modified_time has no zone': !withZone.test(head.meta('article:modified_time')),
          'article:author is no address': head.metas('article:author').some(author => !absolute.test(author)),
          'article:author is missing': head.metas('article:author').length === 0,
          'does not say where its card can be asked for': ['json', 'xml'].some(
            format => !head.links('alternate').some(({ type }) => type?.endsWith(`/${format}+oembed`)),
          ),
        })
      : []),
  ]
}

/** Every page but the first says where it stands, ending with itself. */
function placeFindings(markup: string, path: string): string[] {
  const has = (type: string) => markup.includes(`"@type":"${type}"`)
  if (path === '/')
    return said({ 'the front page is no WebSite with its Organization': !has('WebSite') || !has('Organization') })
  return said({ 'has no trail': !has('BreadcrumbList') })
}

function said(claims: Record<string, boolean>): string[] {
  return Object.entries(claims).flatMap(([says, isSo]) => (isSo ? [says] : []))
}

function pathOf(address: string): string {
  if (!URL.canParse(address)) return ''
  const { pathname, search } = new URL(address)
  return pathname + search
}
