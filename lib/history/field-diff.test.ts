import { describe, expect, test } from 'vitest'
import { type Difference, diffFields, type FieldWords, sizeText } from './field-diff.ts'

const text = (name: string, words: string): FieldWords => ({ name, kind: 'text', text: words })
const items = (...words: string[]): FieldWords => ({ name: 'Topics', kind: 'items', items: words })

describe('fields beside each other', () => {
  test('that are the same are not told', () => {
    expect(diffFields([text('Title', 'Her'), items('Love')], [text('Title', 'Her'), items('Love')])).toEqual([])
  })

  test('that are written change by their words', () => {
    expect(diffFields([text('Verdict', 'Patient and warm.')], [text('Verdict', 'Patient and cold.')])).toEqual([
      {
        name: 'Verdict',
        words: [
          { kind: 'same', text: 'Patient and ' },
          { kind: 'removed', text: 'warm' },
          { kind: 'added', text: 'cold' },
          { kind: 'same', text: '.' },
        ],
      },
    ])
  })

  test('that are chosen change as a whole, from and to nothing too', () => {
    const kind = (words: string): FieldWords => ({ name: 'Work', kind: 'value', text: words })
    const wordsOf = (a: string, b: string) => diffFields([kind(a)], [kind(b)])[0]?.words
    expect(wordsOf('Her', 'Heat')).toEqual([
      { kind: 'removed', text: 'Her' },
      { kind: 'added', text: 'Heat' },
    ])
    expect(wordsOf('', 'Heat')).toEqual([{ kind: 'added', text: 'Heat' }])
    expect(wordsOf('Her', '')).toEqual([{ kind: 'removed', text: 'Her' }])
  })

  test('that are lists change by their items', () => {
    expect(diffFields([items('Love', 'Machines')], [items('Love', 'Cities', 'Machines')])).toEqual([
      {
        name: 'Topics',
        isList: true,
        words: [
          { kind: 'same', text: 'Love' },
          { kind: 'added', text: 'Cities' },
          { kind: 'same', text: 'Machines' },
        ],
      },
    ])
  })

  test('that are pictures say which it was and which it is', () => {
    const picture = (mediaId: string | null): FieldWords => ({ name: 'Picture', kind: 'picture', mediaId })
    expect(diffFields([picture(null)], [picture('m1')])).toEqual([
      { name: 'Picture', words: [], pictures: { before: null, after: 'm1' } },
    ])
  })
})

test('how much it is, in words', () => {
  const line = { role: '', text: 'One two', facts: [], marks: [], mediaId: null }
  const field = { name: 'Title', words: [] }
  const size = (difference: Partial<Difference>) => sizeText({ fields: [], text: [], ...difference })
  expect(size({})).toBe('')
  expect(size({ text: [{ kind: 'same', line }] })).toBe('')
  expect(size({ text: [{ kind: 'added', line }] })).toBe('2 words')
  expect(size({ text: [{ kind: 'removed', line: { ...line, text: 'One' } }], fields: [field] })).toBe(
    '1 word and 1 field',
  )
  expect(size({ fields: [field, field] })).toBe('2 fields')
  expect(
    size({
      text: [
        { kind: 'moved', line },
        { kind: 'left', line },
      ],
    }),
  ).toBe('the form of the text')
})
