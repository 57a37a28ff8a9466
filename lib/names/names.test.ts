import { describe, expect, test } from 'vitest'
import { commonNames, commonWords } from './common-words.ts'
import { createNameCheck, houseNames, type KnownName, nameKey } from './names.ts'

const person = (text: string): KnownName => ({ text, kind: 'person' })
const character = (text: string): KnownName => ({ text, kind: 'character' })
const work = (text: string): KnownName => ({ text, kind: 'work' })

const her = [
  work('Her'),
  ...['Spike Jonze', 'Joaquin Phoenix', 'Scarlett Johansson', 'Amy Adams', 'Rooney Mara', 'Olivia Wilde'].map(person),
  ...['Hoyte van Hoytema', 'K.K. Barrett', 'Arcade Fire', 'Owen Pallett', 'Portia Doubleday'].map(person),
  ...['Theodore Twombly', 'Samantha', 'Catherine', 'Blind date'].map(character),
]

function checked(
  text: string,
  known: KnownName[] = her,
  { house = [] as KnownName[], accepted = [] as string[] } = {},
) {
  const check = createNameCheck({
    known,
    house: houseNames(house),
    isWord: key => commonWords.has(key),
    isOtherName: key => commonNames.has(key),
    isAccepted: key => accepted.includes(key),
  })
  return check.doubtsIn(text)
}

/** The text with every doubt put right. */
function corrected(text: string, known?: KnownName[]): string {
  return checked(text, known).reduceRight(
    (fixed, { from, to, suggestion }) => fixed.slice(0, from) + suggestion + fixed.slice(to),
    text,
  )
}

describe('a name that is nearly right is put right', () => {
  test.each([
    ['It sounds like Scarlett Johannson.', 'It sounds like Scarlett Johansson.'],
    ['Johannson, for her part, breathes.', 'Johansson, for her part, breathes.'],
    ['Spike Jonz wrote it.', 'Spike Jonze wrote it.'],
    ['What Jonz wrote.', 'What Jonze wrote.'],
    ['Spike Jones wrote it.', 'Spike Jonze wrote it.'],
    ['The love in Phoneix’s eyes', 'The love in Phoenix’s eyes'],
    ["The love in Phoneix's eyes", "The love in Phoenix's eyes"],
    ['Joaquin Pheonix looks', 'Joaquin Phoenix looks'],
    ['Joquin Pheonix looks', 'Joaquin Phoenix looks'],
    ['Juaquin Phoenix looks', 'Joaquin Phoenix looks'],
    ['Rooney Marra has one long scene', 'Rooney Mara has one long scene'],
    ['Hoyt van Hoytema’s camera', 'Hoyte van Hoytema’s camera'],
    ['Hoyte von Hoytema’s camera', 'Hoyte van Hoytema’s camera'],
    ['Theodor Twombly, parted from his wife', 'Theodore Twombly, parted from his wife'],
    ['Theadore, in a temper', 'Theodore, in a temper'],
    ['Amy Adam is the neighbour', 'Amy Adams is the neighbour'],
    ['K. K. Barret furnished it', 'K. K. Barrett furnished it'],
    ['K.K. Barratt furnished it', 'K.K. Barrett furnished it'],
    ['Arcade Fyre played', 'Arcade Fire played'],
    ['“Samanta,” he says', '“Samantha,” he says'],
    ['SCARLETT JOHANNSON', 'SCARLETT JOHANSSON'],
    ['the Johannsons of this world', 'the Johanssons of this world'],
    ['by Owen Palett and Arcade Fire', 'by Owen Pallett and Arcade Fire'],
  ])('%s', (wrong, right) => expect(corrected(wrong)).toBe(right))

  test('with its accents, whatever form of Unicode it is in', () => {
    const known = [person('Céline Sciamma'), person('Björk'), person('Noémie Merlant')]
    expect(corrected('Céline Sciama made it', known)).toBe('Céline Sciamma made it')
    expect(corrected('Ce\u0301line Sciamma made it', known)).toBe('Ce\u0301line Sciamma made it')
    expect(corrected('Noemi Merlant looks', known)).toBe('Noémie Merlant looks')
  })

  test('only accents are doubted gently, and only in a full name', () => {
    const known = [person('Céline Sciamma'), person('Björk')]
    expect(checked('Celine Sciamma made it', known)).toMatchObject([
      { text: 'Celine', suggestion: 'Céline', isAccent: true },
    ])
    expect(checked('Bjork sings', known)).toMatchObject([{ suggestion: 'Björk', isAccent: true }])
    expect(checked('Celine made it', known)).toEqual([])
    expect(checked('Joaquín Phoenix', her)).toEqual([])
  })

  test('in a title', () => {
    const known = [
      work('Portrait of a Lady on Fire'),
      work('Severance: Season 1'),
      work('Piranesi'),
      work('Outer Wilds'),
    ]
    expect(corrected('Portait of a Lady on Fire', known)).toBe('Portrait of a Lady on Fire')
    expect(corrected('In Severence nobody', known)).toBe('In Severance nobody')
    expect(corrected('Piranessi is a house', known)).toBe('Piranesi is a house')
    expect(corrected('Outer Wild is small', known)).toBe('Outer Wilds is small')
  })

  test('of the house, where one of its words is right', () => {
    const house = [person('Sofia Coppola'), person('Lance Acord')]
    expect(checked('as Sofia Copolla did', her, { house })).toMatchObject([{ suggestion: 'Coppola' }])
    expect(checked('as Copolla did', her, { house })).toEqual([])
  })

  test('the offsets are those of the wrong word alone', () => {
    expect(checked('So Scarlett Johannson’s laugh')).toEqual([
      { from: 12, to: 21, text: 'Johannson', suggestion: 'Johansson', name: 'Scarlett Johansson', isAccent: false },
    ])
  })
})

describe('nothing is said of', () => {
  test.each([
    ['what is right', 'Scarlett Johansson, Johansson, Scarlett and Spike Jonze.'],
    ['possessives', "Jonze’s film, Jonze's film, Adams’ part, Adams’s part, Phoenix’s eyes"],
    ['plurals', 'The Adamses, the Jonzes and two Phoenixes'],
    ['initials, however they are set', 'K. K. Barrett, K.K. Barrett and K K Barrett'],
    ['first names', 'Amy, Rooney, Joaquin, Theodore and Samantha'],
    ['ordinary words', 'Marathon. Maria has a mare. Having her here, here and there. Wild fire. Adam ate.'],
    ['ordinary words in lower case', 'a phoenix, an arcade, a marra, a jonz'],
    [
      'other people of nearly the same name',
      'Hilary Mantel, River Phoenix, Samantha Morton, Catherine Keener and Kate Mara',
    ],
    ['others whose first name is another', 'Mark Adams, Lucy Adams and Rooney Tara'],
    ['what nobody could mean', 'Los Angeles, Shanghai, OpenAI and BeautifulHandwrittenLetters.com'],
    ['the unit', 'Five OS’s out of five.'],
  ])('%s', (_, text) => expect(checked(text)).toEqual([]))

  test('other names of the house', () => {
    const known = [person('Emily Mandel')]
    expect(checked('Mantel and Mandel', known)).toHaveLength(1)
    expect(checked('Mantel and Mandel', known, { house: [person('Hilary Mantel')] })).toEqual([])
  })

  test('a spelling that was accepted, alone and in a full name', () => {
    const accepted = [nameKey('Johannson')]
    expect(checked('Johannson and Scarlett Johannson’s laugh', her, { accepted })).toEqual([])
  })

  test('a name across a sentence, a mention or a line', () => {
    expect(checked('Go, Spike. Jon said it.')).toEqual([])
    expect(checked('Scarlett \ufffc Johansson')).toEqual([])
  })
})

test('strange texts are read as quickly, and refused by nobody', () => {
  const hebrew = 'שלום עולם',
    combining = `Z${'\u0301'.repeat(500)}algo`
  const long = 'A'.repeat(200_000)
  const began = process.cpuUsage()
  for (const text of ['', ' ', hebrew, combining, long, `${'Johannson '.repeat(20_000)}`, '\ud800']) checked(text)
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000)
  expect(checked('花様年華 by Wong Kar-way', [person('Wong Kar-wai'), work('花樣年華')])).toMatchObject([
    { suggestion: 'wai' },
  ])
})

test('a key is the spelling without case, accents, points and apostrophes', () => {
  expect(nameKey('K.K. Barrett')).toBe('k k barrett')
  expect(nameKey('O’Brien')).toBe('obrien')
  expect(nameKey('Sjón')).toBe(nameKey('SJO\u0301N'))
  expect(nameKey('Sigur Rós')).toBe('sigur ros')
  expect(nameKey('Mads Brügger')).toBe('mads brugger')
  expect(nameKey('Søren')).toBe('soren')
})
