import { parseEmbed } from '#lib/prose/embeds.ts'
import type { ProseMark, ProseNode } from '#lib/prose/prose.ts'
import { nestItems } from './lists.ts'

export interface Marks {
  bold: boolean
  italic: boolean
  href: string | null
}

export const plainMarks: Marks = { bold: false, italic: false, href: null }

/** Blocks as they come out of what was pasted: lines become paragraphs where one ends, and what is no text stands between them. */
export class Flow {
  private readonly done: ProseNode[] = []
  private line: ProseNode[] = []
  private after: ProseNode[] = []

  /** Words of the line; spaces are one, as a browser draws them, unless they are `kept`. */
  text(words: string, marks: Marks, isKept = false): void {
    const clean = readable(words)
    if (isKept) {
      for (const [index, part] of clean.split(/\r?\n/).entries()) {
        if (index > 0) this.break()
        if (part !== '') this.add(part, marks)
      }
      return
    }
    const last = this.line.at(-1)
    const isAfterSpace = !last || last.type === 'hardBreak' || last.text?.endsWith(' ')
    const collapsed = clean.replace(/[ \t\n\r\f]+/g, ' ')
    const text = isAfterSpace ? collapsed.replace(/^ /, '') : collapsed
    if (text !== '') this.add(text, marks)
  }

  break(): void {
    const last = this.line.at(-1)
    if (last?.text?.endsWith(' ')) this.trimLast(last)
    this.line.push({ type: 'hardBreak' })
  }

  /** Something in the line that is no text. */
  put(node: ProseNode): void {
    this.line.push(node)
  }

  /** Stands after the line in which it was found: pictures are blocks here. */
  later(node: ProseNode): void {
    this.after.push(node)
  }

  block(node: ProseNode): void {
    this.end()
    this.done.push(node)
  }

  /** Ends the line. An empty one is none; two breaks in a row are the end of a paragraph. */
  end(): void {
    for (const line of splitAtGaps(this.line)) this.done.push(embedOf(line) ?? { type: 'paragraph', content: line })
    this.line = []
    this.done.push(...this.after)
    this.after = []
  }

  blocks(): ProseNode[] {
    this.end()
    return nestItems(this.done)
  }

  private add(text: string, marks: Marks): void {
    const list = marksOf(marks)
    const last = this.line.at(-1)
    if (last?.text !== undefined && isSame(last.marks, list)) last.text += text
    else this.line.push({ type: 'text', text, ...(list.length > 0 && { marks: list }) })
  }

  private trimLast(last: ProseNode): void {
    last.text = last.text?.trimEnd() ?? ''
    if (last.text === '') this.line.pop()
  }
}

/** Marks in the order of the schema. */
function marksOf({ bold, italic, href }: Marks): ProseMark[] {
  return [
    ...(href === null ? [] : [{ type: 'link', attrs: { href } }]),
    ...(bold ? [{ type: 'bold' }] : []),
    ...(italic ? [{ type: 'italic' }] : []),
  ]
}

function isSame(some: readonly ProseMark[] = [], others: readonly ProseMark[] = []): boolean {
  return (
    some.length === others.length &&
    some.every((mark, index) => mark.type === others[index]?.type && mark.attrs?.href === others[index]?.attrs?.href)
  )
}

/** Without what nobody sees and searches stumble over; of spaces that do not break, those that keep something together. */
function readable(words: string): string {
  const clean = words.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\u00ad\u200b\u2060\ufeff\ufffc]/gu, '')
  if (!clean.includes('\u00a0')) return clean
  return clean.replace(
    /(.?)\u00a0(?=(.?))/gsu,
    (_, before: string, after: string) => before + (isBinding(before, after) ? '\u00a0' : ' '),
  )
}

function isBinding(before: string, after: string): boolean {
  return /[!?:;»%€]/.test(after) || before === '«' || (/\d/.test(before) && /[\p{L}\d]/u.test(after))
}

function splitAtGaps(line: readonly ProseNode[]): ProseNode[][] {
  const lines: ProseNode[][] = [[]]
  line.forEach((node, index) => {
    const isGap = node.type === 'hardBreak' && line[index + 1]?.type === 'hardBreak'
    if (isGap) lines.push([])
    else lines.at(-1)?.push(node)
  })
  return lines.map(trimmed).filter(nodes => nodes.length > 0)
}

/** Without spaces and breaks at its ends. */
export function trimmed(line: readonly ProseNode[]): ProseNode[] {
  const nodes = [...line]
  for (let first = nodes[0]; first; first = nodes[0]) {
    const text = first.text?.trimStart()
    if (first.type !== 'hardBreak' && text !== '') {
      if (text !== undefined) nodes[0] = { ...first, text }
      break
    }
    nodes.shift()
  }
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    const text = last.text?.trimEnd()
    if (last.type !== 'hardBreak' && text !== '') {
      if (text !== undefined) nodes[nodes.length - 1] = { ...last, text }
      break
    }
    nodes.pop()
  }
  return nodes
}

/** A line that is nothing but the address of something that can be shown. */
function embedOf(line: readonly ProseNode[]): ProseNode | null {
  const [only, ...others] = line
  if (!only?.text || others.length > 0 || !/^(https?:\/\/|www\.|[a-z.]+\/)\S+$/i.test(only.text)) return null
  const href = only.marks?.find(({ type }) => type === 'link')?.attrs?.href
  const found = parseEmbed(String(href ?? only.text))
  return found && embedNode(found)
}

export function embedNode({ provider, id }: { provider: string; id: string }): ProseNode {
  return { type: 'embed', attrs: { provider, id, title: '', mediaId: null } }
}
