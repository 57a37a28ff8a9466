import { finished } from 'node:stream/promises'
import { RewritingStream } from 'parse5-html-rewriting-stream'
import type { Editor } from '#lib/auth/editor.ts'
import { env } from '#lib/env.ts'
import { OutgoingError } from '#lib/fetching/outgoing.ts'
import { type FetchLimits, fetchOutside, startOf } from '#lib/fetching/safe-fetch.ts'

export interface OutsidePage {
  /** What the page is called, in one line; empty when it does not say. */
  title: string
  /** The picture that it stands with when it is shared: an absolute address, or null. */
  picture: string | null
}

// The head is at the beginning: what follows it is not waited for.
const mostRead = 512 * 1024

/**
 * Fetches a page for its title and picture. Null when it is no page, or answers that it is not there; throws OutgoingError when nothing
 * comes.
 */
export async function fetchPage(address: string, limits: FetchLimits): Promise<OutsidePage | null> {
  const wants = { accept: 'text/html,application/xhtml+xml;q=0.9', patience: 8_000, ...limits }
  return fetchOutside(address, wants, async (answer, body) => {
    if (answer.status !== 200 || !/^(text\/html|application\/xhtml\+xml)$/.test(answer.type)) return null
    return readPage(decoded(await startOf(body, mostRead), answer.charset), answer.address)
  })
}

/** The title and picture that the HTML of a page at this address names. What it says for sharing goes before its `title`. */
export async function readPage(html: string, address: string): Promise<OutsidePage> {
  const said = new Map<string, string>()
  const reader = new RewritingStream()
  let isTitle = false
  reader.on('startTag', ({ tagName, attrs }) => {
    // Drawings have titles as well.
    isTitle = tagName === 'title' && !said.has('title')
    if (tagName !== 'meta') return
    const name = attrs.find(attr => attr.name === 'property' || attr.name === 'name')?.value.toLowerCase()
    const content = attrs.find(attr => attr.name === 'content')?.value
    if (name && content && !said.has(name)) said.set(name, content)
  })
  reader.on('text', ({ text }) => {
    if (isTitle) said.set('title', (said.get('title') ?? '') + text)
  })
  reader.on('endTag', () => {
    isTitle = false
  })
  reader.resume()
  reader.end(html)
  await finished(reader)
  const picture = said.get('og:image:secure_url') ?? said.get('og:image') ?? said.get('twitter:image')
  const url = picture ? URL.parse(picture, address) : null
  return {
    title: lineOf(said.get('og:title') ?? said.get('title') ?? said.get('twitter:title') ?? ''),
    picture: url && /^https?:$/.test(url.protocol) ? url.href : null,
  }
}

function decoded(bytes: Buffer, charset: string | null): string {
  const label = charset ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 2_048).toString('latin1'))?.[1]
  try {
    return new TextDecoder(label ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** One line without what cannot be seen, at most 300 characters. */
export function lineOf(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200b\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, 300)
}

/** What a page outside is called, for an editor who wants to link to it; empty when it does not say, or nothing answers. */
export async function fetchTitle(_editor: Editor, address: string): Promise<string> {
  try {
    return (await fetchPage(address, { allowsPrivate: env().ALLOW_PRIVATE_HOSTS, patience: 6_000 }))?.title ?? ''
  } catch (error) {
    if (error instanceof OutgoingError) return ''
    throw error
  }
}
