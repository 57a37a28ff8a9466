import { Editor } from '@tiptap/core'
import { history } from '@tiptap/pm/history'
import { describe, expect, test } from 'vitest'
import { outline } from '#lib/prose/pasted/testing/outline.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { proseOf } from './document.ts'
import { grammar } from './extensions.ts'
import { insertBlocks } from './paste-insert.ts'

const text = (words: string): ProseNode[] => [{ type: 'text', text: words }]
const paragraph = (words: string): ProseNode => ({ type: 'paragraph', content: text(words) })
const heading: ProseNode = { type: 'heading', attrs: { level: 2 }, content: text('Heading') }
const list: ProseNode = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Item')] }] }

/** An editor with this text, in which `|` says where the cursor is. */
function editorWith(...blocks: ProseNode[]) {
  const editor = new Editor({ element: null, extensions: grammar(), content: { type: 'doc', content: blocks } })
  let at = 1
  editor.state.doc.descendants((node, pos) => {
    if (node.isText && node.text?.includes('|')) at = pos + node.text.indexOf('|')
  })
  editor.commands.deleteRange({ from: at, to: at + 1 })
  return { editor, at }
}

function pasted(blocks: ProseNode[], ...into: ProseNode[]): string {
  const { editor, at } = editorWith(...into)
  expect(insertBlocks(editor, blocks, { from: at, to: at })).toBe(true)
  editor.state.doc.check()
  return outline(proseOf(editor.state.doc).content ?? [])
}

describe('what is pasted stands where it fits', () => {
  test('words go on in the line, and the last of them is gone on with', () => {
    expect(pasted([paragraph('one')], paragraph('A | B'))).toBe('A one B')
    expect(pasted([paragraph('one'), paragraph('two')], paragraph('A | B'))).toBe('A one\ntwo B')
  })

  test('blocks stand by themselves, and leave no empty line behind', () => {
    expect(pasted([heading, paragraph('two')], paragraph('|'))).toBe('## Heading\ntwo')
    expect(pasted([list, heading], paragraph('A | B'))).toBe('A \nul\n  -\n    Item\n## Heading\n B')
  })

  test('in a quotation and a cell everything is paragraphs', () => {
    expect(pasted([heading, list], { type: 'blockquote', content: [paragraph('A |')] })).toBe(
      'blockquote\n  A Heading\n  Item',
    )
    const row = { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('|')] }] }
    expect(pasted([heading, list], { type: 'table', content: [row] })).toBe('table\n  [Heading / Item]')
  })

  test('in a pull quote everything is one line', () =>
    expect(pasted([heading, list], { type: 'pullQuote', content: [paragraph('A |')] })).toBe(
      'pullQuote\n  A Heading Item',
    ))

  test('in an item, paragraphs are its own', () => {
    const item = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('A |')] }] }
    expect(pasted([paragraph('one'), paragraph('two')], item)).toBe('ul\n  -\n    A one\n    two')
  })

  test('nothing is nothing, and what the grammar does not know is refused before anything is changed', () => {
    const { editor, at } = editorWith(paragraph('A|'))
    expect(insertBlocks(editor, [], { from: at, to: at })).toBe(false)
    expect(() => insertBlocks(editor, [{ type: 'script' }], { from: at, to: at })).toThrow(RangeError)
    expect(() =>
      insertBlocks(editor, [{ type: 'blockquote', content: [heading] }, { type: 'bulletList' }], { from: 1, to: 1 }),
    ).toThrow(RangeError)
    expect(outline(proseOf(editor.state.doc).content ?? [])).toBe('A')
  })

  test('one step takes it back, and what was typed before and after is a step of its own', () => {
    const { editor, at } = editorWith(paragraph('A|'))
    // An editor without a screen has no plugins of its own.
    editor.registerPlugin(history())
    editor.commands.insertContentAt(at, text(' typed'))
    insertBlocks(editor, [heading, list, paragraph('end')], { from: at + 6, to: at + 6 })
    editor.commands.insertContentAt(editor.state.selection.to, text(' on'))
    const now = () => outline(proseOf(editor.state.doc).content ?? [])
    expect(now()).toBe('A typed\n## Heading\nul\n  -\n    Item\nend on')
    editor.commands.undo()
    expect(now()).toContain('end')
    expect(now()).not.toContain('end on')
    editor.commands.undo()
    expect(now()).toBe('A typed')
    editor.commands.redo()
    expect(now()).toContain('## Heading')
  })
})
