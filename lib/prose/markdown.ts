import MarkdownIt, { type Token } from 'markdown-it'
import { parseEmbed } from './embeds.ts'
import { InlineReader } from './markdown-inline.ts'
import { houseMarkdown } from './markdown-rules.ts'
import { checkProse, type ProseCheck, type ProseNode } from './prose.ts'

/** Turns what Markdown can only name (`art:her-window`, `person:spike-jonze`, `work:her`) into ids. Null when unknown. */
export interface MarkdownReferences {
  picture(key: string): string | null
  mention(kind: 'work' | 'person', slug: string): string | null
}

/**
 * Reads Markdown as a checked document: CommonMark and its tables, and
 * - `:::pull`, `:::spoiler Label`, `:::callout Title`, and `:::gallery Caption` around pictures;
 * - `||inline spoiler||`, `[name](person:slug)`, `[^label]` with `[^label]: words`, or `^[words]` for a footnote;
 * - on a line of its own `![alt](art:key "caption")`, the address of something that can be shown, or `![Title](address)` for it;
 * - `Table: caption` as the paragraph after a table.
 * HTML in it is plain text. Refuses, with a sentence, a reference that leads nowhere, a footnote that is not called and whatever the
 * check refuses.
 */
export function proseFromMarkdown(markdown: string, references: MarkdownReferences): ProseCheck {
  const tokens = houseMarkdown().parse(markdown, {})
  const notes = notesOf(tokens)
  const reader = new InlineReader(references, notes)
  const content = blocksOf(tokens, reader)
  const stray = [...notes.keys()].find(label => !reader.called.has(label))
  if (reader.problem) return { ok: false, problem: reader.problem }
  if (stray !== undefined) return { ok: false, problem: `The footnote “${stray}” is not called anywhere in the text.` }
  if (content.some(isMixed)) return { ok: false, problem: 'A gallery holds pictures, and nothing else.' }
  return checkProse({ type: 'doc', content })
}

/** A line with typographic quotes, dashes and ellipses, as `proseFromMarkdown` makes them, and nothing else changed. */
export function typographic(line: string): string {
  const [inline] = MarkdownIt('zero', { typographer: true, quotes: '“”‘’' })
    .enable(['smartquotes', 'replacements'])
    .parseInline(line, {})
  return (inline?.children ?? []).map(token => token.content).join('')
}

const infoOf = (token: Token) => token.info.trim().replace(/^\w+\s*/, '')

const blocks: Record<string, (token: Token) => ProseNode> = {
  paragraph_open: () => ({ type: 'paragraph' }),
  heading_open: token => ({ type: 'heading', attrs: { level: token.tag === 'h3' ? 3 : 2 } }),
  blockquote_open: () => ({ type: 'blockquote' }),
  bullet_list_open: () => ({ type: 'bulletList' }),
  ordered_list_open: token => ({ type: 'orderedList', attrs: { start: Number(token.attrGet('start') ?? 1) } }),
  list_item_open: () => ({ type: 'listItem' }),
  table_open: () => ({ type: 'table', attrs: { caption: '' } }),
  tr_open: () => ({ type: 'tableRow' }),
  th_open: () => ({ type: 'tableHeader' }),
  td_open: () => ({ type: 'tableCell' }),
  container_pull_open: () => ({ type: 'pullQuote' }),
  container_spoiler_open: token => ({ type: 'spoiler', attrs: { label: infoOf(token) } }),
  container_callout_open: token => ({ type: 'callout', attrs: { title: infoOf(token) } }),
  container_gallery_open: token => ({ type: 'gallery', attrs: { caption: infoOf(token) } }),
}

/** The words of the notes that stand by themselves, by label. */
function notesOf(tokens: Token[]): Map<string, Token[]> {
  const notes = new Map<string, Token[]>()
  for (const [index, { type, info }] of tokens.entries())
    if (type === 'note_open' && !notes.has(info)) notes.set(info, tokens[index + 1]?.children ?? [])
  return notes
}

function blocksOf(tokens: Token[], reader: InlineReader): ProseNode[] {
  const root: ProseNode = { type: 'doc', content: [] }
  const open = [root]
  for (const [index, token] of tokens.entries()) {
    const parent = open.at(-1) ?? root
    const make = blocks[token.type]
    if (make) {
      const node: ProseNode = { ...make(token), content: [] }
      parent.content?.push(node)
      open.push(node)
    } else if (token.type === 'inline' && tokens[index - 1]?.type !== 'note_open')
      parent.content?.push(...inBlock(parent, reader.read(token.children ?? [])))
    else if (token.type === 'embed') parent.content?.push(embedIn(parent, token.content))
    else if (token.type === 'hr') parent.content?.push({ type: 'horizontalRule' })
    else if (token.nesting === -1 && token.type.replace(/close$/, 'open') in blocks) open.pop()
  }
  return settle(root.content ?? [])
}

/** Cells hold paragraphs, and Markdown's hold lines. */
function inBlock({ type }: ProseNode, line: ProseNode[]): ProseNode[] {
  return type === 'tableCell' || type === 'tableHeader' ? [{ type: 'paragraph', content: line }] : line
}

/** Where nothing can be shown, the address is a link. */
function embedIn({ type }: ProseNode, address: string): ProseNode {
  if (type === 'doc' || type === 'spoiler') return { type: 'embed', attrs: { ...parseEmbed(address) } }
  const link = { type: 'link', attrs: { href: address } }
  return { type: 'paragraph', content: [{ type: 'text', text: address, marks: [link] }] }
}

/** Puts in their places what Markdown can only write as paragraphs: pictures that stand alone, galleries, and captions of tables. */
function settle(nodes: ProseNode[]): ProseNode[] {
  const settled: ProseNode[] = []
  for (const node of nodes) {
    const [only, ...others] = node.content ?? []
    const before = settled.at(-1)
    const caption = before?.type === 'table' && node.type === 'paragraph' ? /^Table: (.+)/.exec(wordsOf(node)) : null
    if (before && caption) before.attrs = { caption: caption[1] }
    else if (node.type === 'paragraph' && only && others.length === 0 && isLifted(only)) settled.push(only)
    else if (node.type === 'gallery') settled.push({ ...node, content: picturesOf(node) })
    else if (node.type === 'tableCell' || node.type === 'tableHeader') settled.push(node)
    else settled.push(node.content ? { ...node, content: settle(node.content) } : node)
  }
  return settled
}

/** Figures are blocks, and Markdown's images are not. */
function isLifted({ type }: ProseNode): boolean {
  return type === 'figure' || type === 'embed'
}

function picturesOf({ content = [] }: ProseNode): ProseNode[] {
  return content.flatMap(node =>
    node.type === 'paragraph' ? (node.content ?? []).filter(({ text }) => text?.trim() !== '') : [node],
  )
}

function isMixed({ type, content = [] }: ProseNode): boolean {
  return type === 'gallery' ? content.some(node => node.type !== 'figure') : content.some(isMixed)
}

function wordsOf({ content = [] }: ProseNode): string {
  return content.map(({ text = '', attrs }) => text || String(attrs?.label ?? '')).join('')
}
