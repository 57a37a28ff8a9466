import { describe, expect, test } from 'vitest'
import type { Prose, ProseNode } from '#lib/prose/prose.ts'
import { keyOf, linesOf } from './lines.ts'
import { diffTexts, type LineChange, wordsChanged } from './text-diff.ts'

const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map(type => ({ type })) }),
})
const paragraph = (...content: (string | ProseNode)[]): ProseNode => ({
  type: 'paragraph',
  content: content.map(each => (typeof each === 'string' ? text(each) : each)),
})
const doc = (...content: ProseNode[]): Prose => ({ type: 'doc', content })
const figure = (mediaId: string, attrs: Record<string, string> = {}): ProseNode => ({
  type: 'figure',
  attrs: { mediaId, alt: '', caption: '', credit: '', ...attrs },
})
const cell = (words: string): ProseNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(words)],
})

const kinds = (changes: LineChange[]) => changes.map(change => change.kind)
const side = (changes: LineChange[], which: 'before' | 'after') =>
  changes.flatMap(change => {
    if (change.kind === 'changed') return [keyOf(change[which])]
    const others = which === 'before' ? ['added', 'moved'] : ['removed', 'left']
    return others.includes(change.kind) ? [] : [keyOf(change.line)]
  })

const [one, two, three] = [
  paragraph('The lamp in the window is lit every night.'),
  paragraph('Nobody in the street remembers who lit it first.'),
  paragraph('It is a film about waiting, and about rooms.'),
]

describe('two texts', () => {
  test('that are the same are told as the same', () => {
    expect(kinds(diffTexts(doc(one, two), doc(one, two)))).toEqual(['same', 'same'])
  })

  test('differ by a word: the paragraph changed, the others did not', () => {
    const after = paragraph('Nobody in the village remembers who lit it first.')
    const [, change] = diffTexts(doc(one, two, three), doc(one, after, three))
    expect(change).toMatchObject({ kind: 'changed', said: [] })
    if (change?.kind !== 'changed') throw new Error('not changed')
    expect(change.words.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'street' },
      { kind: 'added', text: 'village' },
    ])
  })

  test('a paragraph between others is added, another is removed', () => {
    expect(kinds(diffTexts(doc(one, three), doc(one, two, three)))).toEqual(['same', 'added', 'same'])
    expect(kinds(diffTexts(doc(one, two, three), doc(one, three)))).toEqual(['same', 'removed', 'same'])
  })

  test('what was carried elsewhere has moved, and left a place', () => {
    expect(kinds(diffTexts(doc(one, two, three), doc(two, three, one)))).toEqual(['left', 'same', 'same', 'moved'])
  })

  test('a cell of a table changes alone', () => {
    const table = (...words: string[]): ProseNode => ({
      type: 'table',
      attrs: { caption: 'Where to see it' },
      content: [{ type: 'tableRow', content: words.map(cell) }],
    })
    const changes = diffTexts(doc(table('Paris', 'Rome')), doc(table('Paris', 'Turin')))
    expect(kinds(changes)).toEqual(['same', 'same', 'changed'])
    expect(changes[2]).toMatchObject({ after: { role: 'Table · cell', text: 'Turin' } })
  })

  test('a heading that was a paragraph says so', () => {
    const heading: ProseNode = { type: 'heading', attrs: { level: 2 }, content: one.content }
    expect(diffTexts(doc(one), doc(heading))).toMatchObject([
      { kind: 'changed', said: ['Was: a plain paragraph. Now: heading.'] },
    ])
  })

  test('marks that come and go are said in words; those of changed words are not', () => {
    const before = doc(paragraph('See ', text('the lamp', 'bold'), ' tonight, ', text('please', 'italic'), '.'))
    const after = doc(paragraph('See ', text('the lamp'), ' tonight, ', text('dear', 'italic'), '.'))
    expect(diffTexts(before, after)).toMatchObject([{ said: ['“the lamp” is no longer in bold.'] }])
    expect(diffTexts(after, before)).toMatchObject([{ said: ['“the lamp” is now in bold.'] }])
  })

  test('a link that leads elsewhere says where', () => {
    const link = (href: string): ProseNode => ({
      type: 'text',
      text: 'here',
      marks: [{ type: 'link', attrs: { href } }],
    })
    const [change] = diffTexts(doc(paragraph('Look ', link('/a'))), doc(paragraph('Look ', link('/b'))))
    expect(change).toMatchObject({ said: ['“here” is now a link to /b.', '“here” is no longer a link to /a.'] })
  })

  test('a picture says what was changed of it', () => {
    const [change] = diffTexts(doc(figure('m1', { alt: 'A lamp' })), doc(figure('m1', { alt: 'A small lamp' })))
    expect(change).toMatchObject({ kind: 'changed', facts: [{ name: 'Description' }] })
    expect(kinds(diffTexts(doc(figure('m1')), doc(figure('m2'))))).toEqual(['changed'])
  })

  test('a note changes where it is called', () => {
    const noted = (words: string) => paragraph('It is late', { type: 'footnote', content: [text(words)] }, '.')
    const [change] = diffTexts(doc(noted('By the clock.')), doc(noted('By the old clock.')))
    expect(change).toMatchObject({ kind: 'changed' })
    expect(wordsChanged(change ? [change] : [])).toEqual({ added: 1, removed: 0 })
  })

  test('give both back, whatever they are', () => {
    let seed = 11
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const words = ['lamp', 'moth', 'window', 'rain', 'the', 'a', 'of', 'night']
    const sentence = () => Array.from({ length: random(7) }, () => words[random(words.length)]).join(' ')
    const blocks = [
      () => paragraph(sentence()),
      () => figure(`m${random(3)}`, { caption: sentence() }),
      () => ({ type: 'blockquote', content: [paragraph(sentence())] }),
      () => ({ type: 'horizontalRule' }),
    ]
    const random_ = () => doc(...Array.from({ length: random(9) }, () => blocks[random(blocks.length)]?.() ?? one))
    for (let run = 0; run < 300; run++) {
      const [a, b] = [random_(), random_()]
      const changes = diffTexts(a, b)
      expect(side(changes, 'before').toSorted()).toEqual(linesOf(a).map(keyOf).toSorted())
      expect(side(changes, 'before')).toEqual(linesOf(a).map(keyOf))
      expect(side(changes, 'after')).toEqual(linesOf(b).map(keyOf))
    }
  })

  test('of ten thousand words are told in time, also when nothing is the same', () => {
    const long = (word: string) =>
      doc(
        ...Array.from({ length: 200 }, (_, block) =>
          paragraph(Array.from({ length: 50 }, (_, index) => `${word}${block * 50 + index}`).join(' ')),
        ),
      )
    expect(wordsChanged(diffTexts(long('lamp'), long('moth')))).toEqual({ added: 10_000, removed: 10_000 })
  })
})
