import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { bringIntoSight } from './sight.ts'

interface Place {
  from: number
  to: number
  /** Where the footnote stands that it is in. */
  note: number | null
}

/** The places in which a document links to an address, in reading order; words that are beside each other are one. */
export function linkPlaces(doc: Node, href: string): Place[] {
  const places: Place[] = []
  doc.descendants((node, at, parent) => {
    if (!node.isInline || !node.marks.some(({ type, attrs }) => type.name === 'link' && attrs.href === href))
      return true
    const note = parent?.type.name === 'footnote' ? noteAt(doc, at) : null
    const last = places.at(-1)
    if (last && last.to === at) last.to = at + node.nodeSize
    else places.push({ from: at, to: at + node.nodeSize, note })
    return true
  })
  return places
}

/** Selects the first of them and brings it on the screen. Says whether there is one. */
export function goToLink({ state, view }: Editor, href: string): boolean {
  const [place] = linkPlaces(state.doc, href)
  if (!place) return false
  const selection =
    place.note === null
      ? TextSelection.create(state.doc, place.from, place.to)
      : NodeSelection.create(state.doc, place.note)
  view.dispatch(state.tr.setSelection(selection))
  view.focus()
  bringIntoSight(view, selection.from)
  return true
}

/** Leads every link to one address to another, in one step to undo. */
export function changeLink({ state, view }: Editor, href: string, next: string): void {
  const { link } = state.schema.marks
  if (!link) return
  const { tr } = state
  for (const { from, to } of linkPlaces(state.doc, href)) tr.addMark(from, to, link.create({ href: next }))
  view.dispatch(tr)
}

function noteAt(doc: Node, pos: number): number | null {
  const $pos = doc.resolve(pos)
  for (let depth = $pos.depth; depth > 0; depth--)
    if ($pos.node(depth).type.name === 'footnote') return $pos.before(depth)
  return null
}
