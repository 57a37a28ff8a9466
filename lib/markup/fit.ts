// Texts that fit where machines show them. Rooms are counted in Latin letters: a Chinese, Japanese or Korean sign takes two.

/** What search engines show of a title and of a description, in letters; they measure in pixels and publish no limit. */
export const titleRoom = 60
export const descriptionRoom = 155

/** The first of several titles that fits, the longest first; the last, cut, where none does. */
export function fittingTitle(titles: readonly string[]): string {
  return titles.find(title => room(onOneLine(title)) <= titleRoom) ?? fitWords(titles.at(-1) ?? '', titleRoom)
}

/** The whole title of a document: with the name of the publication while both fit, unless it is in there. */
export function documentTitle(title: string, siteName: string): string {
  if (title.includes(siteName)) return fitWords(title, titleRoom)
  const whole = `${onOneLine(title)} · ${siteName}`
  return room(whole) <= titleRoom ? whole : fitWords(title, titleRoom)
}

/** A title that fits; that of page 2…n keeps its number, whatever else has to go. */
export function numberedTitle(title: string, page = 1): string {
  const ending = page > 1 ? `, page ${page}` : ''
  return fitWords(title, titleRoom - ending.length) + ending
}

/** A description that fits; that of page 2…n says which it is. */
export function numberedDescription(description: string, page = 1): string {
  const ending = page > 1 ? ` Page ${page}.` : ''
  return fitSentences(description, descriptionRoom - ending.length) + ending
}

const wideSigns = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const words = new Intl.Segmenter('en', { granularity: 'word' })
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

/** How much room a text takes on a line: one for each sign as a reader counts them, two for a wide one. */
export function room(text: string): number {
  return [...graphemes.segment(text)].reduce((sum, { segment }) => sum + (wideSigns.test(segment) ? 2 : 1), 0)
}

/** On one line, without what a line cannot show. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** The text itself where it fits; otherwise as many whole words as do, and an ellipsis. Only a first word that is too long is cut. */
export function fitWords(text: string, most: number): string {
  const line = onOneLine(text)
  if (room(line) <= most) return line
  const kept = taken(line, words, most - 1).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:.·&/]+$/u, '')
  return `${kept || taken(line, graphemes, most - 1)}…`
}

/** As many whole sentences as fit, if they fill half of the room at least; otherwise whole words. */
export function fitSentences(text: string, most: number): string {
  const line = onOneLine(text)
  if (room(line) <= most) return line
  const kept = taken(line, sentences, most).trim()
  return room(kept) >= most / 2 && !endsInShortForm.test(kept) ? kept : fitWords(line, most)
}

/** "Mr." and an initial end no sentence. */
const endsInShortForm = /(?:^|\s)\p{Lu}\p{L}{0,2}\.$/u

function taken(line: string, by: Intl.Segmenter, most: number): string {
  let end = 0
  let filled = 0
  for (const { segment, index } of by.segment(line)) {
    filled += room(segment)
    // A space that hangs over the end is not seen.
    if (filled - (room(segment) - room(segment.trimEnd())) > most) break
    end = index + segment.length
  }
  return line.slice(0, end)
}
