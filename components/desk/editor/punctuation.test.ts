import { describe, expect, test } from 'vitest'
import { listLanguages } from '#lib/languages/languages.ts'
import { punctuate } from './punctuation.ts'
import { punctuationOf } from './punctuation-styles.ts'

/** What stands there after somebody has typed this, key by key. */
function typed(text: string, language = 'en-GB'): string {
  const style = punctuationOf(language)
  return [...text].reduce((before, key) => {
    const change = punctuate(before, key, style)
    return change ? before.slice(0, before.length - change.cut) + change.insert : before + key
  }, '')
}

describe('in English', () => {
  test.each([
    ['"Her," she said.', '“Her,” she said.'],
    ["It's the critics' film.", 'It’s the critics’ film.'],
    [`"He said 'no'," she said.`, '“He said ‘no’,” she said.'],
    ['("Her")', '(“Her”)'],
    ["the '90s, 'tis rock 'n' roll, get 'em.", 'the ’90s, ’tis rock ’n’ roll, get ’em.'],
    [`six feet 2"`, 'six feet 2″'],
    [`"in 2013" he`, '“in 2013” he'],
    ['"I thought--" he said', '“I thought–” he said'],
    ['And then...', 'And then…'],
    ['Four....', 'Four….'],
    ['a long - very long - film', 'a long – very long – film'],
    ['5 - 3', '5 - 3'],
    ['well-made', 'well-made'],
    ['one---two', 'one—two'],
  ])('%s', (keys, text) => {
    expect(typed(keys)).toBe(text)
  })

  test('Americans close their dashes up', () => {
    expect(typed('one--two', 'en-US')).toBe('one—two')
    expect(typed('one -- two')).toBe('one – two')
  })
})

describe('in other languages', () => {
  test.each([
    ['de', `"Sie sagte 'nein'," sagt er. So geht's.`, '„Sie sagte ‚nein‘,“ sagt er. So geht’s.'],
    ['de-AT', `'Wie geht's?'`, '‚Wie geht’s?‘'],
    ['fr', `"Elle" et l'autre`, '«\u202fElle\u202f» et l’autre'],
    ['fr', '" Elle " ! Quoi ?', '«\u202fElle\u202f»\u202f! Quoi\u202f?'],
    ['fr-CH', '"Elle"', '«Elle»'],
    ['es', '¿"Ella"? -- no', '¿«Ella»? — no'],
    ['sv', '"Hon" och "han"', '”Hon” och ”han”'],
    ['fi', `"Hän 'sanoi' sen"`, '”Hän ’sanoi’ sen”'],
    ['nl', `"Zij" en 'hij'`, '“Zij” en ‘hij’'],
    ['pl', '"Ona"', '„Ona”'],
    ['ru', '"Она" - это', '«Она» — это'],
    ['it', `L'"altra" e 'ndrangheta`, 'L’«altra» e ’ndrangheta'],
    ['pt-BR', '"Ela"', '“Ela”'],
    ['pt-PT', '"Ela"', '«Ela»'],
    ['ja', '彼女は"彼"と', '彼女は「彼」と'],
    ['zh-TW', '"她"', '「她」'],
    ['tlh', '"x"', '“x”'],
  ])('%s: %s', (language, keys, text) => {
    expect(typed(keys, language)).toBe(text)
  })

  test('every one that is offered has a pair', () => {
    for (const tag of listLanguages()) expect(punctuationOf(tag).outer.every(mark => mark.length === 1)).toBe(true)
  })
})

describe('stays as it was typed', () => {
  test.each([
    'https://example.org/a--b?c="d"',
    "www.example.org/it's...",
    "ada@example.org's",
    '[words](/works/her--2)',
    '---',
    '- a list',
    'wait. . .',
  ])('%s', text => {
    expect(typed(text)).toBe(text)
  })
})
