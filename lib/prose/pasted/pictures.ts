import type { ProseNode } from '#lib/prose/prose.ts'
import { elementsIn, hasClass, type PastedElement, wordsIn } from './tree.ts'

/** A picture as it was pasted: not one of ours yet. It stands in the blocks where its figure will. */
export interface PastedPicture {
  /** data:image/…, or an http(s) address. */
  src: string
  alt: string
  caption: string
  credit: string
}

const longestWords = 1_000

export function pictureNode(picture: PastedPicture): ProseNode {
  return { type: 'picture', attrs: { ...picture } }
}

/** The picture of a node that stands for one; null for every other. */
export function pictureOf({ type, attrs }: ProseNode): PastedPicture | null {
  if (type !== 'picture') return null
  return {
    src: String(attrs?.src),
    alt: String(attrs?.alt),
    caption: String(attrs?.caption),
    credit: String(attrs?.credit),
  }
}

/** What an `img` is: a picture, words (an emoji), nothing (it counts readers, or ticks a box), or out of reach (a file elsewhere). */
export function readImage(image: PastedElement): PastedPicture | string | 'out-of-reach' | null {
  const { attrs } = image
  const [width, height] = [sizeOf(image, 'width'), sizeOf(image, 'height')]
  if (attrs['aria-roledescription'] === 'checkbox' || width <= 2 || height <= 2) return null
  const isSmall = width <= 32 && height <= 32
  if (isSmall || hasClass(image, /emoji|smiley/i))
    return /^\p{Emoji}/u.test(attrs.alt ?? '') && !/^[\d#*]/.test(attrs.alt ?? '') ? (attrs.alt ?? null) : null
  if (hasClass(image, /^(avatar|gravatar|tracking)/i)) return null
  const src = sourceOf(image)
  if (src === null) return 'out-of-reach'
  return { src, alt: altOf(attrs.alt ?? attrs.title ?? ''), caption: '', credit: '' }
}

/** The words under a picture, and who made it, where that is said apart. */
export function captionOf(caption: PastedElement | null): { caption: string; credit: string } {
  if (!caption) return { caption: '', credit: '' }
  const apart = [...elementsIn(caption)].find(element =>
    hasClass(element, /credit|byline|photographer|copyright|attribution|source/i),
  )
  const credit = line(apart ? wordsIn(apart) : '')
  const whole = line(wordsIn(caption))
  return { caption: credit ? line(whole.replace(credit, '')) : whole, credit }
}

function sizeOf({ attrs, style }: PastedElement, name: 'width' | 'height'): number {
  const said = Number.parseFloat(attrs[name] ?? (/px$/.test(style[name] ?? '') ? (style[name] ?? '') : ''))
  return Number.isNaN(said) ? Number.POSITIVE_INFINITY : said
}

/** The largest that is no larger than needed; pages that load late keep the address elsewhere, and a small nothing in its place. */
function sourceOf({ attrs }: PastedElement): string | null {
  const late = [attrs['data-src'], attrs['data-original'], attrs['data-lazy-src'], attrs['data-full-url']]
  const largest = largestOf(attrs.srcset ?? attrs['data-srcset'] ?? '')
  const candidates = [...late, largest, attrs.src]
    .map(src => src?.trim() ?? '')
    .map(src => (src.startsWith('//') ? `https:${src}` : src))
  const isPlaceholder = (src: string) => src.startsWith('data:') && src.length < 300
  return candidates.find(src => isReachable(src) && !isPlaceholder(src)) ?? candidates.find(isReachable) ?? null
}

function isReachable(src: string): boolean {
  if (/^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/i.test(src.slice(0, 200))) return true
  return src.length <= 4_000 && /^https?:\/\//i.test(src) && URL.canParse(src)
}

function largestOf(srcset: string): string | undefined {
  const offered = srcset
    .split(/,\s+/)
    .map(part => /^(\S+)\s+(\d+)w$/.exec(part.trim()))
    .flatMap(found => (found?.[1] ? [{ src: found[1], width: Number(found[2]) }] : []))
    .filter(({ width }) => width <= 2_600)
  return offered.sort((a, b) => b.width - a.width)[0]?.src
}

/** What programs write by themselves describes nothing. */
function altOf(alt: string): string {
  const text = line(alt)
  if (/^(image|picture|bild|photo|img|grafik|screenshot)?[\s_-]*\d*$/i.test(text)) return ''
  if (/^\S+\.(jpe?g|png|gif|webp|heic|tiff?|bmp)$/i.test(text)) return ''
  return text
    .replace(/\s*(Description automatically generated|AI-generated content may be incorrect)\.?.*$/i, '')
    .trim()
}

function line(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\0]+/g, ' ')
    .trim()
    .slice(0, longestWords)
}
