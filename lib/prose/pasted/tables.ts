import type { ProseNode } from '#lib/prose/prose.ts'
import { paragraphsOf } from './fit.ts'
import { elementsIn, isElement, type PastedElement } from './tree.ts'

const most = { rows: 100, columns: 20 }

/** Whether a table arranges a page and holds no table of facts: its cells are then read one after the other. */
export function isLayout(table: PastedElement): boolean {
  if (/^(presentation|none)$/.test(table.attrs.role ?? '')) return true
  const within = [...elementsIn(table)]
  return within.some(({ tag }) => tag === 'table') || rowsOf(table).every(row => cellsOf(row).length <= 1)
}

/**
 * A table of the grammar, and what stood in it that is no words: that follows the table. `read` makes blocks of a cell. Rows that are
 * too short are filled; one with more columns than readers can see becomes lines of words.
 */
export function tableOf(
  table: PastedElement,
  caption: string,
  read: (cell: PastedElement, isHead: boolean) => ProseNode[],
): ProseNode[] {
  const lifted: ProseNode[] = []
  const rows = rowsOf(table).map(row => {
    const isHeadRow = row.parent?.tag === 'thead'
    return cellsOf(row).map(cell => {
      const isHead = isHeadRow || cell.tag === 'th'
      const blocks = read(cell, isHead)
      lifted.push(...blocks.filter(({ type }) => type === 'picture'))
      const content = paragraphsOf(blocks)
      return {
        type: isHead ? 'tableHeader' : 'tableCell',
        attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan'), colwidth: null },
        content: content.length > 0 ? content : [{ type: 'paragraph' }],
      }
    })
  })
  const filled = rows.filter(cells => cells.length > 0)
  const even = evenRows(filled.length > most.rows ? filled.map(withoutSpans) : filled)
  if (even.length === 0 || even.every(cells => cells.every(isEmpty))) return lifted
  if (widthOf(even[0] ?? []) > most.columns) return [...even.flatMap(asLine), ...lifted]
  // A table that is longer than one may be goes on as another.
  const tables: ProseNode[] = []
  for (let from = 0; from < even.length; from += most.rows) {
    const content = even.slice(from, from + most.rows).map(cells => ({ type: 'tableRow', content: cells }))
    tables.push({ type: 'table', attrs: { caption: from === 0 ? caption : '' }, content })
  }
  return [...tables, ...lifted]
}

function rowsOf(table: PastedElement): PastedElement[] {
  return table.children.filter(isElement).flatMap(child => {
    if (child.tag === 'tr') return [child]
    return /^(thead|tbody|tfoot)$/.test(child.tag) ? rowsOf(child) : []
  })
}

function cellsOf(row: PastedElement): PastedElement[] {
  return row.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th')
}

function spanOf({ attrs }: PastedElement, name: 'colspan' | 'rowspan'): number {
  return Math.min(Math.max(Math.trunc(Number(attrs[name])) || 1, 1), most.columns)
}

/** Rows that fill the same columns, as the grammar wants them. Where spans run out of the table, there are none. */
function evenRows(rows: ProseNode[][]): ProseNode[][] {
  const widths = rows.map(() => 0)
  for (const [at, cells] of rows.entries())
    for (const { attrs } of cells)
      for (let row = at; row < at + Number(attrs?.rowspan); row++)
        if (row < rows.length) widths[row] = (widths[row] ?? 0) + Number(attrs?.colspan)
        else return evenRows(rows.map(withoutSpans))
  const widest = Math.max(0, ...widths)
  return rows.map((cells, at) => [
    ...cells,
    ...Array.from({ length: widest - (widths[at] ?? 0) }, () => emptyCell(cells)),
  ])
}

function withoutSpans(cells: ProseNode[]): ProseNode[] {
  return cells.map(cell => ({ ...cell, attrs: { colspan: 1, rowspan: 1, colwidth: null } }))
}

function emptyCell(beside: ProseNode[]): ProseNode {
  const isHead = beside.length > 0 && beside.every(({ type }) => type === 'tableHeader')
  return {
    type: isHead ? 'tableHeader' : 'tableCell',
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [{ type: 'paragraph' }],
  }
}

function widthOf(cells: ProseNode[]): number {
  return cells.reduce((sum, { attrs }) => sum + Number(attrs?.colspan), 0)
}

function isEmpty({ content = [] }: ProseNode): boolean {
  return content.every(paragraph => !paragraph.content || paragraph.content.length === 0)
}

function asLine(cells: ProseNode[]): ProseNode[] {
  const content = cells
    .filter(cell => !isEmpty(cell))
    .flatMap((cell, index) => [
      ...(index > 0 ? [{ type: 'text', text: ' · ' }] : []),
      ...paragraphsOf(cell.content ?? []).flatMap(paragraph => paragraph.content ?? []),
    ])
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}
