import { cleanAddress } from '#lib/links/addresses.ts'
import type { ProseNode } from '#lib/prose/prose.ts'

/**
 * Plain text as paragraphs: an empty line ends one. Lines that follow each other are lines of one paragraph where empty lines part the
 * text (joined, when the lines were broken at a width, as mail programs do), and paragraphs of their own where none do. With `siteUrl`
 * addresses in it are links.
 */
export function plainBlocks(text: string, siteUrl: string | null = null): ProseNode[] {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(/[^\P{Cc}\t\n]|[\u200b\u2060\ufeff\ufffc]/gu, '')
  const parts = clean.split(/\n[ \t]*\n\s*/)
  const lines = parts.length === 1 ? clean.split('\n').map(line => [line]) : parts.map(part => part.split('\n'))
  const isBroken = isBrokenAtWidth(lines)
  return lines
    .map(part => lineNodes(part, isBroken).flatMap(node => withLinks(node, siteUrl)))
    .flatMap(content => (content.length > 0 ? [{ type: 'paragraph', content }] : []))
}

/** One line of plain text: for places that hold no paragraphs. */
export function plainLine(text: string): string {
  return plainBlocks(text)
    .map(({ content = [] }) => content.map(node => node.text ?? ' ').join(''))
    .join(' ')
}

/**
 * Whether plain text is Markdown beyond doubt: something that only Markdown writes (a heading, a fence, a link, an image, a table's
 * rule), or two different things that it mostly is (lists, quotes, strong words). A dash at the start of a line alone is speech.
 */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, 50_000)
  const sure = [
    /^#{1,6} \S.*$/m,
    /^(```|~~~)[\w-]*\s*$/m,
    /!?\[[^\]\n]+\]\((https?:\/\/|\/|mailto:|work:|person:|art:)[^)\s]*( "[^"]*")?\)/,
    /^\[\^[\w-]+\]:\s/m,
    /^:::\s*\w+/m,
    /^\|?[ :-]*-{3,}[ :-]*\|[-| :]*$/m,
    /\|\|[^|\n]+\|\|/,
  ]
  if (/^#!/.test(start)) return false
  if (sure.some(pattern => pattern.test(start))) return true
  const likely = [
    /^[*+-] \S.*\n[*+-] \S/m,
    /^\d{1,3}[.)] \S.*\n\d{1,3}[.)] \S/m,
    /^> \S/m,
    /(^|[\s(])\*\*\S[^*\n]*\S\*\*/,
    /(^|[\s(])[*_][^\s*_][^*_\n]*[^\s*_][*_]([\s.,;:!?)]|$)/,
    /^(---|\*\*\*|___)\s*$/m,
  ]
  return likely.filter(pattern => pattern.test(start)).length >= 2
}

/** Addresses that stand in words, without the punctuation that follows them. */
function _withLinks(node: ProseNode, siteUrl: string | null): ProseNode[] {
  if (siteUrl === null || !node.text?.includes('://')) return [node]
  return node.text.split(/(https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]])/i).flatMap((text, index) => {
    const href = index % 2 === 1 ? cleanAddress(text, siteUrl) : null
    if (text === '') return []
    return [{ type: 'text', text, ...(href !== null && { marks: [{ type: 'link', attrs: { href } }] }) }]
  })
}

/** Addresses that stand in words, without the punctuation that follows them. */
function withLinks(node: ProseNode, siteUrl: string | null): ProseNode[] {
  if (siteUrl === null || !node.text?.includes('://')) return [node]
  return node.text.split(/(https?:\/\/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]])/i).flatMap((text, index) => {
    const href = index % 2 === 1 ? cleanAddress(text, siteUrl) : null
    if (text === '') return []
    return [{ type: 'text', text, ...(href !== null && { marks: [{ type: 'link', attrs: { href } }] }) }]
  })
}

/** Whether lines end where a program broke them and not where somebody did: all but the last of a paragraph are about as long. */
function isBrokenAtWidth(parts: string[][]): boolean {
  const inner = parts.flatMap(part => part.slice(0, -1).map(line => line.trimEnd().length))
  if (inner.length < 3) return false
  const long = inner.filter(length => length >= 55 && length <= 100)
  return long.length / inner.length > 0.8
}

function lineNodes(lines: string[], isBroken: boolean): ProseNode[] {
  const words = lines.map(line => line.replace(/[ \t]+/g, ' ').trim()).filter(line => line !== '')
  if (isBroken) return words.length > 0 ? [{ type: 'text', text: words.join(' ') }] : []
  return words.flatMap((text, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), { type: 'text', text }])
}
