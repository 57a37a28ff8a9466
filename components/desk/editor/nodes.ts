import { Mark, mergeAttributes, Node } from '@tiptap/core'

// The nodes and marks of lib/prose that Tiptap has not: their grammar, commands and keys. How some of them look while they are
// written stands in figure.tsx, spoiler.tsx and mention.tsx.

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

export const PullQuote = Node.create({
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
  content: '(paragraph | heading | blockquote | bulletList | orderedList | figure | gallery | table | embed)+',
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
          this.editor.isActive(this.name) ? commands.unwrapBlock(this.name) : commands.wrapIn(this.name),
    }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-h': () => this.editor.commands.toggleSpoiler() }
  },
})

export const InlineSpoiler = Mark.create({
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
