import type { ProseNode } from '#lib/prose/prose.ts'

// The text as notes see it: the lines of its paragraphs and headings, in reading order. A place in a line is counted as ProseMirror counts
// positions, so that the desk's screen and the stored text speak of the same words.

/** Stands in a line for what is no text: a mention, or a character's worth of a footnote. */
export const thing = '\ufffc'

const textBlocks = new Set(['paragraph', 'heading'])

/** The lines of a document: one for each paragraph and heading, wherever it stands. */
export function linesOf(node: ProseNode): string[] {
  if (textBlocks.has(node.type)) return [(node.content ?? []).map(inline).join('')]
  return (node.content ?? []).flatMap(linesOf)
}

/** The words of a line for people: a mention or a note number is shown as a dot. */
export function readable(line: string): string {
  return line.replace(/\ufffc+/g, '•').replace(/\n/g, ' ')
}

function inline(node: ProseNode): string {
  return node.text ?? (node.type === 'hardBreak' ? '\n' : thing.repeat(sizeOf(node)))
}

/** A footnote is as long as its words, with a position before and one after them. */
function sizeOf(node: ProseNode): number {
  if (node.text !== undefined) return node.text.length
  if (node.type !== 'footnote') return 1
  return 2 + (node.content ?? []).reduce((sum, child) => sum + sizeOf(child), 0)
}
