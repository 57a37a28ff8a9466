import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { grammar } from '../extensions.ts'
import { replaceDifference } from './show-text.ts'

const schema = getSchema(grammar())
const paragraph = (...texts: string[]) => ({
  type: 'paragraph',
  content: texts.filter(text => text !== '').map(text => ({ type: 'text', text })),
})
const quote = (...texts: string[]) => ({ type: 'blockquote', content: texts.map(text => paragraph(text)) })
const documentOf = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content })

/** What is replaced, as text, when the one is shown in place of the other. */
function difference(before: object[], after: object[]) {
  const { tr } = EditorState.create({ doc: documentOf(...before) })
  const next = documentOf(...after)
  const range = replaceDifference(tr, next)
  if (!range) throw new Error('It does not come to the same')
  return { doc: tr.doc, next, fresh: tr.doc.textBetween(range.from, range.to, '\n'), steps: tr.steps.length }
}

describe('what somebody else wrote', () => {
  const cases: [string, object[], object[], string][] = [
    ['in the middle of a line', [paragraph('I saw it')], [paragraph('I never saw it')], 'never '],
    ['twice the same letter', [paragraph('aa')], [paragraph('aaa')], 'a'],
    ['the first words', [paragraph('')], [paragraph('The first words.')], 'The first words.'],
    ['the last words gone', [paragraph('Words.')], [paragraph('')], ''],
    ['a new line', [paragraph('One')], [paragraph('One'), paragraph('Two')], '\nTwo'],
    ['a line that is gone', [paragraph('One'), paragraph('Two')], [paragraph('One')], ''],
    ['a line in another block', [paragraph('One'), quote('Two')], [paragraph('One'), quote('Two', 'Three')], '\nThree'],
    ['another kind of block', [paragraph('One')], [quote('One')], 'One'],
    ['everything', [quote('One', 'Two')], [paragraph('Else')], 'Else'],
  ]
  for (const [name, before, after, fresh] of cases)
    test(`is shown, and only that is new: ${name}`, () => {
      const shown = difference(before, after)
      expect(shown.doc.eq(shown.next)).toBe(true)
      expect(shown.fresh.trim()).toBe(fresh.trim())
    })

  test('the empty line that the editor keeps below the text stays, and is no difference', () => {
    const { doc, fresh } = difference([quote('One'), paragraph('')], [quote('One more')])
    expect(fresh).toBe(' more')
    expect(doc.childCount).toBe(2)
  })

  test('nothing is nothing', () => {
    expect(difference([paragraph('One')], [paragraph('One')]).steps).toBe(0)
  })
})
