import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { DecorationSet, type DecorationSource, type NodeView } from '@tiptap/pm/view'
import { ask } from './blocks-asked.ts'
import styles from './footnote.module.css'
import { FootnoteNode } from './set-pieces.ts'

/** The number that calls a footnote; the numbers are counted by the style sheet, in reading order, at no cost to a key. */
export const Footnote = FootnoteNode.extend({
  addNodeView:
    () =>
    ({ node, editor, getPos, innerDecorations }) =>
      new FootnoteView(node, editor, getPos, innerDecorations),
})

/** No React: a text may have many of them. Its words are not drawn here, but in the popover of footnote-popover.tsx. */
class FootnoteView implements NodeView {
  readonly dom = document.createElement('sup')
  private node: Node

  constructor(node: Node, editor: Editor, getPos: () => number | undefined, marks: DecorationSource) {
    this.node = node
    this.dom.dataset.footnote = ''
    this.dom.classList.add(styles.call ?? '')
    this.dom.setAttribute('role', 'img')
    this.dom.addEventListener('click', () => {
      const at = getPos()
      if (at !== undefined) ask(editor, { what: 'footnote', at })
    })
    this.draw(marks)
  }

  update(node: Node, _: unknown, marks: DecorationSource): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw(marks)
    return true
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode')
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode')
  }

  ignoreMutation(): boolean {
    return true
  }

  private draw(marks: DecorationSource): void {
    const words = this.node.textBetween(0, this.node.content.size, ' ', leaf => String(leaf.attrs.label ?? ''))
    this.dom.title = words || 'A footnote without words'
    this.dom.setAttribute('aria-label', words ? `Footnote: ${words}` : 'Footnote without words')
    // What is found in its words (a TK, what is looked for) is shown on the number.
    const found = marks instanceof DecorationSet && marks.find().length > 0
    this.dom.toggleAttribute('data-found', found)
  }
}
