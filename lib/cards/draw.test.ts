import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Rating } from '#lib/ratings/ratings.ts'
import { defaultTheme } from '#lib/theme/theme.ts'
import type { CardContent } from './cards.ts'
import { drawVerdictCard } from './draw.ts'
import { hasShape } from './faces.ts'
import { type TextImage, textImage } from './text-image.ts'

const scale: Rating['scale'] = {
  key: 'five',
  name: 'Five',
  version: 1,
  kind: 'numeric',
  min: 0,
  max: 5,
  step: 0.5,
  labels: [],
}
const five: Rating = { scale, unit: { singular: 'OS', plural: 'OS’s', glyph: 'orb' }, value: 5 }
const her: CardContent = {
  title: 'Her',
  detail: 'Film, 2013',
  rating: five,
  sentence: 'Five OS’s out of five',
  range: '',
  critics: 'Rosalind Petrakis',
  publication: 'Out of Five',
  language: 'en-GB',
  theme: defaultTheme,
}

async function pixels(card: Buffer, region = { left: 0, top: 0, width: 1200, height: 630 }) {
  return sharp(card).extract(region).removeAlpha().raw().toBuffer()
}

/** Without words that the other lacks: each card has a palette of its own, so single pixels differ a little. */
function areAlike(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && one.every((value, at) => Math.abs(value - (other[at] ?? 0)) < 48)
}

const nothing = { ...her, title: '', detail: '', critics: '', publication: '', sentence: '' }

test('a card is a PNG of 1200 × 630 that is light enough to be shared', async () => {
  const card = await drawVerdictCard(her)
  expect(await sharp(card).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(card.length).toBeLessThan(60_000)
})

const ratings: Record<string, Partial<CardContent>> = {
  'a row of glyphs': {},
  'half a glyph': { rating: { ...five, value: 2.5 }, sentence: 'Two and a half OS’s out of five' },
  'a numeral': {
    rating: { scale: { ...scale, max: 10, step: 0.1 }, unit: null, value: 8.4 },
    sentence: '8.4 out of 10',
  },
  'a letter': {
    rating: { scale: { ...scale, kind: 'letter', max: 2, step: 1, labels: ['C', 'B', 'A+'] }, unit: null, value: 2 },
    range: 'on a scale from C to A+',
  },
  'a verdict': {
    rating: { scale: { ...scale, kind: 'verdict', max: 1, step: 1, labels: ['No', 'Yes'] }, unit: null, value: 1 },
    sentence: 'Yes',
  },
  'no score': { rating: null, sentence: 'Not scored' },
}

test('every form of a rating is drawn, and each otherwise', async () => {
  const drawn = await Promise.all(
    Object.values(ratings).map(async form =>
      (await pixels(await drawVerdictCard({ ...her, ...form }))).toString('base64'),
    ),
  )
  expect(new Set(drawn).size).toBe(drawn.length)
})

const style = { family: 'Fraunces', colour: '#000000', sizes: [48], width: 1000, height: 400, language: 'en' } as const

describe('every script has shapes', () => {
  const scripts = {
    Latin: 'Ægžẞ Đẵng ṣ ẹ́ Łódź',
    Greek: 'Ελλάδα ἀρχή',
    Cyrillic: 'Сталкер Їжак Өмір',
    Arabic: 'جدایی پهلو ٹھ',
    Hebrew: 'ואלס',
    Devanagari: 'लगान क्षत्रिय',
    Bengali: 'পথের পাঁচালী',
    Gurmukhi: 'ਪੰਜਾਬੀ',
    Gujarati: 'ગુજરાતી',
    Odia: 'ଓଡ଼ିଆ',
    Tamil: 'தமிழ்',
    Telugu: 'తెలుగు',
    Kannada: 'ಕನ್ನಡ',
    Malayalam: 'മലയാളം',
    Sinhala: 'සිංහල',
    Thai: 'ลุงบุญมี',
    Lao: 'ລາວ',
    Khmer: 'ខ្មែរ',
    Burmese: 'မြန်မာ',
    Tibetan: 'བོད་སྐད',
    Mongolian: 'ᠮᠣᠩᠭᠣᠯ',
    Georgian: 'ქართული',
    Armenian: 'Հայերեն',
    Ethiopic: 'አማርኛ',
    Cherokee: 'ᏣᎳᎩ',
    Inuktitut: 'ᐃᓄᒃᑎᑐᑦ',
    Tifinagh: 'ⵜⵉⴼⵉⵏⴰⵖ',
    Thaana: 'ދިވެހި',
    Syriac: 'ܣܘܪܝܝܐ',
    'N’Ko': 'ߒߞߏ',
    Simplified: '霸王别姬',
    Traditional: '花樣年華 冇咗',
    Japanese: 'もののけ姫 カメラ',
    Korean: '기생충',
    Emoji: '🎬🙂',
    Signs: '½ № € → ♥ “”',
  }
  for (const [script, text] of Object.entries(scripts))
    test(script, async () => {
      const image = await textImage(text, style)
      const ink = await alphaOf(image)
      expect(ink.filter(alpha => alpha > 127).length).toBeGreaterThan(200)
      for (const letter of new Set(text.normalize('NFC').replace(/\s/gu, '')))
        expect(hasShape(letter.codePointAt(0) ?? 0), letter).toBe(true)
    })

  test('letters are joined and turned around: a word is not its letters side by side', async () => {
    const width = async (text: string) => (await textImage(text, style))?.width ?? 0
    expect(await width('كتاب')).toBeLessThan((await width('ك ت ا ب')) * 0.8)
    expect(await width('क्षत्रिय')).not.toBe(await width('कषतरय'))
    // What comes first stands at the right.
    const turned = await textImage('שש . . . .', style)
    const [left, right] = await Promise.all([
      columnInk(turned, 0, 20),
      columnInk(turned, (turned?.width ?? 0) - 20, 20),
    ])
    expect(right).toBeGreaterThan(left * 3)
  })

  test('an accent that no letter takes up stands on its letter', async () => {
    const [plain, marked] = await Promise.all([textImage('ẹẹẹẹ', style), textImage('ẹ́ẹ́ẹ́ẹ́', style)])
    expect(Math.abs((marked?.width ?? 0) - (plain?.width ?? 0))).toBeLessThan(20)
  })

  test('Chinese signs are drawn as the language has them', async () => {
    const forms = await Promise.all(
      ['ja', 'zh-Hans', 'zh-Hant', 'ko'].map(async language =>
        alphaOf(await textImage('直骨', { ...style, language })),
      ),
    )
    expect(forms[0]?.equals(forms[1] ?? Buffer.alloc(0))).toBe(false)
    expect(forms[1]?.equals(forms[2] ?? Buffer.alloc(0))).toBe(false)
    const kana = await Promise.all(
      ['en', 'ja'].map(async language => alphaOf(await textImage('直の', { ...style, language }))),
    )
    expect(kana[0]?.equals(kana[1] ?? Buffer.alloc(0))).toBe(true)
  })

  test('what no face has is left out, or, of Chinese signs, said to be missing: never a box', async () => {
    expect(await textImage('\ua500\ua501\u{10fffd}\ufffd', style)).toBeNull()
    const [geta, missing] = await Promise.all(['〓', '㐂'].map(async sign => alphaOf(await textImage(sign, style))))
    expect(missing?.equals(geta ?? Buffer.alloc(0))).toBe(true)
    expect(hasShape(0xa500)).toBe(false)
  })

  test('the faces are those of this folder, whatever the machine has', async () => {
    const [house, unknown] = await Promise.all(
      (['Fraunces', 'Instrument Sans'] as const).map(async family =>
        alphaOf(await textImage('Rag', { ...style, family })),
      ),
    )
    expect(house?.equals(unknown ?? Buffer.alloc(0))).toBe(false)
  })
})

async function alphaOf(image: TextImage | null): Promise<Buffer> {
  if (!image) return Buffer.alloc(0)
  return sharp(image.picture.input, { raw: image.picture.raw }).extractChannel('alpha').raw().toBuffer()
}

async function columnInk(image: TextImage | null, left: number, width: number): Promise<number> {
  const alpha = await alphaOf(image)
  const wide = image?.width ?? 0
  return alpha.filter((value, at) => at % wide >= left && at % wide < left + width && value > 60).length
}

describe('whatever the title is', () => {
  const titles: Record<string, string> = {
    long: 'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb '.repeat(6),
    'one long word': 'Llanfairpwllgwyngyll'.repeat(20),
    'long in Chinese': '花樣年華'.repeat(60),
    'long in Arabic': 'جدایی نادر از سیمین '.repeat(12),
    markup: '<span size="999999">&amp;</span><script>alert(1)</script>',
    'signs of control': 'A\u0000\u0007\u202eB\ud800',
    'a flood of marks': `Z${'\u0301'.repeat(400)}algo`,
    'signs that nobody has': '\u{10fffd}'.repeat(40),
    'joiners and turners': `A${'\u200d\u202e\u2066\ufe0f'.repeat(300)}B`,
    'marks of every kind': `${'\u0489\u20dd\u0f39\u0e49\u3099'.repeat(60)}x`,
    emoji: '👩‍👩‍👧‍👦'.repeat(80),
  }
  for (const [name, title] of Object.entries(titles))
    test(`${name}: nothing is drawn outside the margins or over the rating`, async () => {
      // A title that runs the other way turns the ground around, so the one that it is compared with is such a one too.
      const bare = /\p{Script=Arabic}/u.test(title) ? 'ا' : ''
      const [card, empty] = await Promise.all([
        drawVerdictCard({ ...nothing, title }),
        drawVerdictCard({ ...nothing, title: bare }),
      ])
      for (const region of [
        { left: 0, top: 0, width: 68, height: 630 },
        { left: 1132, top: 0, width: 68, height: 630 },
        { left: 0, top: 0, width: 1200, height: 138 },
        { left: 0, top: 350, width: 1200, height: 280 },
      ])
        expect(areAlike(await pixels(card, region), await pixels(empty, region)), JSON.stringify(region)).toBe(true)
    })

  test('all texts at once may be too long: each keeps its place', async () => {
    const long = 'an endless sentence about everything that was ever made '.repeat(20)
    const card = await drawVerdictCard({
      ...her,
      title: long,
      detail: long,
      sentence: long,
      critics: long,
      publication: long,
    })
    const bare = await drawVerdictCard(nothing)
    for (const region of [
      { left: 0, top: 0, width: 68, height: 630 },
      { left: 1132, top: 0, width: 68, height: 630 },
      { left: 0, top: 0, width: 1200, height: 42 },
      { left: 0, top: 600, width: 1200, height: 30 },
    ])
      expect(areAlike(await pixels(card, region), await pixels(bare, region)), JSON.stringify(region)).toBe(true)
  })

  test('a word is rather smaller than in two', async () => {
    const word = 'Supercalifragilisticexpialidocious'
    const image = await textImage(word, { ...style, sizes: [120, 90, 60], width: 1056, height: 206 })
    expect(image?.height).toBeLessThan(90)
  })

  test('words come before letters: a title is shortened between two of them', async () => {
    const most = await textImage('word '.repeat(400), { ...style, sizes: [40] })
    expect(most && most.width <= 1000 && most.height <= 400).toBe(true)
  })
})

test('a card is drawn in the colours of the house', async () => {
  const card = await drawVerdictCard({ ...her, theme: { ...defaultTheme, ground: 'cool', accentLight: '#1144aa' } })
  // The line that everything stands on.
  const [red = 0, , blue = 0] = await pixels(card, { left: 600, top: 622, width: 1, height: 1 })
  expect(blue).toBeGreaterThan(2 * red)
})
