import { type ProseNode, plainText, walkProse } from '#lib/prose/prose.ts'
import type { Missing } from './completeness.ts'
import type { ReviewContent } from './reviews-schema.ts'

// Words of a spoiler that have slipped into what everybody reads: cards, search results and shared links carry these fields.

/** So many words in a row that are the same are no accident. */
const run = 5

/** What is read without opening anything, with what it is called. */
function openTexts({ body, ...content }: ReviewContent): [keyof ReviewContent, string, string][] {
  const pulled = (body.content ?? []).filter(({ type }) => type === 'pullQuote').map(wordsOf)
  return [
    ['title', 'headline', content.title],
    ['standfirst', 'standfirst', content.standfirst],
    ['body', 'pull quote in the text', pulled.join('\n')],
    ['verdict', 'verdict', content.verdict],
    ['pullQuote', 'pull quote', content.pullQuote],
    ['pros', 'list of what is good', content.pros.join('\n')],
    ['cons', 'list of what is not', content.cons.join('\n')],
    ['advisory', 'content advisory', content.advisory],
    ['imageAlt', 'description of the picture', content.imageAlt],
    ['imageCaption', 'caption of the picture', content.imageCaption],
    ['searchTitle', 'title for search engines', content.searchTitle],
    ['searchDescription', 'description for search engines', content.searchDescription],
  ]
}

/**
 * Advice, field by field, where a field that is read without opening anything shares five words in a row with a spoiler of the text.
 * Words that stand outside of the spoilers as well give nothing away. It is advice: the critic may have meant it.
 */
export function spoilerEchoes(content: ReviewContent): Missing[] {
  const runs = coveredTexts(content.body).flatMap(runsOf)
  if (runs.length === 0) return []
  const open = new Set(runsOf(plainText(content.body)))
  const covered = new Set(runs.filter(words => !open.has(words)))
  return openTexts(content).flatMap(([field, name, text]) => {
    const shared = runsOf(text).find(words => covered.has(words))
    return shared === undefined
      ? []
      : [{ field, problem: `The ${name} says “${shared}”, which stands in a spoiler. Is that meant?` }]
  })
}

/** The words of each spoiler, and of what stands in it: captions and descriptions of pictures too. */
function coveredTexts(body: ProseNode): string[] {
  const texts: string[] = []
  for (const node of walkProse(body)) {
    if (node.type === 'spoiler') texts.push(wordsOf(node))
    else if (node.type === 'paragraph' || node.type === 'heading') texts.push(...inlineTexts(node))
  }
  return texts
}

/** Words under one inline cover stand in a row, however they are marked. */
function inlineTexts(block: ProseNode): string[] {
  const texts = ['']
  for (const node of block.content ?? []) {
    if (node.marks?.some(mark => mark.type === 'inlineSpoiler')) texts.push(`${texts.pop()}${wordsOf(node)}`)
    else texts.push('')
  }
  return texts.filter(text => text !== '')
}

function wordsOf(node: ProseNode): string {
  const texts: string[] = []
  for (const { type, text, attrs } of walkProse(node)) {
    if (text !== undefined) texts.push(text)
    else if (type === 'mention') texts.push(String(attrs?.label))
    else
      texts.push('\n', ...[attrs?.alt, attrs?.caption, attrs?.title].filter(words => words).map(words => `${words}\n`))
  }
  return texts.join('')
}

/** Every five words in a row of each line, without case, accents and punctuation. */
function runsOf(text: string): string[] {
  return text.split('\n').flatMap(line => {
    const words =
      line
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/['’]/g, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    return words.slice(0, Math.max(0, words.length - run + 1)).map((_, from) => words.slice(from, from + run).join(' '))
  })
}
