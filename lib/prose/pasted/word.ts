import { hasClass, isElement, type PastedElement, wordsIn } from './tree.ts'

// What Word says in its own words: styles by class and by `mso-` properties, lists as paragraphs with a level.

/** "l0 level2 lfo1": the level of a list paragraph, and what its marker says; null for every other paragraph. */
export function wordListItem(paragraph: PastedElement): { level: number; isOrdered: boolean; start: number } | null {
  const level = /level(\d)/.exec(paragraph.style['mso-list'] ?? '')?.[1]
  if (!level) return null
  const text = wordsIn(markerOf(paragraph) ?? '').trim()
  const number = /^\(?(\d+)[.)]?/.exec(text)?.[1]
  const isOrdered = number !== undefined || /^\(?([a-z]|[ivxlc]{1,7})[.)]$/i.test(text)
  return { level: Number(level), isOrdered, start: Number(number ?? 1) }
}

/** The bullet or number that Word writes into the paragraph. */
export function isWordMarker({ style }: PastedElement): boolean {
  return style['mso-list'] === 'ignore'
}

/** The level of a heading that is one by its style and not by its tag: 1 to 6, or null. */
export function wordHeading(element: PastedElement): number | null {
  if (element.tag !== 'p') return null
  if (hasClass(element, /^MsoTitle/)) return 1
  const byClass = element.attrs.class?.match(/\bMsoHeading([1-9])/)?.[1]
  const level = Number(byClass ?? element.style['mso-outline-level'] ?? Number.NaN)
  return level >= 1 && level <= 9 ? Math.min(level, 6) : null
}

/** Whether a paragraph is a quotation by its style. */
export function isWordQuote(element: PastedElement): boolean {
  return element.tag === 'p' && hasClass(element, /^Mso(Intense)?Quote/)
}

function markerOf(paragraph: PastedElement): PastedElement | null {
  const look = (element: PastedElement): PastedElement | null => {
    for (const child of element.children) {
      if (!isElement(child)) continue
      const found = isWordMarker(child) ? child : look(child)
      if (found) return found
    }
    return null
  }
  return look(paragraph)
}
