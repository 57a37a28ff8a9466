import { cleanPasted, type Pasted } from '#lib/prose/pasted/pasted.ts'
import { looksLikeMarkdown, plainBlocks } from '#lib/prose/pasted/plain.ts'
import { type PastedElement, treeOf } from '#lib/prose/pasted/tree.ts'
import type { ProseNode } from '#lib/prose/prose.ts'

// Loaded when something is first pasted: who only types does without.

export interface CleanText extends Omit<Pasted, 'source'> {
  /** "Word", "Markdown"; null for plain text, of which nothing is lost. */
  from: Pasted['source'] | 'markdown' | null
}

/** HTML of another program as blocks of the text. Throws TooMuchPasted. */
export function cleanHtml(html: string, siteUrl: string): CleanText {
  const { source, blocks, left } = cleanPasted(html, { siteUrl, parse })
  return { from: source, blocks, left }
}

/** Plain text as blocks: as Markdown when it clearly is that, otherwise its paragraphs, with addresses in it as links. */
export async function cleanText(text: string, siteUrl: string): Promise<CleanText> {
  const left = { comments: 0, deletions: 0, pictures: 0 }
  const markdown = looksLikeMarkdown(text) ? await readMarkdown(text, siteUrl) : null
  return markdown
    ? { from: 'markdown', blocks: markdown, left }
    : { from: null, blocks: plainBlocks(text, siteUrl), left }
}

/** Its reader is heavier than all of the rest: it comes last, and is there when the network is not. */
export const loadMarkdown = () => import('#lib/prose/pasted/markdown.ts')

async function readMarkdown(text: string, siteUrl: string): Promise<ProseNode[] | null> {
  const { blocksFromMarkdown } = await loadMarkdown()
  return blocksFromMarkdown(text, siteUrl)
}

/** The browser's own parser: a document without a window, in which nothing runs and nothing is loaded. */
function parse(html: string): PastedElement {
  return treeOf<Node>(new DOMParser().parseFromString(html, 'text/html').documentElement, node => {
    if (node instanceof Text) return { text: node.data }
    return node instanceof Element ? { tag: node.localName, attrs: node.attributes, children: node.childNodes } : null
  })
}
