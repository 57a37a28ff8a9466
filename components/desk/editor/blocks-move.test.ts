import type { Node, NodeType } from '@tiptap/pm/model'
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { proseFromMarkdown } from '#lib/prose/markdown.ts'
import { proseSchema } from '#lib/prose/schema.ts'
import { gathered, insertBlock, newTable, toggleCallout, unwrapped } from './blocks-insert.ts'
import { deleteBlocks, duplicateBlocks, moveBlocks } from './blocks-move.ts'

const id = '01a20493-0608-7669-b13d-cabd934a95a3'

/** A text in Markdown with the cursor in the words that are given, or on the picture with that description. */
function at(markdown: string, words: string): EditorState {
  const read = proseFromMarkdown(markdown, { picture: () => id, mention: () => id })
  if (!read.ok) throw new Error(read.problem)
  const doc = proseSchema.nodeFromJSON(read.prose)
  const state = EditorState.create({ doc })
  let selection = null
  doc.descendants((node, place) => {
    if (node.isText && node.text?.includes(words))
      selection ??= TextSelection.create(doc, place + node.text.indexOf(words) + 1)
    if (node.attrs.alt === words) selection ??= NodeSelection.create(doc, place)
  })
  if (!selection) throw new Error(`No ${words}`)
  return state.apply(state.tr.setSelection(selection))
}

/** "a / list(b, c)": what blocks there are, in short. */
function short(node: Node): string {
  if (node.isTextblock) return node.textContent || '–'
  if (node.type.name === 'figure') return `[${node.attrs.alt}]`
  const inside = node.children.map(short).join(node.type.name === 'doc' ? ' / ' : ', ')
  const plain = ['doc', 'listItem', 'tableCell', 'tableHeader']
  return plain.includes(node.type.name) ? inside : `${node.type.name}(${inside})`
}

const resultOf = (transaction: Transaction | null) => {
  transaction?.doc.check()
  return transaction && short(transaction.doc)
}
const cursorOf = (transaction: Transaction | null) => transaction?.selection.$from.parent.textContent

describe('a block is moved', () => {
  test.each([
    ['Aa\n\nBb\n\nCc', 'Bb', 'up', 'Bb / Aa / Cc'],
    ['Aa\n\nBb\n\nCc', 'Bb', 'down', 'Aa / Cc / Bb'],
    ['Aa\n\nBb', 'Aa', 'up', null],
    ['- Aa\n- Bb\n\nCc', 'Bb', 'up', 'bulletList(Bb, Aa) / Cc'],
    // What is last in its list takes the list along.
    ['- Aa\n- Bb\n\nCc', 'Bb', 'down', 'Cc / bulletList(Aa, Bb)'],
    [':::callout\nAa\n\nBb\n:::\n\nCc', 'Aa', 'down', 'callout(Bb, Aa) / Cc'],
    [':::gallery\n![x](y)\n![z](y)\n:::', 'z', 'up', 'gallery([z], [x])'],
    ['Aa\n\n![x](y)', 'x', 'up', '[x] / Aa'],
    ['|h|\n|-|\n|Aa|\n|Bb|\n\nCc', 'Bb', 'up', 'table(tableRow(h), tableRow(Bb), tableRow(Aa)) / Cc'],
    // The row over the columns stays there, and the table is moved.
    ['Cc\n\n|h|\n|-|\n|Aa|', 'Aa', 'up', 'table(tableRow(h), tableRow(Aa)) / Cc'],
    ['|h|\n|-|\n|Aa|\n\nCc', 'h', 'down', 'Cc / table(tableRow(h), tableRow(Aa))'],
  ] as const)('%j, %s goes %s: %s', (markdown, words, way, expected) => {
    const moved = moveBlocks(at(markdown, words), way)
    expect(resultOf(moved)).toBe(expected)
    if (moved?.selection instanceof TextSelection) expect(cursorOf(moved)).toContain(words)
  })

  test('never under the empty line below the text', () => {
    const state = at('Aa\n\nBb', 'Bb')
    const below = state.apply(state.tr.insert(state.doc.content.size, nodeOf('paragraph').create()))
    expect(moveBlocks(below, 'down')).toBeNull()
  })

  test('and several together', () => {
    const state = at('Aa\n\nBb\n\nCc', 'Aa')
    const both = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2, 7)))
    expect(resultOf(moveBlocks(both, 'down'))).toBe('Cc / Aa / Bb')
  })
})

test('a copy stands below, with the cursor in it', () => {
  const twice = duplicateBlocks(at('Aa\n\nBb', 'Aa'))
  expect(resultOf(twice)).toBe('Aa / Aa / Bb')
  expect(twice?.selection.$from.index(0)).toBe(1)
  expect(resultOf(duplicateBlocks(at(':::gallery\n![x](y)\n:::', 'x')))).toBe('gallery([x], [x])')
  expect(resultOf(duplicateBlocks(at('|h|\n|-|\n|Aa|', 'Aa')))).toMatch(
    /^(table\(tableRow\(h\), tableRow\(Aa\)\)( \/ )?){2}$/,
  )
})

test.each([
  ['Aa\n\nBb', 'Aa', 'Bb'],
  ['- Aa\n- Bb', 'Bb', 'bulletList(Aa)'],
  // Nothing is left empty.
  ['- Aa\n\nBb', 'Aa', 'Bb'],
  ['Bb\n\n:::spoiler\n- Aa\n:::', 'Aa', 'Bb'],
  ['Bb\n\n:::gallery\n![x](y)\n:::', 'x', 'Bb'],
  ['Aa', 'Aa', '–'],
  ['|h|\n|-|\n|Aa|\n\nBb', 'Aa', 'Bb'],
])('%j without %s is %s', (markdown, words, left) => expect(resultOf(deleteBlocks(at(markdown, words)))).toBe(left))

describe('a new block stands where the cursor is', () => {
  const table = () => newTable(proseSchema, 2, 2, ['h'])
  test.each([
    ['Aa\n\nBb', 'Aa', 'Aa / table(tableRow(h, –), tableRow(–, –)) / Bb'],
    // A list cannot hold one, and a quotation must not.
    ['- Aa\n- Bb', 'Aa', 'bulletList(Aa, Bb) / table(tableRow(h, –), tableRow(–, –))'],
    ['> Aa', 'Aa', 'blockquote(Aa) / table(tableRow(h, –), tableRow(–, –))'],
    [':::spoiler\nAa\n:::', 'Aa', 'spoiler(Aa, table(tableRow(h, –), tableRow(–, –)))'],
    ['|x|\n|-|', 'x', 'table(tableRow(x)) / table(tableRow(h, –), tableRow(–, –))'],
    ['![x](y)', 'x', '[x] / table(tableRow(h, –), tableRow(–, –))'],
  ])('in %j', (markdown, words, expected) => expect(resultOf(insertBlock(at(markdown, words), table()))).toBe(expected))

  test('in place of an empty line, with the cursor in its first cell', () => {
    const state = EditorState.create({ doc: nodeOf('doc').create(null, nodeOf('paragraph').create()) })
    const made = insertBlock(state, table())
    expect(resultOf(made)).toBe('table(tableRow(h, –), tableRow(–, –))')
    expect(made.selection.$from.parent.textContent).toBe('h')
  })
})

test('lines go into a callout, and all of it comes out again', () => {
  expect(resultOf(toggleCallout(at('Aa\n\nBb', 'Aa')))).toBe('callout(Aa) / Bb')
  expect(resultOf(toggleCallout(at('- Aa\n- Bb', 'Aa')))).toBe('bulletList(Aa, Bb) / callout(–)')
  expect(resultOf(toggleCallout(at('## Aa', 'Aa')))).toBe('Aa / callout(–)')
  expect(resultOf(toggleCallout(at(':::callout\nAa\n\nBb\n:::', 'Bb')))).toBe('Aa / Bb')
  const out = unwrapped(at(':::spoiler\n## Aa\n\nBb\n:::\n\nCc', 'Bb'), 'spoiler')
  expect([resultOf(out), cursorOf(out)]).toEqual(['Aa / Bb / Cc', 'Bb'])
  expect(unwrapped(at('Aa', 'Aa'), 'spoiler')).toBeNull()
})

test('pictures that stand together become a gallery', () => {
  expect(resultOf(gathered(at('Aa\n\n![x](y)\n\n![z](y)\n\nBb\n\n![w](y)', 'z')))).toBe(
    'Aa / gallery([x], [z]) / Bb / [w]',
  )
  expect(gathered(at('Aa\n\n![x](y)', 'Aa'))).toBeNull()
  expect(gathered(at(':::gallery\n![x](y)\n:::', 'x'))).toBeNull()
})

function nodeOf(name: string): NodeType {
  const type = proseSchema.nodes[name]
  if (!type) throw new Error(name)
  return type
}
