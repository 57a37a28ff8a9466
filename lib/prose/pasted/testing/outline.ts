import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5'
import type { ProseNode } from '#lib/prose/prose.ts'
import { type PastedElement, treeOf } from '../tree.ts'

type Node = DefaultTreeAdapterTypes.Node

/** HTML as a browser parses it, without one. */
export function parse(html: string): PastedElement {
  return treeOf<Node>(parseHtml(html, { scriptingEnabled: false }), node => {
    if (node.nodeName === '#text' && 'value' in node) return { text: node.value }
    if (!('childNodes' in node)) return null
    return { tag: node.nodeName, attrs: 'attrs' in node ? node.attrs : [], children: node.childNodes }
  })
}

/** Blocks as somebody would write them down, a line each: what tests compare. */
export function outline(blocks: readonly ProseNode[]): string {
  return blocks.map(block => lines(block, '').join('\n')).join('\n')
}

function lines(block: ProseNode, indent: string): string[] {
  const { type, attrs = {}, content = [] } = block
  const below = (prefix: string) => [
    `${indent}${prefix}`.trimEnd(),
    ...content.flatMap(node => lines(node, `${indent}  `)),
  ]
  if (type === 'paragraph') return [`${indent}${inline(content)}`]
  if (type === 'heading') return [`${indent}${'#'.repeat(Number(attrs.level))} ${inline(content)}`]
  if (type === 'horizontalRule') return [`${indent}---`]
  if (type === 'picture')
    return [
      `${indent}picture ${[attrs.src, attrs.alt, attrs.caption, attrs.credit].map(part => String(part).slice(0, 60)).join(' | ')}`,
    ]
  if (type === 'embed') return [`${indent}embed ${attrs.provider} ${attrs.id}`]
  if (type === 'bulletList') return below('ul')
  if (type === 'orderedList') return below(attrs.start === 1 ? 'ol' : `ol from ${attrs.start}`)
  if (type === 'listItem') return below('-')
  if (type === 'tableRow') return [`${indent}${content.map(cell).join(' ')}`]
  return below([type, attrs.caption, attrs.label, attrs.title].filter(Boolean).join(' '))
}

function cell({ type, attrs, content = [] }: ProseNode): string {
  const spans = [
    Number(attrs?.colspan) > 1 && `across ${attrs?.colspan}: `,
    Number(attrs?.rowspan) > 1 && `down ${attrs?.rowspan}: `,
  ]
  const words = content.map(paragraph => inline(paragraph.content ?? [])).join(' / ')
  return `[${type === 'tableHeader' ? '!' : ''}${spans.filter(Boolean).join('')}${words}]`
}

function inline(nodes: readonly ProseNode[]): string {
  return nodes
    .map(({ type, text, marks = [], content = [] }) => {
      if (type === 'hardBreak') return ' // '
      if (type === 'footnote') return `{${inline(content)}}`
      return marks.reduceRight((words, mark) => {
        if (mark.type === 'bold') return `**${words}**`
        if (mark.type === 'inlineSpoiler') return `||${words}||`
        return mark.type === 'italic' ? `_${words}_` : `<${words}>(${mark.attrs?.href})`
      }, text ?? `?${type}`)
    })
    .join('')
}
