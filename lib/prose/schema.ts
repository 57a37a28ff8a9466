import { type DOMOutputSpec, Schema } from '@tiptap/pm/model'

/**
 * What a review may contain: the grammar that the editor writes in, imports are translated to and every document is checked
 * against. Names follow Tiptap's, so that the editor's extensions and this schema speak of the same nodes.
 *
 * `figure` holds the id of one of our pictures and never an address; `mention` holds the id of a work or a person.
 */
const hole: DOMOutputSpec = ['div', 0]

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
      content: '(paragraph | heading | blockquote | bulletList | orderedList | figure)+',
      attrs: { label: { default: '', validate: 'string' } },
      toDOM: () => ['details', 0],
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
  },
  marks: {
    link: { attrs: { href: { validate: 'string' } }, inclusive: false, toDOM: () => ['a', 0] },
    bold: { toDOM: () => ['strong', 0] },
    italic: { toDOM: () => ['em', 0] },
    inlineSpoiler: { toDOM: () => ['span', 0] },
  },
})
