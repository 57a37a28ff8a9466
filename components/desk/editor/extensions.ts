import { type AnyExtension, Mark, mergeAttributes, Node } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Heading } from '@tiptap/extension-heading'
import { Link } from '@tiptap/extension-link'
import { ListItem } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'
import { isSafeLink } from '#lib/prose/prose.ts'

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

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    review: {
      /** Makes the paragraph a pull quote, or a pull quote a paragraph again. */
      togglePullQuote: () => ReturnType
      /** Puts the selected blocks into a spoiler, or takes them out of it. */
      toggleSpoiler: () => ReturnType
      /** Covers the selected words, or uncovers them. */
      toggleInlineSpoiler: () => ReturnType
      /** Puts a picture of ours into the text. */
      insertFigure: (attributes: { mediaId: string; alt?: string; caption?: string; credit?: string }) => ReturnType
    }
  }
}

const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes, { 'data-label': 'Pull quote' }), 0],
  addCommands() {
    return {
      togglePullQuote:
        () =>
        ({ commands }) =>
          commands.toggleWrap(this.name),
    }
  },
  addKeyboardShortcuts() {
    return {
      'Mod-Shift-q': () => this.editor.commands.togglePullQuote(),
      // It holds one paragraph: the next one stands after it.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection
        if ($from.depth < 2 || $from.node(-1).type !== this.type) return false
        return editor.commands.insertContentAt($from.after(-1), { type: 'paragraph' })
      },
    }
  },
})

/** A block that readers open; its label says about what. */
export const SpoilerNode = Node.create({
  name: 'spoiler',
  group: 'block',
  content: '(paragraph | heading | blockquote | bulletList | orderedList | figure)+',
  defining: true,
  addAttributes: () => ({
    label: {
      default: '',
      validate: 'string',
      parseHTML: element => element.querySelector('summary')?.textContent ?? '',
    },
  }),
  parseHTML: () => [{ tag: 'details' }],
  renderHTML: ({ HTMLAttributes }) => ['details', mergeAttributes(HTMLAttributes), 0],
  addCommands() {
    return {
      toggleSpoiler:
        () =>
        ({ commands }) =>
          this.editor.isActive(this.name) ? commands.lift(this.name) : commands.wrapIn(this.name),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-h': () => this.editor.commands.toggleSpoiler() }
  },
})

const InlineSpoiler = Mark.create({
  name: 'inlineSpoiler',
  parseHTML: () => [{ tag: 'span[data-spoiler]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-spoiler': '', title: 'Covered until the reader asks' }),
    0,
  ],
  addCommands() {
    return {
      toggleInlineSpoiler:
        () =>
        ({ commands }) =>
          commands.toggleMark(this.name),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-x': () => this.editor.commands.toggleInlineSpoiler() }
  },
})

/** One of our pictures, by its id and never by an address. HTML cannot name one, so pasted pictures are uploaded instead. */
export const FigureNode = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    mediaId: { isRequired: true, validate: 'string' },
    alt: { default: '', validate: 'string' },
    caption: { default: '', validate: 'string' },
    credit: { default: '', validate: 'string' },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-media-id]',
      getAttrs: element => ({
        mediaId: element.dataset.mediaId,
        alt: element.dataset.alt ?? '',
        caption: element.dataset.caption ?? '',
        credit: element.dataset.credit ?? '',
      }),
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'figure',
    {
      'data-media-id': attrs.mediaId,
      'data-alt': attrs.alt,
      'data-caption': attrs.caption,
      'data-credit': attrs.credit,
    },
  ],
  addCommands() {
    return {
      insertFigure:
        attributes =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: attributes }),
    }
  },
})

export const MentionNode = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({
    kind: { isRequired: true, validate: 'string' },
    id: { isRequired: true, validate: 'string' },
    label: { isRequired: true, validate: 'string' },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-mention]',
      getAttrs: element => ({ kind: element.dataset.mention, id: element.dataset.id, label: element.textContent }),
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'span',
    { 'data-mention': attrs.kind, 'data-id': attrs.id },
    String(attrs.label),
  ],
  renderText: ({ node }) => String(node.attrs.label),
})
