import type { AnyExtension } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Heading } from '@tiptap/extension-heading'
import { ListItem } from '@tiptap/extension-list/item'
import { blockBasics, inlineBasics } from './basics.ts'
import { SafeLink } from './link-mark.ts'
import { FigureNode, InlineSpoiler, MentionNode, PullQuote, SpoilerNode } from './nodes.ts'
import { CalloutNode, EmbedNode, FootnoteNode, GalleryNode, tableNodes } from './set-pieces.ts'

// The editor's grammar. It has to be that of lib/prose/schema.ts, node by node: a test holds them beside each other.

/** Everything that shapes the document, without what only the screen needs. */
export function grammar(): AnyExtension[] {
  return [
    ...inlineBasics,
    ...blockBasics,
    TextHeading.configure({ levels: [2, 3] }),
    // A quotation holds paragraphs, and nothing that could be mistaken for ours.
    Blockquote.extend({ content: 'paragraph+' }),
    ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
    SafeLink,
    PullQuote,
    SpoilerNode,
    InlineSpoiler,
    FigureNode,
    MentionNode,
    CalloutNode,
    GalleryNode,
    EmbedNode,
    FootnoteNode,
    ...tableNodes,
  ]
}

/** The headline is the first level; headings of pasted texts, whatever theirs is, become the second or third. */
const TextHeading = Heading.extend({
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, attrs: { level: level < 3 ? 2 : 3 } })),
})
