import { wordsBeside } from '#lib/names/passages.ts'
import { type ProseNode, walkProse } from '#lib/prose/prose.ts'
import { findTks } from '#lib/prose/tk.ts'
import type { ReviewContent } from './reviews-schema.ts'

/** Where readers would meet a TK: in which field, as a sentence calls it ("the headline"), and how many stand there. */
export interface LeftTk {
  field: keyof ReviewContent
  place: string
  count: number
}

/** The fields that readers see, in the order of the page. A list is a text with a line for each. */
const fields: [field: keyof ReviewContent, place: string, textOf: (content: ReviewContent) => string][] = [
  ['title', 'the headline', ({ title }) => title],
  ['standfirst', 'the standfirst', ({ standfirst }) => standfirst],
  ['body', 'the text', () => ''],
  ['verdict', 'the verdict', ({ verdict }) => verdict],
  ['seenEdition', 'the edition or version', ({ seenEdition }) => seenEdition],
  ['seenPlatform', 'the platform', ({ seenPlatform }) => seenPlatform],
  ['seen', 'where it was seen', ({ seen }) => seen],
  ['advisory', 'the content advisory', ({ advisory }) => advisory],
  ['disclosureNote', 'the disclosure', ({ disclosureNote }) => disclosureNote],
  ['pros', 'what is said for it', ({ pros }) => pros.join('\n')],
  ['cons', 'what is said against it', ({ cons }) => cons.join('\n')],
  ['aspects', 'the aspects', ({ aspects }) => aspects.map(({ name }) => name).join('\n')],
  ['pullQuote', 'the pull quote', ({ pullQuote }) => pullQuote],
  ['imageAlt', 'the description of the picture', ({ imageAlt }) => imageAlt],
  ['imageCaption', 'the caption', ({ imageCaption }) => imageCaption],
  ['imageCredit', 'the credit of the picture', ({ imageCredit }) => imageCredit],
  ['searchTitle', 'the title for search engines', ({ searchTitle }) => searchTitle],
  ['searchDescription', 'the description for search engines', ({ searchDescription }) => searchDescription],
]

/** The fields that are looked through, in the order of the page. */
export const tkFields: readonly (keyof ReviewContent)[] = fields.map(([field]) => field)

/** Where TK is left in a review, in the order of its page: its fields, and its text with footnotes and the words of pictures. */
export function tksLeft(content: ReviewContent): LeftTk[] {
  return fields
    .map(([field, place, textOf]) => ({
      field,
      place,
      count: field === 'body' ? tksInProse(content.body) : findTks(textOf(content)).length,
    }))
    .filter(({ count }) => count > 0)
}

function tksInProse(body: ProseNode): number {
  let sum = 0
  for (const node of walkProse(body)) {
    if (lines.has(node.type)) sum += findTks(lineOf(node)).length
    for (const { text } of tkWordsBeside(node.type, node.attrs ?? {})) sum += findTks(text).length
  }
  return sum
}

/** The words of a node that are not in the flow of the text: those that names are looked for in, and who made a picture. */
export function tkWordsBeside(
  type: string,
  attrs: Record<string, unknown>,
): { attribute: string; place: string; text: string }[] {
  const { credit } = attrs
  const own = type === 'figure' && typeof credit === 'string' ? credit : ''
  return [
    ...wordsBeside(type, attrs),
    ...(own ? [{ attribute: 'credit', place: 'Credit in the text', text: own }] : []),
  ]
}

const lines = new Set(['paragraph', 'heading', 'footnote'])

/** What is no text parts words, as it does on the page. */
function lineOf({ content = [] }: ProseNode): string {
  return content.map(child => child.text ?? '\n').join('')
}
