import type { ProseNode } from '#lib/prose/prose.ts'

/**
 * Headings have two levels here, and pages six. The levels that are used keep their order: the highest becomes the second level, all
 * below it the third. A single first-level heading above others is the page's title, and ranks with the highest of them.
 */
export function settleHeadings(blocks: ProseNode[]): ProseNode[] {
  const levels = blocks.filter(({ type }) => type === 'heading').map(({ attrs }) => Number(attrs?.level))
  const hasTitle = levels.filter(level => level === 1).length === 1 && levels.some(level => level > 1)
  const highest = Math.min(...levels.filter(level => !hasTitle || level > 1))
  return blocks.map(block =>
    block.type === 'heading'
      ? { ...block, attrs: { level: Number(block.attrs?.level) <= highest ? 2 : 3 } }
      : withHeadings(block),
  )
}

/** Those inside a spoiler follow the same rule by themselves. */
function withHeadings(block: ProseNode): ProseNode {
  return block.type === 'spoiler' && block.content ? { ...block, content: settleHeadings(block.content) } : block
}
