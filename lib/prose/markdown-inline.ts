import type { Token } from 'markdown-it'
import { parseEmbed } from './embeds.ts'
import type { MarkdownReferences } from './markdown.ts'
import type { ProseMark, ProseNode } from './prose.ts'

interface Mention {
  kind: 'work' | 'person'
  slug: string
  label: string
  italic: boolean
}

/** A line, or the words of a note in it: what was read of it, and the marks that are open. */
interface Line {
  nodes: ProseNode[]
  marks: ProseMark[]
}

const markTypes: Record<string, string> = { em: 'italic', strong: 'bold', spoiler: 'inlineSpoiler' }

/** Reads the tokens of lines; what cannot be, it remembers in words, the first of it. */
export class InlineReader {
  problem: string | null = null
  readonly called = new Set<string>()
  private readonly references: MarkdownReferences
  private readonly notes: ReadonlyMap<string, Token[]>
  private isInNote = false

  /** `notes` are the words of notes that stand elsewhere, by label. */
  constructor(references: MarkdownReferences, notes: ReadonlyMap<string, Token[]>) {
    this.references = references
    this.notes = notes
  }

  read(tokens: Token[]): ProseNode[] {
    const lines: [Line, ...Line[]] = [{ nodes: [], marks: [] }]
    let mention: Mention | null = null
    for (const token of tokens) {
      const line = lines.at(-1) ?? lines[0]
      const known = /^(work|person):([a-z0-9-]+)$/.exec(String(token.attrGet('href') ?? ''))
      if (token.type === 'link_open' && known)
        mention = { kind: known[1] === 'work' ? 'work' : 'person', slug: known[2] ?? '', label: '', italic: false }
      else if (token.type === 'link_close' && mention) {
        line.nodes.push(this.mention(mention, line.marks))
        mention = null
      } else if (mention) {
        mention.label += token.content
        mention.italic ||= token.type === 'em_open'
      } else if (token.type === 'note_words_open') lines.push({ nodes: [], marks: [] })
      else if (token.type === 'note_words_close') {
        const words = lines.pop()?.nodes ?? []
        const around = lines.at(-1) ?? lines[0]
        around.nodes.push(this.note(words, around.marks))
      } else this.plain(token, line)
    }
    return lines[0].nodes
  }

  private plain(token: Token, { nodes, marks }: Line): void {
    const own = marks.length > 0 ? { marks: [...marks] } : {}
    if (token.type === 'text' || token.type === 'code_inline') {
      if (token.content) nodes.push({ type: 'text', text: token.content, ...own })
    } else if (token.type === 'softbreak') nodes.push({ type: 'text', text: ' ', ...own })
    else if (token.type === 'hardbreak') nodes.push({ type: 'hardBreak' })
    else if (token.type === 'image') nodes.push(this.picture(token))
    else if (token.type === 'note_call') nodes.push(this.call(token, marks))
    else if (token.type === 'link_open')
      marks.push({ type: 'link', attrs: { href: String(token.attrGet('href') ?? '') } })
    else if (token.type === 'link_close') close(marks, 'link')
    else toggle(marks, token)
  }

  private mention({ kind, slug, label, italic }: Mention, around: ProseMark[]): ProseNode {
    const id = this.references.mention(kind, slug)
    if (!id) this.problem ??= `“${label}” points at ${kind}:${slug}, which is not known.`
    const marks = italic ? [...around, { type: 'italic' }] : [...around]
    return { type: 'mention', attrs: { kind, id: id ?? '', label }, ...(marks.length > 0 && { marks }) }
  }

  private picture(token: Token): ProseNode {
    const source = String(token.attrGet('src') ?? '')
    const embedded = parseEmbed(source)
    if (embedded) return { type: 'embed', attrs: { ...embedded, title: token.content } }
    const key = source.replace(/^art:/, '')
    const mediaId = this.references.picture(key)
    if (!mediaId) this.problem ??= `The picture “${key}” is not known.`
    const [caption = '', credit = ''] = String(token.attrGet('title') ?? '').split(/(?=Drawing: )/)
    return {
      type: 'figure',
      attrs: { mediaId: mediaId ?? '', alt: token.content, caption: caption.trim(), credit: credit.trim() },
    }
  }

  /** The note of that label; the text that it is, where there is none. */
  private call({ info: label, content }: Token, marks: ProseMark[]): ProseNode {
    const tokens = this.notes.get(label)
    if (!tokens) return { type: 'text', text: content, ...(marks.length > 0 && { marks: [...marks] }) }
    if (this.isInNote) this.problem ??= noteInNote
    if (this.problem) return { type: 'footnote' }
    this.called.add(label)
    this.isInNote = true
    const words = this.read(tokens)
    this.isInNote = false
    return this.note(words, marks)
  }

  private note(words: ProseNode[], around: ProseMark[]): ProseNode {
    const content = this.onlyWords(words)
    if (content.length === 0) this.problem ??= 'A footnote has no words. Write some, or take it away.'
    return { type: 'footnote', content, ...(around.length > 0 && { marks: [...around] }) }
  }

  private onlyWords(nodes: ProseNode[]): ProseNode[] {
    return nodes.flatMap(node => {
      if (node.type === 'text' || node.type === 'mention') return [node]
      if (node.type === 'hardBreak') return [{ type: 'text', text: ' ' }]
      this.problem ??=
        node.type === 'footnote' ? noteInNote : 'A picture cannot stand in a footnote. Put it into the text.'
      return []
    })
  }
}

const noteInNote = 'A footnote cannot stand in a footnote. Put its words into one of them.'

function toggle(marks: ProseMark[], token: Token): void {
  const type = markTypes[token.type.replace(/_(open|close)$/, '')]
  if (!type) return
  if (token.nesting === 1) marks.push({ type })
  else close(marks, type)
}

function close(marks: ProseMark[], type: string): void {
  const at = marks.findLastIndex(mark => mark.type === type)
  if (at >= 0) marks.splice(at, 1)
}
