import { fold, foldWords, type Run, type SearchTerms } from './search.ts'

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

/**
 * What makes a word of a text one of those that were looked for: it is it, begins like it, or ends differently by inflection only. `stems`
 * are what the publication's language makes of the words; one of which it makes nothing ("her") marks nothing but itself.
 */
export function finder(terms: SearchTerms, stems: string[]): (word: string) => boolean {
  const wanted = [...new Set([...terms.words, ...terms.phrases.flatMap(phrase => foldWords(phrase))])]
  const roots = stems.map(stem => stem.replace(/[iy]$/, '')).filter(root => root.length > 2)
  const begun = wanted.filter(term => term.length > 2 && roots.some(root => term.startsWith(root)))
  return word => {
    const folded = fold(word)
    return (
      wanted.includes(folded) ||
      begun.some(term => folded.startsWith(term)) ||
      roots.some(root => folded.startsWith(root) && folded.length - root.length <= 4)
    )
  }
}

/** A text in runs, with those words marked. */
export function mark(text: string, isHit: (word: string) => boolean): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of text.matchAll(wordPattern)) {
    if (!isHit(match[0])) continue
    if (match.index > from) runs.push({ text: text.slice(from, match.index), isHit: false })
    runs.push({ text: match[0], isHit: true })
    from = match.index + match[0].length
  }
  if (from < text.length) runs.push({ text: text.slice(from), isHit: false })
  return runs
}

/**
 * The stretch of a text, about `length` letters, that has most of what was looked for, marked and with … where it is cut. When nothing of
 * it is there (it stands in the title, or among the cast), the instead is shown as it is.
 */
export function snippet(text: string, isHit: (word: string) => boolean, instead: string, length = 220): Run[] {
  const hits = [...text.matchAll(wordPattern)].filter(match => isHit(match[0]))
  if (hits.length === 0) return mark(instead, isHit)
  let best = { at: 0, worth: 0 }
  for (const hit of hits) {
    const inside = hits.filter(other => other.index >= hit.index && other.index < hit.index + length * 0.8)
    const worth = new Set(inside.map(other => fold(other[0]))).size * 10 + Math.min(inside.length, 9)
    if (worth > best.worth) best = { at: hit.index, worth }
  }
  const start = startOf(text, best.at, length)
  const end = start + length >= text.length ? text.length : text.lastIndexOf(' ', start + length)
  const cut = text.slice(start, end > best.at ? end : start + length).replace(/\s+/g, ' ')
  const isWhole = start + cut.length >= text.length - 1
  return mark(`${start > 0 ? '… ' : ''}${cut.trim()}${isWhole ? '' : ' …'}`, isHit)
}

/** The beginning of the sentence that the hit is in, or some words before it when that is far. */
function startOf(text: string, at: number, length: number): number {
  const reach = Math.max(0, at - length / 2)
  const sentence = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at))
  if (sentence >= reach) return sentence + (text[sentence] === '\n' ? 1 : 2)
  if (reach === 0) return 0
  return text.indexOf(' ', reach) + 1
}
