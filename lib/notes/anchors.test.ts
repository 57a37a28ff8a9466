import { describe, expect, test } from 'vitest'
import { type Anchor, anchorAt, findAnchor, moveAnchors } from './anchors.ts'

const text = ['The lamp is lit every night.', 'Nobody in the street remembers who lit it first.', 'The lamp again.']

/** The anchor of these words, the first time that they stand in the lines. */
function on(words: string, lines = text): Anchor {
  const block = lines.findIndex(line => line.includes(words))
  const start = lines[block]?.indexOf(words) ?? 0
  return anchorAt(lines, { block, start, end: start + words.length })
}

/** The words that an anchor stands on after a change; null when it stands nowhere. */
function standsAfter(lines: string[], anchor: Anchor, isExact = false): string | null {
  const [moved] = moveAnchors(text, lines, [{ ...anchor, isExact }])
  const place = moved?.place
  return place ? `${place.block}:${lines[place.block]?.slice(place.start, place.end)}` : null
}

describe('a remark', () => {
  test.each<[what: string, lines: string[], stands: string | null]>([
    ['what was not changed', text, '1:remembers who'],
    ['a paragraph written before it', ['New.', ...text], '2:remembers who'],
    ['a paragraph taken away before it', text.slice(1), '0:remembers who'],
    ['words written before it in its line', [text[0] ?? '', `Still, ${text[1]}`, text[2] ?? ''], '1:remembers who'],
    ['a word changed in it', [text[0] ?? '', 'Nobody in the street recalls who lit it first.', ''], '1:recalls who'],
    [
      'words added in it',
      [text[0] ?? '', 'Nobody in the street remembers now who lit it first.'],
      '1:remembers now who',
    ],
    [
      'its paragraph cut in two',
      [text[0] ?? '', 'Nobody in the street', 'remembers who lit it first.'],
      '2:remembers who',
    ],
    ['two paragraphs made one', [`${text[0]} ${text[1]}`, text[2] ?? ''], '0:remembers who'],
    ['its paragraph moved to the end', [text[0] ?? '', text[2] ?? '', text[1] ?? ''], '2:remembers who'],
    ['its words taken away', [text[0] ?? '', 'Nobody in the street lit it first.', text[2] ?? ''], null],
    ['the whole text taken away', [''], null],
  ])('follows %s', (_, lines, stands) => {
    expect(standsAfter(lines, on('remembers who'))).toBe(stands)
  })

  test('takes no words into it that are written at its edges', () => {
    const lines = [text[0] ?? '', 'Nobody in the street truly remembers who really lit it first.', text[2] ?? '']
    expect(standsAfter(lines, on('remembers who'))).toBe('1:remembers who')
  })

  test('comes back with its words', () => {
    const anchor = on('remembers who')
    const [gone] = moveAnchors(text, [''], [{ ...anchor, isExact: false }])
    expect(gone).toMatchObject({ place: null, quote: 'remembers who' })
    const [back] = moveAnchors([''], text, [{ ...(gone ?? anchor), isExact: false }])
    expect(back?.place).toEqual(anchor.place)
  })

  test('is not found again among words that read the same, without what stood around it', () => {
    expect(findAnchor(['lamp', 'lamp'], { ...on('lamp'), place: null })).toBeNull()
    expect(findAnchor(text, { ...on('lamp'), place: null })).toEqual({ block: 0, start: 4, end: 8 })
  })
})

describe('a suggestion', () => {
  test('is about its words and no others', () => {
    expect(standsAfter(['The lantern is lit every night.'], on('lamp is'), true)).toBeNull()
    expect(standsAfter(['A lamp is lit every night.'], on('lamp is'), true)).toBe('0:lamp is')
  })

  test('to add words stands between two, while they do', () => {
    const between = anchorAt(text, { block: 0, start: 8, end: 8 })
    expect(moveAnchors(text, ['Oh. The lamp is lit.'], [{ ...between, isExact: true }])[0]?.place).toEqual({
      block: 0,
      start: 12,
      end: 12,
    })
    expect(moveAnchors(text, ['Something else'], [{ ...between, isExact: true }])[0]?.place).toBeNull()
  })
})

test('two hundred remarks in a long text are moved in no time to speak of', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `Paragraph ${index} says something about ${index * 7}.`)
  const anchors = lines
    .slice(0, 200)
    .map((_, block) => ({ ...anchorAt(lines, { block, start: 0, end: 9 }), isExact: false }))
  const next = lines.map((line, index) => (index === 150 ? `${line} And more.` : line))
  const began = performance.now()
  const moved = moveAnchors(lines, ['First', ...next], anchors)
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(moved.every(({ place }, index) => place?.block === index + 1)).toBe(true)
})
