import { type DOMOutputSpec, Schema } from '@tiptap/pm/model'

/**
 * What a review may contain: the grammar that the editor writes in, imports are translated to and every document is checked
 * against. Names follow Tiptap's, so that the editor's extensions and this schema speak of the same nodes.
 *
 * `figure` holds the id of one of our pictures and never an address; `mention` holds the id of a work or a person; `embed` holds
 * a provider that we know and its id (lib/prose/embeds.ts), and never an address either.
 */
const hole: DOMOutputSpec = ['div', 0]

/** As prosemirror-tables wants them; widths are the page's business, so `colwidth` stays null. */
const cell = {
  content: 'paragraph+',
  attrs: {
    colspan: { default: 1, validate: 'number' },
    rowspan: { default: 1, validate: 'number' },
    colwidth: { default: null, validate: 'null' },
  },
}

export const proseSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', toDOM: () => ['p', 0] },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: 2, validate: 'number' } },
      toDOM: () => hole,
    },
    blockquote: { group: 'block', content: 'paragraph+', toDOM: () => ['blockquote', 0] },
    pullQuote: { group: 'block', content: 'paragraph', toDOM: () => ['aside', 0] },
    bulletList: { group: 'block', content: 'listItem+', toDOM: () => ['ul', 0] },
    orderedList: {
      group: 'block',
      content: 'listItem+',
      attrs: { start: { default: 1, validate: 'number' }, type: { default: null, validate: 'string|null' } },
      toDOM: () => ['ol', 0],
    },
    listItem: { content: 'paragraph (paragraph | bulletList | orderedList)*', toDOM: () => ['li', 0] },
    spoiler: {
      group: 'block',
      content: '(paragraph | heading | blockquote | bulletList | orderedList | figure | gallery | table | embed)+',
      attrs: { label: { default: '', validate: 'string' } },
      toDOM: () => ['details', 0],
    },
    callout: {
      group: 'block',
      content: '(paragraph | bulletList | orderedList)+',
      // What it is about, above it: "Where to watch it". Empty when the words stand alone.
      attrs: { title: { default: '', validate: 'string' } },
      toDOM: () => hole,
    },
    table: {
      group: 'block',
      content: 'tableRow+',
      attrs: { caption: { default: '', validate: 'string' } },
      toDOM: () => ['table', 0],
    },
    tableRow: { content: '(tableCell | tableHeader)+', toDOM: () => ['tr', 0] },
    tableHeader: { ...cell, toDOM: () => ['th', 0] },
    tableCell: { ...cell, toDOM: () => ['td', 0] },
    // Empty ones are refused by the check: ProseMirror cannot make a figure by itself, so `figure+` is no grammar.
    gallery: {
      group: 'block',
      content: 'figure*',
      attrs: { caption: { default: '', validate: 'string' } },
      toDOM: () => hole,
    },
    figure: {
      group: 'block',
      atom: true,
      attrs: {
        mediaId: { validate: 'string' },
        alt: { default: '', validate: 'string' },
        caption: { default: '', validate: 'string' },
        credit: { default: '', validate: 'string' },
      },
      toDOM: () => ['figure'],
    },
    embed: {
      group: 'block',
      atom: true,
      attrs: {
        provider: { validate: 'string' },
        id: { validate: 'string' },
        title: { default: '', validate: 'string' },
        /** A picture of ours that stands for it; null for one that is drawn. */
        mediaId: { default: null, validate: 'string|null' },
      },
      toDOM: () => hole,
    },
    horizontalRule: { group: 'block', toDOM: () => ['hr'] },
    text: { group: 'inline' },
    hardBreak: { group: 'inline', inline: true, toDOM: () => ['br'] },
    mention: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { kind: { validate: 'string' }, id: { validate: 'string' }, label: { validate: 'string' } },
      toDOM: node => ['span', String(node.attrs.label)],
    },
    // Its words stand where it is called and are drawn below the text, numbered in reading order.
    footnote: { group: 'inline', inline: true, atom: true, content: '(text | mention)*', toDOM: () => ['span', 0] },
  },
  marks: {
    link: { attrs: { href: { validate: 'string' } }, inclusive: false, toDOM: () => ['a', 0] },
    bold: { toDOM: () => ['strong', 0] },
    italic: { toDOM: () => ['em', 0] },
    inlineSpoiler: { toDOM: () => ['span', 0] },
  },
})
