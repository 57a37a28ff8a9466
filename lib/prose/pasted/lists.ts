import type { ProseNode } from '#lib/prose/prose.ts'
import { paragraphsOf } from './fit.ts'

/** A list item that says its level instead of standing in a list: Word's are paragraphs, those of Word on the web lists of one. */
export function looseItem(
  { level, isOrdered, start = 1 }: { level: number; isOrdered: boolean; start?: number },
  blocks: ProseNode[],
): ProseNode {
  return { type: 'looseItem', attrs: { level, isOrdered, start }, content: blocks }
}

/** Makes lists of the loose items that stand beside each other; what is between them stays. */
export function nestItems(blocks: ProseNode[]): ProseNode[] {
  const nested: ProseNode[] = []
  let open: { level: number; list: ProseNode }[] = []
  for (const block of blocks) {
    if (block.type !== 'looseItem') {
      open = []
      nested.push(block)
      continue
    }
    const level = Number(block.attrs?.level)
    const type = block.attrs?.isOrdered ? 'orderedList' : 'bulletList'
    open = open.filter(list => list.level < level || (list.level === level && list.list.type === type))
    const [item, ...lifted] = itemOf(block.content ?? [])
    if (item && open.at(-1)?.level === level) open.at(-1)?.list.content?.push(item)
    else if (item) {
      const list = listOf(type, [item], Number(block.attrs?.start))
      const above = open.at(-1)?.list.content?.at(-1)
      if (above) above.content?.push(list)
      else nested.push(list)
      open.push({ level, list })
    }
    nested.push(...lifted)
    if (lifted.length > 0) open = []
  }
  return nested
}

export function listOf(type: 'bulletList' | 'orderedList', items: ProseNode[], start = 1): ProseNode {
  return type === 'orderedList'
    ? { type, attrs: { start: Number.isInteger(start) && start >= 0 ? start : 1, type: null }, content: items }
    : { type, content: items }
}

/** A list item of these blocks, and what cannot stand in one: pictures, rules and embeds stand after the list. Empty: no item. */
export function itemOf(blocks: ProseNode[]): ProseNode[] {
  const lifted = blocks.filter(isLifted)
  const content = blocks
    .filter(block => !isLifted(block))
    .flatMap(block => (isList(block) ? [block] : paragraphsOf([block])))
  const [first] = content
  if (!first) return lifted
  // A list without words above it is that list's item, or the other way round: readers see the same.
  const whole = isList(first) ? [{ type: 'paragraph' }, ...content] : content
  return [{ type: 'listItem', content: whole }, ...lifted]
}

export function isLifted({ type }: ProseNode): boolean {
  return ['picture', 'embed', 'horizontalRule', 'table'].includes(type)
}

function isList({ type }: ProseNode): boolean {
  return type === 'bulletList' || type === 'orderedList'
}
