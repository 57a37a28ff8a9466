import type { ProseNode } from './prose.ts'

/** Nodes that stand together: one, or several under one cover. */
export type ProseRun = [ProseNode, ...ProseNode[]]

/** Words under one cover stand together, whatever else is marked in them: a spoiler with a link inside is one spoiler. */
export function runsOf(nodes: readonly ProseNode[]): ProseRun[] {
  const found: ProseRun[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (last && isCovered(last[0]) && isCovered(node)) last.push(node)
    else found.push([node])
  }
  return found
}

/** Whether a node of a line is a part of an inline spoiler. */
export function isCovered({ marks = [] }: ProseNode): boolean {
  return marks.some(mark => mark.type === 'inlineSpoiler')
}

/** Whether a node gives something away: a block that is covered, or a part of a line that is. */
export function isSpoiler(node: ProseNode): boolean {
  return node.type === 'spoiler' || isCovered(node)
}
