import { aliasOf } from '#lib/addresses/aliases.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { readableReview } from '#lib/reviews/desk-queries-review.ts'
import { contentOf } from '#lib/reviews/working-copy.ts'
import { type CheckedLink, linksIn } from './links.ts'

/** The most links of one review that are checked. */
export const mostLinks = 300

/** The links of a review that this editor may read, and how each stands; null when it is not theirs to read. Asks nobody outside. */
export async function listLinks(editor: Editor, reviewId: string): Promise<CheckedLink[] | null> {
  const review = await readableReview(editor, reviewId)
  if (!review) return null
  const links = linksIn(contentOf(review).body).slice(0, mostLinks)
  const own = await checkOwn(links.filter(({ href }) => href.startsWith('/')))
  const outside = await readOutside(links.filter(({ href }) => isOutside(href)))
  return [...own, ...outside].sort((a, b) => orderOf(a, links) - orderOf(b, links))
}

/** Whether a link leads to another site. */
export function isOutside(href: string): boolean {
  return /^https?:\/\//i.test(href)
}

/** The address that is asked for: without the place on the page, which no server is told. */
export function askedAddress(href: string): string {
  const url = new URL(href)
  url.hash = ''
  return url.href
}

type Link = Pick<CheckedLink, 'href' | 'text'>

/** Our own pages stand in the address table, which readers' requests go by as well. */
async function checkOwn(links: Link[]): Promise<CheckedLink[]> {
  const pathOf = ({ href }: Link) => decodedPath(new URL(href, 'http://here').pathname)
  const rows = await db().address.findMany({ where: { path: { in: [...new Set(links.map(pathOf))] } } })
  const byPath = new Map(rows.map(row => [row.path, row]))
  return links.map(link => {
    const path = pathOf(link)
    const known = { ...link, answer: '', target: null, checkedAt: null }
    const alias = aliasOf(path)
    if (alias) return { ...known, state: 'moved', target: alias }
    if (isForMachines(path)) return { ...known, state: 'fine' }
    const row = byPath.get(path)
    if (!row) return { ...known, state: 'broken' }
    if (row.state === 'moved')
      return { ...known, state: 'moved', target: `${row.target}${new URL(link.href, 'http://here').hash}` }
    return { ...known, state: row.state === 'live' ? 'fine' : 'gone' }
  })
}

/** Feeds, pictures and files are no pages, and stand in no table. */
function isForMachines(path: string): boolean {
  return /^\/(feeds|media|sitemaps|cards)\//.test(path) || /^\/[^/]+\.(xml|txt|json)$/.test(path)
}

function decodedPath(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path
}

async function readOutside(links: Link[]): Promise<CheckedLink[]> {
  const rows = await db().linkCheck.findMany({
    where: { address: { in: links.map(({ href }) => askedAddress(href)) } },
  })
  const byAddress = new Map(rows.map(row => [row.address, row]))
  return links.map(link => {
    const row = byAddress.get(askedAddress(link.href))
    return {
      ...link,
      state: row?.state ?? 'waiting',
      answer: row?.answer ?? '',
      target: row?.target ?? null,
      checkedAt: row?.checkedAt?.toISOString() ?? null,
    }
  })
}

function orderOf({ href }: Link, links: Link[]): number {
  return links.findIndex(link => link.href === href)
}
