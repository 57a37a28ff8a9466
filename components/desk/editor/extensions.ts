import type { AnyExtension } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Heading } from '@tiptap/extension-heading'
import { Link } from '@tiptap/extension-link'
import { ListItem } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'
import { isSafeLink } from '#lib/prose/prose.ts'
import { FigureNode, InlineSpoiler, MentionNode, PullQuote, SpoilerNode } from './nodes.ts'
import { CalloutNode, EmbedNode, FootnoteNode, GalleryNode, tableNodes } from './set-pieces.ts'

// The editor's grammar. It has to be that of lib/prose/schema.ts, node by node: a test holds them beside each other.

/** Everything that shapes the document, without what only the screen needs. */
export function grammar(): AnyExtension[] {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: false,
      listItem: false,
      heading: false,
      dropcursor: { color: 'var(--accent)', width: 3 },
    }),
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

/** A link has an address and nothing else; what readers may not follow never becomes one. */
const SafeLink = Link.extend({
  inclusive: false,
  addAttributes: () => ({ href: { isRequired: true, validate: 'string' } }),
}).configure({
  openOnClick: false,
  autolink: false,
  linkOnPaste: true,
  markdownLinks: true,
  HTMLAttributes: { rel: null, target: null, class: null },
  isAllowedUri: url => isSafeLink(url),
})
