import { embedProvider } from '#lib/prose/embeds.ts'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'

// A text as lines: what stands in it one below the other, each with what it is, its words, and whatever else is true of it. Two texts
// are compared line by line, so that a changed cell is one changed cell and not another table.

/** Something of a line that is not its words: "Description", "Goes to". */
export interface Fact {
  name: string
  text: string
}

export interface Line {
  /** "Heading", "Quote", "In a callout · list item"; empty for a plain paragraph. */
  role: string
  text: string
  facts: Fact[]
  /** Stretches in bold, in italics, covered, or linked: the mark in words, and the stretch. */
  marks: { mark: string; text: string }[]
  /** Of a picture. */
  mediaId: string | null
}

/** The lines of a text, in reading order. Empty paragraphs say nothing, to readers neither. */
export function linesOf(prose: Prose): Line[] {
  return (prose.content ?? [])
    .flatMap(block => linesIn(block, []))
    .filter(({ role, text }) => role !== '' || text !== '')
}

/** Two lines with one key say the same in the same way. */
export function keyOf({ role, text, facts, marks }: Line): string {
  return JSON.stringify([role, text, facts, marks])
}

function linesIn(node: ProseNode, within: string[]): Line[] {
  const inside = (name: string) => (node.content ?? []).flatMap(child => linesIn(child, [...within, name]))
  const titled = (name: string, title: unknown) => line([...within, name], { text: String(title ?? '') })
  switch (node.type) {
    case 'paragraph':
      return [words(node, within)]
    case 'heading':
      return [words(node, [...within, node.attrs?.level === 3 ? 'Smaller heading' : 'Heading'])]
    case 'blockquote':
      return inside('Quote')
    case 'pullQuote':
      return inside('Pull quote')
    case 'bulletList':
      return inside('List')
    case 'orderedList':
      return inside('Numbered list')
    case 'spoiler':
      return [titled('Spoiler', node.attrs?.label), ...inside('In a spoiler')]
    case 'callout':
      return [titled('Callout', node.attrs?.title), ...inside('In a callout')]
    case 'table':
      return [titled('Table', node.attrs?.caption), ...inside('Table')]
    case 'tableHeader':
      return cell(node, within, 'head cell')
    case 'tableCell':
      return cell(node, within, 'cell')
    case 'gallery':
      return [titled('Gallery', node.attrs?.caption), ...inside('In a gallery')]
    case 'figure':
      return [figure(node, within)]
    case 'embed':
      return [embed(node, within)]
    case 'horizontalRule':
      return [line([...within, 'Divider'])]
    default:
      return (node.content ?? []).flatMap(child => linesIn(child, within))
  }
}

function line(roles: string[], rest: Partial<Omit<Line, 'role'>> = {}): Line {
  // Said once: a list in a list is a list.
  const role = [...new Set(roles)].join(' · ')
  return { role, text: '', facts: [], marks: [], mediaId: null, ...rest }
}

function words(block: ProseNode, within: string[]): Line {
  return line(within, { text: textOf(block), marks: marksOf(block) })
}

function cell(node: ProseNode, within: string[], name: string): Line[] {
  const { colspan, rowspan } = node.attrs ?? {}
  const spans = [
    ...(Number(colspan) > 1 ? [`${colspan} columns wide`] : []),
    ...(Number(rowspan) > 1 ? [`${rowspan} rows high`] : []),
  ]
  const facts = spans.length > 0 ? [{ name: 'Covers', text: spans.join(', ') }] : []
  return (node.content ?? [])
    .flatMap(child => linesIn(child, [...within, name]))
    .map((each, index) => (index === 0 ? { ...each, facts } : each))
}

function figure({ attrs }: ProseNode, within: string[]): Line {
  const mediaId = String(attrs?.mediaId)
  return line([...within, 'Picture'], {
    mediaId,
    text: String(attrs?.caption ?? ''),
    facts: facts({ Picture: mediaId, Description: attrs?.alt, Credit: attrs?.credit }),
  })
}

function embed({ attrs }: ProseNode, within: string[]): Line {
  return line([...within, embedProvider(attrs?.provider)?.name ?? 'Embedded'], {
    mediaId: typeof attrs?.mediaId === 'string' ? attrs.mediaId : null,
    text: String(attrs?.title ?? ''),
    facts: facts({ Shows: attrs?.id, Picture: attrs?.mediaId }),
  })
}

function facts(given: Record<string, unknown>): Fact[] {
  return Object.entries(given).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [{ name, text: value }] : [],
  )
}

/** Footnotes stand where they are called, in brackets. */
function textOf(block: ProseNode): string {
  return (block.content ?? []).map(inlineText).join('')
}

function inlineText(node: ProseNode): string {
  if (node.type === 'footnote') return ` [Note: ${textOf(node)}]`
  return node.type === 'hardBreak' ? '\n' : (node.text ?? String(node.attrs?.label ?? ''))
}

const markWords: Record<string, string> = { bold: 'bold', italic: 'italics', inlineSpoiler: 'a spoiler' }

/** Neighbours with one mark are one stretch. */
function marksOf(block: ProseNode): Line['marks'] {
  const found: Line['marks'] = []
  let open = new Map<string, { mark: string; text: string }>()
  for (const node of block.content ?? []) {
    const next = new Map<string, { mark: string; text: string }>()
    for (const mark of sayings(node)) {
      const stretch = open.get(mark) ?? { mark, text: '' }
      if (stretch.text === '') found.push(stretch)
      stretch.text += inlineText(node)
      next.set(mark, stretch)
    }
    open = next
  }
  return found
}

function sayings(node: ProseNode): string[] {
  const marks = (node.marks ?? []).flatMap(({ type, attrs }) => {
    if (type === 'link') return [`a link to ${String(attrs?.href)}`]
    return markWords[type] ?? []
  })
  if (node.type === 'footnote') return marks.concat((node.content ?? []).flatMap(sayings))
  return node.type === 'mention' ? [...marks, `the name of a ${String(attrsKind(node))}`] : marks
}

function attrsKind({ attrs }: ProseNode): string {
  return attrs?.kind === 'person' ? 'person' : 'work'
}
