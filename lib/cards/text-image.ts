import { join } from 'node:path'
import sharp from 'sharp'
import { setFonts } from '#lib/env.ts'
import { fitWords, room } from '#lib/markup/fit.ts'
import { escapeAttribute } from '#lib/xml/xml.ts'
import { facesFolder, hasShape } from './faces.ts'

// Words as pictures, by the text engine of sharp: Pango with HarfBuzz and FriBidi, so every script is shaped and runs its own way.

// Read when the first text is drawn in this process. Only our own faces: the machine's would make another card on each.
setFonts(join(facesFolder, 'fonts.conf'))

export interface TextImage {
  /** The pixels, as `composite` takes them: four channels. */
  picture: { input: Buffer; raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 } }
  width: number
  height: number
}

interface Style {
  family: 'Fraunces' | 'Instrument Sans'
  colour: string
  /** Sizes to try, largest first, in pixels. */
  sizes: readonly number[]
  /** The box that it has to fit into, in pixels. */
  width: number
  height: number
  /** Lines of about the same length, rather than full ones and a rest. */
  isBalanced?: boolean
  /** BCP 47: Chinese, Japanese and Korean draw the same signs differently. */
  language: string
}

/**
 * A text as large as it fits into its box: smaller where it must be, and at the smallest size without its last words. What cannot be seen or
 * would draw over its neighbours (control signs, floods of marks, what no face has) is left out. Null where nothing is left.
 */
export async function textImage(text: string, style: Style): Promise<TextImage | null> {
  const clean = drawable(text)
  if (clean === '') return null
  const { sizes, width, height } = style
  // Far too long for a size: not worth drawing.
  const possible = sizes.filter(size => room(clean) * size * 0.3 * size <= width * height * 1.2)
  // Rather smaller than with a word in two.
  for (const wrap of ['word', 'word-char'] as const)
    for (const size of possible) {
      const image = await draw(clean, size, { ...style, wrap })
      if (fits(image, style)) return style.isBalanced && wrap === 'word' ? balance(clean, size, style, image) : image
    }
  const smallest = { ...style, wrap: 'word-char' } as const
  const size = sizes.at(-1) ?? 16
  for (let most = Math.min(room(clean), 400); most > 1; most = Math.floor(most * 0.85)) {
    const image = await draw(fitWords(clean, most), size, smallest)
    if (fits(image, style)) return image
  }
  return draw('…', size, smallest)
}

/** The narrowest that needs no more lines. */
async function balance(text: string, size: number, style: Style, wide: TextImage): Promise<TextImage> {
  if (wide.height < size * 1.4) return wide
  let best = wide
  for (let [least, most] = [style.width / 2, wide.width]; most - least > size * 0.4; ) {
    const width = Math.round((least + most) / 2)
    const image = await draw(text, size, { ...style, width, wrap: 'word' })
    if (image.height <= wide.height + size * 0.3 && image.width <= width) [best, most] = [image, width]
    else least = width
  }
  return best
}

type Laid = Style & { wrap: 'word' | 'word-char' }

async function draw(text: string, size: number, { family, colour, width, language, wrap }: Laid): Promise<TextImage> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}" lang="${languageOf(text, language)}">${escapeAttribute(text)}</span>`,
      font: `${hasLooseMarks(text) ? backing[family] : family} ${size}px`,
      width: Math.floor(width),
      wrap,
      rgba: true,
      spacing: Math.round(size * -0.08),
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width: drawn, height, channels } = info
  return { picture: { input: data, raw: { width: drawn, height, channels } }, width: drawn, height }
}

function fits(image: TextImage, { width, height }: Style): boolean {
  return image.width <= width && image.height <= height
}

/** Faces that put any mark on any letter; those of the house know only letters that have theirs. */
const backing = { Fraunces: 'Noto Serif SemiBold', 'Instrument Sans': 'Noto Sans Medium' }

function hasLooseMarks(text: string): boolean {
  return /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]/.test(text)
}

/** In whose forms Chinese signs are drawn: the text's own where it shows that, or the review's. */
function languageOf(text: string, language: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  if (/\p{Script=Hangul}/u.test(text)) return 'ko'
  if (!/\p{Script=Han}/u.test(text)) return language
  const { language: known, region, script } = new Intl.Locale(language).maximize()
  if (known === 'ja' || known === 'ko') return known
  return script === 'Hant' ? (region === 'HK' ? 'zh-HK' : 'zh-TW') : 'zh-CN'
}

/** On one line, without what has no shape or turns what stands beside it; with no more marks on a letter than writing has. */
function drawable(text: string): string {
  const line = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
  return Array.from(line, shaped)
    .join('')
    .replace(/(^|\s)[\p{M}\p{Cf}]+/gu, '$1')
    .replace(/([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{2})[\p{M}\p{Cf}]+/gu, '$1')
    .replace(/([\p{M}\p{Cf}]{5})[\p{M}\p{Cf}]+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim()
}

/** The space, what joins or parts letters, and what says that a sign is meant as an emoji. */
const kept = new Set([' ', '\u200c', '\u200d', '\ufe0e', '\ufe0f'])

/** The sign itself if it can be drawn; what printers put in the place of a Chinese sign that they lack; nothing for any other. */
function shaped(sign: string): string {
  if (kept.has(sign)) return sign
  // A mark around a sign would stand beside it, as a box.
  if (/[\p{Cf}\p{Me}\p{Co}\ufffc\ufffd]/u.test(sign)) return ''
  if (hasShape(sign.codePointAt(0) ?? 0)) return sign
  return /\p{Script=Han}/u.test(sign) ? '〓' : ''
}
