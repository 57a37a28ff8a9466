import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { lineOf, paragraphsOf } from '#lib/prose/pasted/fit.ts'
import { type PastedPicture, pictureOf } from '#lib/prose/pasted/pictures.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { beginPictures, type WantedPicture } from './picture-uploads.ts'

export interface Range {
  from: number
  to: number
}

/**
 * Puts blocks where the selection is, in one step to undo, pictures as places that wait for them. Where the cursor stands decides what of
 * them fits: in a quotation or a cell of a table paragraphs, in a pull quote or a footnote one line. False when nothing of it can stand there.
 */
export function insertBlocks(editor: Editor, blocks: ProseNode[], at: Range): boolean {
  const { state } = editor
  const { schema } = state
  const { tr } = state
  const fitting = blocksThatFit(blocks, state.doc.resolve(at.from))
  const waiting: { node: Node; picture: PastedPicture }[] = []
  const nodes = fitting.flatMap(block => {
    const picture = pictureOf(block)
    if (!picture) return [schema.nodeFromJSON(block)]
    const node = schema.nodes.paragraph?.create()
    if (!node) return []
    waiting.push({ node, picture })
    return [node]
  })
  for (const node of nodes) node.check()
  if (nodes.length === 0) return false
  const isPlace = (node: Node | undefined) => waiting.some(({ node: place }) => place === node)
  const opens = (node: Node | undefined) => node?.type.name === 'paragraph' && !isPlace(node)
  const slice = new Slice(Fragment.from(nodes), opens(nodes[0]) ? 1 : 0, opens(nodes.at(-1)) ? 1 : 0)
  closeHistory(tr)
  tr.setSelection(TextSelection.between(tr.doc.resolve(at.from), tr.doc.resolve(at.to)))
  tr.replaceSelection(slice)
  // Behind a picture or an embed, and not on it: what is typed next would replace it.
  if (!(tr.selection instanceof TextSelection)) tr.setSelection(Selection.near(tr.selection.$to, 1))
  const inserted = changedIn(tr)
  const places = placesOf(tr.doc, inserted, waiting)
  if (places.length > 0) beginPictures(editor, tr, places)
  editor.view.dispatch(tr.scrollIntoView().setMeta('paste', true))
  // What is typed next is a step of its own.
  editor.view.dispatch(closeHistory(editor.state.tr))
  return true
}

/** Blocks that a place can hold. Pictures do not stand in cells and quotations. */
function blocksThatFit(blocks: ProseNode[], $at: ResolvedPos): ProseNode[] {
  const names = Array.from({ length: $at.depth + 1 }, (_, depth) => $at.node(depth).type.name)
  if (names.includes('footnote')) return lineBlock(blocks, ({ type }) => type === 'text' || type === 'mention')
  if (names.includes('pullQuote')) return lineBlock(blocks, () => true)
  if (names.some(name => ['tableCell', 'tableHeader', 'blockquote'].includes(name))) return paragraphsOf(blocks)
  if (names.includes('callout'))
    return blocks.flatMap(block => (block.type.endsWith('List') ? [block] : paragraphsOf([block])))
  return blocks.flatMap(liftPictures)
}

function lineBlock(blocks: ProseNode[], isFitting: (node: ProseNode) => boolean): ProseNode[] {
  const content = lineOf(blocks).filter(isFitting)
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}

/** A picture inside of something (a spoiler) follows it: its place must be one of the text's own. */
function liftPictures(block: ProseNode): ProseNode[] {
  const lifted: ProseNode[] = []
  const without = (node: ProseNode): ProseNode[] => {
    if (node.type === 'picture') {
      lifted.push(node)
      return []
    }
    return [node.content ? { ...node, content: node.content.flatMap(without) } : node]
  }
  if (block.type === 'picture') return [block]
  const kept = without(block)
  return [...kept.filter(({ content }) => !content || content.length > 0), ...lifted]
}

/** What of the document a transaction has written. */
function changedIn({ mapping, doc }: Transaction): Range {
  const range = { from: doc.content.size, to: 0 }
  mapping.maps.forEach((map, index) => {
    const rest = mapping.slice(index + 1)
    map.forEach((_from, _to, from, to) => {
      range.from = Math.min(range.from, rest.map(from, -1))
      range.to = Math.max(range.to, rest.map(to, 1))
    })
  })
  return range
}

function placesOf(
  doc: Node,
  { from, to }: Range,
  waiting: { node: Node; picture: PastedPicture }[],
): { at: number; wanted: WantedPicture }[] {
  const found: { at: number; wanted: WantedPicture }[] = []
  doc.nodesBetween(from, Math.min(to + 1, doc.content.size), (node, at) => {
    const place = waiting.find(({ node: candidate }) => candidate === node)
    if (place) found.push({ at, wanted: wantedOf(place.picture) })
    return !place
  })
  return found
}

function wantedOf({ src, ...words }: PastedPicture): WantedPicture {
  return { from: src.startsWith('data:') ? fileOf(src) : src, ...words }
}

/** The file that a data: address is. */
function fileOf(src: string): File {
  const [head = '', data = ''] = src.split(',', 2)
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? 'image/png'
  const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), char => char.charCodeAt(0))
  return new File([bytes], 'picture', { type })
}
