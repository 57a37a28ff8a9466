import { cleanAddress } from '#lib/links/addresses.ts'
import { type MarkdownReferences, proseFromMarkdown } from '#lib/prose/markdown.ts'
import type { ProseMark, ProseNode } from '#lib/prose/prose.ts'
import { settleHeadings } from './headings.ts'
import { mostPictures } from './pasted.ts'
import { pictureNode } from './pictures.ts'

/**
 * Markdown that was pasted as plain text, as blocks of the grammar, with a `picture` for each picture at an http(s) address. Null when
 * the house's Markdown refuses it: then it is pasted as the text that it is. Loaded only when something looks like Markdown.
 */
export function blocksFromMarkdown(text: string, siteUrl: string): ProseNode[] | null {
  const pictures = new Map<string, string>()
  const references: MarkdownReferences = {
    picture: key => {
      if (!/^https?:\/\//i.test(key) || pictures.size >= mostPictures) return null
      // Markdown wants one of our ids where a picture stands: it is given one that is none, to find the place again.
      const id = `00000000-0000-4000-8000-${String(pictures.size).padStart(12, '0')}`
      pictures.set(id, key)
      return id
    },
    mention: () => null,
  }
  const read = proseFromMarkdown(text.replace(/\r\n?/g, '\n'), references)
  if (!read.ok) return null
  const withPictures = (node: ProseNode): ProseNode => {
    const src = node.type === 'figure' ? pictures.get(String(node.attrs?.mediaId)) : undefined
    if (src)
      return pictureNode({
        src,
        alt: String(node.attrs?.alt ?? ''),
        caption: String(node.attrs?.caption ?? ''),
        credit: String(node.attrs?.credit ?? ''),
      })
    return {
      ...node,
      ...(node.marks && { marks: node.marks.flatMap(mark => cleanMark(mark, siteUrl)) }),
      ...(node.content && { content: node.content.map(withPictures) }),
    }
  }
  return settleHeadings((read.prose.content ?? []).map(withPictures))
}

function cleanMark(mark: ProseMark, siteUrl: string): ProseMark[] {
  if (mark.type !== 'link') return [mark]
  const href = String(mark.attrs?.href)
  const clean = /^[/#]/.test(href) ? href : cleanAddress(href, siteUrl)
  return clean === null ? [] : [{ ...mark, attrs: { href: clean } }]
}
