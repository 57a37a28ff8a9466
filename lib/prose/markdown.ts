import MarkdownIt, { type StateInline, type Token } from 'markdown-it'
import container from 'markdown-it-container'
import { checkProse, type ProseCheck, type ProseMark, type ProseNode } from './prose.ts'

/** Turns what Markdown can only name (`art:her-window`, `person:spike-jonze`, `work:her`) into ids. Null when unknown. */
export interface MarkdownReferences {
  picture(key: string): string | null
  mention(kind: 'work' | 'person', slug: string): string | null
}

/**
 * Reads Markdown (CommonMark, with `:::pull`, `:::spoiler Label`, `||inline spoiler||`, `![alt](art:key "caption")` on a line of
 * its own, and `[name](person:slug)`) as a checked document. HTML in it is plain text. Refuses, with a sentence, a reference that
 * leads nowhere and whatever the check refuses.
 */
export function proseFromMarkdown(markdown: string, references: MarkdownReferences): ProseCheck {
  const reader = new BlockReader(references)
  const content = reader.read(tokenizer().parse(markdown, {}))
  if (reader.problem) return { ok: false, problem: reader.problem }
  return checkProse({ type: 'doc', content })
}

/** A line with typographic quotes, dashes and ellipses, as `proseFromMarkdown` makes them, and nothing else changed. */
export function typographic(line: string): string {
  const [inline] = MarkdownIt('zero', { typographer: true, quotes: '“”‘’' })
    .enable(['smartquotes', 'replacements'])
    .parseInline(line, {})
  return (inline?.children ?? []).map(token => token.content).join('')
}

function tokenizer() {
  const markdown = MarkdownIt({ html: false, typographer: true, quotes: '“”‘’' })
    .use(container, 'pull')
    .use(container, 'spoiler')
  markdown.disable(['table', 'code', 'fence', 'strikethrough', 'linkify'])
  markdown.validateLink = () => true
  markdown.inline.ruler.before('text', 'textBeforeBars', textBeforeBars)
  markdown.inline.ruler.before('textBeforeBars', 'spoiler', inlineSpoiler)
  return markdown
}

/** Markdown's own rule for text reads over bars, which mean nothing to it: plain words end where bars begin. */
function textBeforeBars(state: StateInline, silent: boolean): boolean {
  const bars = state.src.indexOf('||', state.pos)
  if (bars <= state.pos || bars >= state.posMax) return false
  const words = state.src.slice(state.pos, bars)
  // What ends a text for Markdown is left to Markdown.
  if (/[\n!#$%&*+\-:<=>@[-`{}~]/.test(words)) return false
  if (!silent) state.pending += words
  state.pos = bars
  return true
}

/** `||words||`: an opening or closing token at each pair of bars. */
function inlineSpoiler(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('||', state.pos)) return false
  if (!silent) {
    const isOpen =
      state.tokens.filter(token => token.type === 'spoiler_open').length >
      state.tokens.filter(token => token.type === 'spoiler_close').length
    state.push(isOpen ? 'spoiler_close' : 'spoiler_open', 'span', isOpen ? -1 : 1)
  }
  state.pos += 2
  return true
}

const blocks: Record<string, (token: Token) => ProseNode> = {
  paragraph_open: () => ({ type: 'paragraph' }),
  heading_open: token => ({ type: 'heading', attrs: { level: token.tag === 'h3' ? 3 : 2 } }),
  blockquote_open: () => ({ type: 'blockquote' }),
  bullet_list_open: () => ({ type: 'bulletList' }),
  ordered_list_open: token => ({ type: 'orderedList', attrs: { start: Number(token.attrGet('start') ?? 1) } }),
  list_item_open: () => ({ type: 'listItem' }),
  container_pull_open: () => ({ type: 'pullQuote' }),
  container_spoiler_open: token => ({
    type: 'spoiler',
    attrs: { label: token.info.trim().replace(/^spoiler\s*/, '') },
  }),
}

interface Mention {
  kind: 'work' | 'person'
  slug: string
  label: string
  italic: boolean
}

const markTypes: Record<string, string> = { em: 'italic', strong: 'bold', spoiler: 'inlineSpoiler' }

class BlockReader {
  problem: string | null = null
  private readonly references: MarkdownReferences

  constructor(references: MarkdownReferences) {
    this.references = references
  }

  read(tokens: Token[]): ProseNode[] {
    const root: ProseNode = { type: 'doc', content: [] }
    const open = [root]
    for (const token of tokens) {
      const parent = open.at(-1) ?? root
      const make = blocks[token.type]
      if (make) {
        const node: ProseNode = { ...make(token), content: [] }
        parent.content?.push(node)
        open.push(node)
      } else if (token.type === 'inline') parent.content?.push(...this.inline(token.children ?? []))
      else if (token.type === 'hr') parent.content?.push({ type: 'horizontalRule' })
      else if (token.nesting === -1) open.pop()
    }
    return liftFigures(root.content ?? [])
  }

  private inline(tokens: Token[]): ProseNode[] {
    const nodes: ProseNode[] = []
    const marks: ProseMark[] = []
    let mention: Mention | null = null
    for (const token of tokens) {
      const href = String(token.attrGet('href') ?? '')
      const known = /^(work|person):([a-z0-9-]+)$/.exec(href)
      if (token.type === 'link_open' && known)
        mention = { kind: known[1] === 'work' ? 'work' : 'person', slug: known[2] ?? '', label: '', italic: false }
      else if (token.type === 'link_close' && mention) {
        nodes.push(this.mention(mention, marks))
        mention = null
      } else if (mention) {
        mention.label += token.content
        mention.italic ||= token.type === 'em_open'
      } else this.plain(token, marks, nodes, href)
    }
    return nodes
  }

  private plain(token: Token, marks: ProseMark[], nodes: ProseNode[], href: string): void {
    const own = marks.length > 0 ? { marks: [...marks] } : {}
    if (token.type === 'text' || token.type === 'code_inline') {
      if (token.content) nodes.push({ type: 'text', text: token.content, ...own })
    } else if (token.type === 'softbreak') nodes.push({ type: 'text', text: ' ', ...own })
    else if (token.type === 'hardbreak') nodes.push({ type: 'hardBreak' })
    else if (token.type === 'image') nodes.push(this.figure(token))
    else if (token.type === 'link_open') marks.push({ type: 'link', attrs: { href } })
    else if (token.type === 'link_close')
      marks.splice(
        marks.findIndex(mark => mark.type === 'link'),
        1,
      )
    else toggle(marks, token)
  }

  private mention({ kind, slug, label, italic }: Mention, around: ProseMark[]): ProseNode {
    const id = this.references.mention(kind, slug)
    if (!id) this.problem ??= `“${label}” points at ${kind}:${slug}, which is not known.`
    const marks = italic ? [...around, { type: 'italic' }] : [...around]
    return { type: 'mention', attrs: { kind, id: id ?? '', label }, ...(marks.length > 0 && { marks }) }
  }

  private figure(token: Token): ProseNode {
    const key = String(token.attrGet('src') ?? '').replace(/^art:/, '')
    const mediaId = this.references.picture(key)
    if (!mediaId) this.problem ??= `The picture “${key}” is not known.`
    const [caption = '', credit = ''] = String(token.attrGet('title') ?? '').split(/(?=Drawing: )/)
    return {
      type: 'figure',
      attrs: { mediaId: mediaId ?? '', alt: token.content, caption: caption.trim(), credit: credit.trim() },
    }
  }
}

function toggle(marks: ProseMark[], token: Token): void {
  const type = markTypes[token.type.replace(/_(open|close)$/, '')]
  if (!type) return
  if (token.nesting === 1) marks.push({ type })
  else
    marks.splice(
      marks.findIndex(mark => mark.type === type),
      1,
    )
}

/** A picture alone in its paragraph is a figure in place of it: figures are blocks, and Markdown's images are not. */
function liftFigures(nodes: ProseNode[]): ProseNode[] {
  return nodes.map(node => {
    const [only, ...others] = node.content ?? []
    if (node.type === 'paragraph' && only?.type === 'figure' && others.length === 0) return only
    return node.content ? { ...node, content: liftFigures(node.content) } : node
  })
}
