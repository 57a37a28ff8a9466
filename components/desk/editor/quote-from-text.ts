import type { Node } from '@tiptap/pm/model'
import { detailLimits } from '#lib/reviews/details.ts'
import { lineOf } from './document.ts'

export type TakenQuote = { ok: true; quote: string } | { ok: false; problem: string }

/**
 * The words of a selection as a quote; with only a cursor, the sentence in which it stands. Refused with what to do: nothing there,
 * words of a spoiler or of a pull quote (which repeats the text), more than a quote can hold.
 */
export function quoteFromText(doc: Node, { from, to }: { from: number; to: number }, language: string): TakenQuote {
  const range = from === to ? sentenceAt(doc, from, language) : { from, to }
  const quote = range ? wordsBetween(doc, range) : ''
  if (!range || quote === '')
    return { ok: false, problem: 'Select the words in the text first, or put the cursor into a sentence.' }
  const inside = insideOf(doc, range)
  if (inside === 'spoiler')
    return {
      ok: false,
      problem: 'These words stand in a spoiler, and a quote is read by people who have not opened it.',
    }
  if (inside === 'pullQuote')
    return { ok: false, problem: 'These words are a pull quote already. Take them from the text that it repeats.' }
  if (quote.length > detailLimits.pullQuote)
    return {
      ok: false,
      problem: `These are ${quote.length} characters. A quote has ${detailLimits.pullQuote} at most.`,
    }
  return { ok: true, quote }
}

function wordsBetween(doc: Node, { from, to }: { from: number; to: number }): string {
  const words: string[] = []
  doc.nodesBetween(from, to, (node, at) => {
    if (node.type.name === 'footnote') return false
    if (node.isText) words.push(node.text?.slice(Math.max(0, from - at), to - at) ?? '')
    // A mention is its name; everything else that has no text parts two words.
    else words.push(node.type.name === 'mention' ? String(node.attrs.label) : ' ')
    return true
  })
  return words.join('').replace(/\s+/g, ' ').trim()
}

function sentenceAt(doc: Node, at: number, language: string): { from: number; to: number } | null {
  const place = doc.resolve(at)
  if (!place.parent.isTextblock) return null
  const start = place.start()
  const text = lineOf(place.parent)
  const offset = Math.min(at - start, text.length - 1)
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
  const found = sentences.find(({ index, segment }) => offset >= index && offset < index + segment.length)
  return found ? { from: start + found.index, to: start + found.index + found.segment.length } : null
}

function insideOf(doc: Node, { from, to }: { from: number; to: number }): 'spoiler' | 'pullQuote' | null {
  const met = new Set<string>()
  doc.nodesBetween(from, to, node => {
    if (node.type.name === 'spoiler' || node.marks.some(mark => mark.type.name === 'inlineSpoiler')) met.add('spoiler')
    if (node.type.name === 'pullQuote') met.add('pullQuote')
  })
  return met.has('spoiler') ? 'spoiler' : met.has('pullQuote') ? 'pullQuote' : null
}
