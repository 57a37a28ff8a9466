import { getSchema } from '@tiptap/core'
import { EditorState, NodeSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { checkProse } from '#lib/prose/prose.ts'
import { proseOf } from './document.ts'
import { grammar } from './extensions.ts'
import { closedNote, footnoteGrammar, noteAt, withWords, wordsOf } from './footnote-words.ts'

const text = getSchema(grammar())
const words = getSchema(footnoteGrammar())
const mention = { type: 'mention', attrs: { kind: 'work', id: '01a20493-0608-7669-b13d-cabd934a95a3', label: 'Her' } }
const said = [
  { type: 'text', text: 'In ' },
  { ...mention, marks: [{ type: 'italic' }] },
  { type: 'text', text: ', he says', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] },
]

/** "Words." with a footnote after them, at 7. */
function calling(content: object[] = []): EditorState {
  const footnote = { type: 'footnote', ...(content.length > 0 && { content }) }
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Words.' }, footnote] }
  return EditorState.create({ doc: text.nodeFromJSON({ type: 'doc', content: [paragraph] }) })
}

describe('the words of a footnote', () => {
  test('go out and come back as they were, and are a text that can be saved', () => {
    const state = calling(said)
    const note = noteAt(state, 7)
    const small = note && words.nodeFromJSON(wordsOf(note))
    small?.check()
    const back = small && withWords(calling(), 7, small.firstChild?.content ?? small.content)
    expect(back && proseOf(back.doc)).toEqual(proseOf(state.doc))
    expect(back && checkProse(proseOf(back.doc)).ok).toBe(true)
    expect(back?.selection).toBeInstanceOf(NodeSelection)
  })

  test('that are the same change nothing, and those of a note that has gone go nowhere', () => {
    const state = calling(said)
    const note = noteAt(state, 7)
    if (!note) throw new Error('No note')
    expect(withWords(state, 7, note.content)).toBeNull()
    expect(withWords(state, 3, note.content)).toBeNull()
    expect(noteAt(state, 999)).toBeNull()
  })

  test('are written, or the footnote goes', () => {
    const kept = closedNote(calling(said), 7)
    expect([kept.docChanged, kept.selection.from]).toEqual([false, 7 + (noteAt(calling(said), 7)?.nodeSize ?? 0)])
    for (const empty of [[], [{ type: 'text', text: '  ' }]]) {
      const gone = closedNote(calling(empty), 7)
      expect([gone.doc.textContent, gone.doc.firstChild?.childCount, gone.selection.from]).toEqual(['Words.', 1, 7])
    }
    expect(closedNote(calling([mention]), 7).docChanged).toBe(false)
  })
})
