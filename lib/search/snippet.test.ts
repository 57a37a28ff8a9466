import { expect, test } from 'vitest'
import { type Run, readTerms } from './search.ts'
import { finder, mark, snippet } from './snippet.ts'

const shown = (runs: Run[]) => runs.map(run => (run.isHit ? `[${run.text}]` : run.text)).join('')
const find = (typed: string, stems: string[] = []) => finder(readTerms(typed), stems)

test.each([
  ['johansson', ['johansson'], 'Scarlett Johansson’s voice', 'Scarlett [Johansson’s] voice'],
  ['celine', ['celin'], 'By Céline Sciamma', 'By [Céline] Sciamma'],
  ['letters', ['letter'], 'A letter, lettering', 'A [letter], [lettering]'],
  ['happy', ['happi'], 'Happier is happy', '[Happier] is [happy]'],
  ['her', [], 'Here is her chair', 'Here is [her] chair'],
  ['joh', ['joh'], 'John Johansson', '[John] [Johansson]'],
])('%s marks', (typed, stems, text, marked) => expect(shown(mark(text, find(typed, stems)))).toBe(marked))

test('nothing is lost or made up between the marks', () => {
  const text = 'A <b>lantern</b> & a "lantern" in the long grass'
  expect(
    mark(text, find('lantern'))
      .map(run => run.text)
      .join(''),
  ).toBe(text)
})

test('a snippet is a stretch around what was found, cut between words', () => {
  const text = `${'Much was said before. '.repeat(40)}Then a lantern stood in the grass. ${'And more after. '.repeat(40)}`
  const runs = snippet(text, find('lantern'), 'instead')
  expect(shown(runs)).toMatch(/^… Then a \[lantern\] stood in the grass\. And .* …$/)
  expect(shown(runs).length).toBeLessThan(260)
})

test('the stretch with the most different words wins', () => {
  const text = `A lantern. ${'Nothing here at all. '.repeat(30)}A lantern in long grass.`
  expect(shown(snippet(text, find('lantern grass'), ''))).toContain('[lantern] in long [grass]')
})

test('when the text has none of it, the verdict stands in its place', () => {
  expect(shown(snippet('Nothing of the kind.', find('jonze'), 'Its verdict.'))).toBe('Its verdict.')
})

test.each(['', '🎬🎬🎬', 'ا'.repeat(500), 'x'.repeat(100_000)])('odd texts are no trouble', text => {
  expect(() => snippet(text, find('x', ['x']), 'v')).not.toThrow()
})
