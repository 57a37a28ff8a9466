import { Node } from '@tiptap/core'
import { isEmbed } from '#lib/prose/embeds.ts'

// The nodes of lib/prose that stand between paragraphs beside pictures and quotes, and footnotes: their grammar. How they are made and
// look while they are written stands in files of their own.

/** Words set apart: "Where to watch it". */
export const CalloutNode = Node.create({
  name: 'callout',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  defining: true,
  addAttributes: () => ({ title: titleOf('data-title') }),
  parseHTML: () => [{ tag: 'div[data-callout]' }],
  renderHTML: ({ node: { attrs } }) => ['div', { 'data-callout': '', 'data-title': attrs.title }, 0],
})

/** Pictures that belong together. */
export const GalleryNode = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure*',
  isolating: true,
  addAttributes: () => ({ caption: titleOf('data-caption') }),
  parseHTML: () => [{ tag: 'div[data-gallery]' }],
  renderHTML: ({ node: { attrs } }) => ['div', { 'data-gallery': '', 'data-caption': attrs.caption }, 0],
})

/** Something at another site, by provider and id. */
export const EmbedNode = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    provider: { isRequired: true, validate: 'string' },
    id: { isRequired: true, validate: 'string' },
    title: { default: '', validate: 'string' },
    mediaId: { default: null, validate: 'string|null' },
  }),
  parseHTML: () => [
    {
      tag: 'div[data-embed]',
      getAttrs: ({ dataset: { embed, id, title = '', mediaId = null } }) =>
        isEmbed({ provider: embed, id }) ? { provider: embed, id, title, mediaId } : false,
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'div',
    { 'data-embed': attrs.provider, 'data-id': attrs.id, 'data-title': attrs.title, 'data-media-id': attrs.mediaId },
  ],
})

/** A note that is called where it stands in a line. */
export const FootnoteNode = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  content: '(text | mention)*',
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
})

/** What prosemirror-tables, which comes after the text (table-editing.ts), knows the nodes of a table by. */
const tableRoles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell',
}

const TableNode = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({
    caption: {
      ...titleOf('data-caption'),
      parseHTML: element =>
        element.getAttribute('data-caption') ?? element.querySelector('caption')?.textContent?.trim() ?? '',
    },
  }),
  extendNodeSchema: ({ name }) => (name in tableRoles ? { tableRole: tableRoles[name] } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ node: { attrs } }) => ['table', { 'data-caption': attrs.caption }, ['tbody', 0]],
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** Widths of columns are the page's business, and so is how cells are aligned. */
const cell = (name: 'tableHeader' | 'tableCell', tag: 'th' | 'td') =>
  Node.create({
    name,
    content: 'paragraph+',
    isolating: true,
    addAttributes: () => ({
      colspan: { default: 1, validate: 'number', parseHTML: spanOf('colspan') },
      rowspan: { default: 1, validate: 'number', parseHTML: spanOf('rowspan') },
      colwidth: { default: null, validate: 'null', parseHTML: () => null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

export const tableNodes = [TableNode, TableRow, cell('tableHeader', 'th'), cell('tableCell', 'td')]

function titleOf(attribute: string) {
  return {
    default: '',
    validate: 'string',
    parseHTML: (element: HTMLElement) => element.getAttribute(attribute) ?? '',
  }
}

function spanOf(attribute: string) {
  return (element: HTMLElement) => Math.min(Math.max(Math.trunc(Number(element.getAttribute(attribute))) || 1, 1), 100)
}
