import type { ProseNode } from '#lib/prose/prose.ts'
import { walkProse } from '#lib/prose/prose.ts'
import type { ReviewField } from '#lib/reviews/compare.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

/** A piece of a review's text: a paragraph, a heading, a caption, a field. */
export interface Passage {
  field: ReviewField
  /** Where it is, in words: "Standfirst", "Caption of a picture". */
  place: string
  /** Which of a list's lines; null for a field of one text, and for the body. */
  index: number | null
  text: string
}

/** What stands in a text for something that is no text, a mention for one: as long as ProseMirror counts it. */
const thing = '\ufffc'

const lines: [field: ReviewField & ('title' | 'standfirst' | 'verdict' | 'pullQuote' | 'advisory'), place: string][] = [
  ['title', 'Headline'],
  ['standfirst', 'Standfirst'],
  ['verdict', 'Verdict'],
  ['pullQuote', 'Pull quote'],
  ['advisory', 'Content advisory'],
]

const captions: [field: 'imageCaption' | 'imageAlt' | 'searchTitle' | 'searchDescription', place: string][] = [
  ['imageCaption', 'Caption'],
  ['imageAlt', 'Description of the picture'],
  ['searchTitle', 'Title for search engines'],
  ['searchDescription', 'Description for search engines'],
]

/** The lines and lists of a review that names are looked for in, without its text. */
export function fieldPassages(content: ReviewContent): Passage[] {
  return [
    ...[...lines, ...captions].map(([field, place]): Passage => ({ field, place, index: null, text: content[field] })),
    ...content.pros.map((text, index): Passage => ({ field: 'pros', place: 'For', index, text })),
    ...content.cons.map((text, index): Passage => ({ field: 'cons', place: 'Against', index, text })),
  ].filter(({ text }) => text.trim() !== '')
}

/** The paragraphs of a review's text, and the words of its pictures and spoilers. Mentions are no text: their names are right. */
export function bodyPassages(body: ProseNode): Passage[] {
  const passages: Passage[] = []
  for (const node of walkProse(body)) {
    const place = lineNames[node.type]
    if (place) passages.push({ field: 'body', place, index: null, text: textOf(node) })
    for (const { place, text } of wordsBeside(node.type, node.attrs ?? {}))
      passages.push({ field: 'body', place, index: null, text })
  }
  return passages.filter(({ text }) => text.trim() !== '')
}

const lineNames: Record<string, string> = { paragraph: 'Text', heading: 'Text', footnote: 'Footnote' }

/** Words of a node that are not in the text's flow: of a picture, of a spoiler. `attribute` is where they are kept. */
export function wordsBeside(
  type: string,
  attrs: Record<string, unknown>,
): { attribute: string; place: string; text: string }[] {
  const beside: Record<string, [attribute: string, place: string][]> = {
    figure: [
      ['caption', 'Caption in the text'],
      ['alt', 'Description of a picture in the text'],
    ],
    spoiler: [['label', 'What a spoiler is about']],
    callout: [['title', 'Title of a note in the text']],
    gallery: [['caption', 'Caption of a gallery']],
    table: [['caption', 'Caption of a table']],
    embed: [['title', 'Title of something embedded']],
  }
  return (beside[type] ?? []).flatMap(([attribute, place]) => {
    const text = attrs[attribute]
    return typeof text === 'string' && text.trim() !== '' ? [{ attribute, place, text }] : []
  })
}

function textOf(block: ProseNode): string {
  return (block.content ?? []).map(({ type, text }) => text ?? (type === 'hardBreak' ? '\n' : thing)).join('')
}
