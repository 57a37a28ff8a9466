// Colours as the house's settings hold them, "#c23a25", and what can be worked out of them. Pure.

/** Lightness 0–1, chroma from 0 (grey) to some 0.4, hue in radians: https://bottosson.github.io/posts/oklab/ */
interface Oklch {
  l: number
  c: number
  h: number
}

type Rgb = [red: number, green: number, blue: number]

/** Whether a text is a colour as the settings hold it: # and six figures. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text)
}

/** How far two colours stand apart, from 1 (the same) to 21: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The least contrast of a colour with any of these grounds. */
export function leastContrast(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map(ground => contrast(colour, ground)))
}

/**
 * The colour of the same hue nearest in lightness that stands out from all of these grounds by the ratio; itself where it does. Black or
 * white, whichever stands out further, where nothing of the hue does.
 */
export function nearestReadable(colour: string, grounds: readonly string[], ratio: number): string {
  if (leastContrast(colour, grounds) >= ratio) return colour
  const { l, c, h } = toOklch(colour)
  for (let away = 0.004; away <= 1; away += 0.004)
    for (const lightness of [l - away, l + away]) {
      if (lightness < 0 || lightness > 1) continue
      const candidate = fromOklch({ l: lightness, c, h })
      if (leastContrast(candidate, grounds) >= ratio) return candidate
    }
  return leastContrast('#000000', grounds) >= leastContrast('#ffffff', grounds) ? '#000000' : '#ffffff'
}

/** So much of the second colour in the first, 0–1, as the eye sees it. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [toLab(first), toLab(second)]
  return fromLab(a.map((part, index) => part + ((b[index] ?? 0) - part) * share))
}

/** The same hue in another lightness, 0–1, and turned by so many degrees. */
export function tone(colour: string, lightness: number, turn = 0): string {
  const { c, h } = toOklch(colour)
  return fromOklch({ l: lightness, c, h: h + (turn * Math.PI) / 180 })
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(colour: string): Rgb {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function toOklch(colour: string): Oklch {
  const [l = 0, a = 0, b = 0] = toLab(colour)
  return { l, c: Math.hypot(a, b), h: Math.atan2(b, a) }
}

/** What screens cannot show of it is taken from the chroma, so that hue and lightness stay. */
function fromOklch({ l, c, h }: Oklch): string {
  let chroma = c
  while (chroma > 0.002 && !isShown(toRgb([l, chroma * Math.cos(h), chroma * Math.sin(h)]))) chroma -= 0.002
  return fromLab([l, chroma * Math.cos(h), chroma * Math.sin(h)])
}

function isShown(parts: Rgb): boolean {
  return parts.every(part => part >= -0.0005 && part <= 1.0005)
}

function toLab(colour: string): number[] {
  const [r, g, b] = linear(colour)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function toRgb([lightness = 0, a = 0, b = 0]: number[]): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function fromLab(lab: number[]): string {
  const parts = toRgb(lab).map(value => {
    const within = Math.min(1, Math.max(0, value))
    const written = within <= 0.0031308 ? within * 12.92 : 1.055 * within ** (1 / 2.4) - 0.055
    return Math.round(written * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}
