import { getSchema } from '@tiptap/core'
import { Node, type NodeType, type Schema } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { proseFromMarkdown } from '#lib/prose/markdown.ts'
import { checkProse, emptyProse } from '#lib/prose/prose.ts'
import { proseSchema } from '#lib/prose/schema.ts'
import { readDemo } from '#prisma/demo/demo-files.ts'
import { proseOf } from './document.ts'
import { grammar } from './extensions.ts'

const editorSchema = getSchema(grammar())
const id = '01a20493-0608-7669-b13d-cabd934a95a3'

describe('the editor writes in the grammar that documents are checked against', () => {
  test('with the same nodes and marks', () => {
    expect(Object.keys(editorSchema.nodes).sort()).toEqual(Object.keys(proseSchema.nodes).sort())
    expect(Object.keys(editorSchema.marks).sort()).toEqual(Object.keys(proseSchema.marks).sort())
    expect(editorSchema.topNodeType.name).toBe(proseSchema.topNodeType.name)
  })

  test.each(Object.keys(proseSchema.nodes))('%s has the same attributes, kind and content', name => {
    expect(nodeFacts(editorSchema, name)).toEqual(nodeFacts(proseSchema, name))
  })

  test.each(Object.keys(proseSchema.marks))('%s has the same attributes, and ends and combines the same way', name => {
    expect(markFacts(editorSchema, name)).toEqual(markFacts(proseSchema, name))
  })

  test('every node may hold the same others, in the same order', () => {
    for (const name of Object.keys(proseSchema.nodes))
      expect([name, graphOf(editorSchema, name)]).toEqual([name, graphOf(proseSchema, name)])
  })
})

describe('every review of the demo', () => {
  const references = { picture: () => id, mention: () => id }
  test.each(readDemo().reviews.map(({ slug, markdown }) => [slug, markdown]))(
    '%s comes out of the editor as it went in',
    (_, markdown) => {
      const read = proseFromMarkdown(markdown, references)
      if (!read.ok) throw new Error(read.problem)
      const doc = Node.fromJSON(editorSchema, read.prose)
      doc.check()
      expect(proseOf(doc)).toEqual(read.prose)
      expect(checkProse(proseOf(doc))).toEqual(read)
    },
  )
})

describe('what is saved', () => {
  test('ends with the text, not with the empty line below it', () => {
    const written = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'x' }] },
        { type: 'horizontalRule' },
        { type: 'paragraph' },
        { type: 'paragraph' },
      ],
    }
    expect(proseOf(Node.fromJSON(editorSchema, written)).content).toHaveLength(2)
    expect(proseOf(Node.fromJSON(editorSchema, emptyProse))).toEqual(emptyProse)
  })
})

function nodeFacts(schema: Schema, name: string) {
  const type = nodeOf(schema, name)
  return {
    attrs: attrsOf(type.spec.attrs),
    inline: type.isInline,
    block: type.isBlock,
    atom: type.isAtom,
    // Tiptap keeps a group of lists for its own commands.
    groups: (type.spec.group ?? '').split(' ').filter(group => group !== 'list' && group !== ''),
    marks: Object.keys(schema.marks)
      .filter(mark => type.allowsMarkType(markOf(schema, mark)))
      .sort(),
  }
}

function markFacts(schema: Schema, name: string) {
  const type = markOf(schema, name)
  return {
    attrs: attrsOf(type.spec.attrs),
    inclusive: type.spec.inclusive !== false,
    excludes: Object.keys(schema.marks)
      .filter(other => type.excludes(markOf(schema, other)))
      .sort(),
  }
}

function attrsOf(attrs: Record<string, { default?: unknown }> | null | undefined) {
  return Object.entries(attrs ?? {})
    .map(([name, { default: initial }]) => ({ name, initial, isRequired: initial === undefined }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The content expression as the automaton that ProseMirror makes of it, by numbered states. */
function graphOf(schema: Schema, name: string): unknown[] {
  const states = [nodeOf(schema, name).contentMatch]
  const graph: unknown[] = []
  for (const state of states) {
    const edges: [string, number][] = []
    for (let index = 0; index < state.edgeCount; index++) {
      const { type, next } = state.edge(index)
      if (!states.includes(next)) states.push(next)
      edges.push([type.name, states.indexOf(next)])
    }
    graph.push([state.validEnd, edges.sort()])
  }
  return graph.map(entry => JSON.stringify(entry)).sort()
}

function nodeOf(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (!type) throw new Error(`No node ${name}`)
  return type
}

function markOf(schema: Schema, name: string) {
  const type = schema.marks[name]
  if (!type) throw new Error(`No mark ${name}`)
  return type
}
