import { embedHref } from '#lib/prose/embeds.ts'
import type { ProseNode } from '#lib/prose/prose.ts'

/** The same words as paragraphs, for places that hold nothing else: quotations, cells of tables. Pictures and rules have no words. */
export function paragraphsOf(blocks: readonly ProseNode[]): ProseNode[] {
  return blocks.flatMap(block => {
    if (block.type === 'paragraph') return [block]
    if (block.type === 'heading') return [{ type: 'paragraph', content: block.content }]
    if (block.type === 'embed') return linkTo(embedHref(block.attrs))
    return paragraphsOf(block.content ?? [])
  })
}

/** The same words as one line, paragraphs after each other. */
export function lineOf(blocks: readonly ProseNode[]): ProseNode[] {
  return paragraphsOf(blocks).flatMap(({ content = [] }, index) =>
    index === 0 ? content : [{ type: 'text', text: ' ' }, ...content],
  )
}

/** Only what can stand in a footnote: words, without breaks. */
export function noteOf(blocks: readonly ProseNode[]): ProseNode | null {
  const content = lineOf(blocks)
    .map(node => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node))
    .filter(({ type }) => type === 'text' || type === 'mention')
  return content.length > 0 ? { type: 'footnote', content } : null
}

/** The plain words of a line. */
export function plainWords(blocks: readonly ProseNode[]): string {
  return lineOf(blocks)
    .map(node => node.text ?? ' ')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function linkTo(href: string | null): ProseNode[] {
  if (!href) return []
  return [{ type: 'paragraph', content: [{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }] }]
}
