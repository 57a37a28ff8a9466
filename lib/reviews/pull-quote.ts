import { type ProseNode, plainText, walkProse } from '#lib/prose/prose.ts'

/** Where a quote stands: in the text, only in a spoiler, or nowhere. */
export type QuoteStanding = 'stands' | 'spoiler' | 'missing'

/**
 * Whether the words of a quote stand in the text, whatever their quotation marks, dashes and white space. Pull quotes of the text
 * do not count, since they repeat it; nor do captions; and what stands inside a spoiler is told apart, because a quote is read by
 * people who have not opened it.
 */
export function quoteStanding(quote: string, body: ProseNode): QuoteStanding {
  const words = plain(quote)
  if (plain(plainText(body)).includes(words)) return 'stands'
  return plain(textWithSpoilers(body)).includes(words) ? 'spoiler' : 'missing'
}

/** Whether a text pulls out words of its own: beside one of those, another quote would be one too many. */
export function hasPullQuote(body: ProseNode): boolean {
  return (body.content ?? []).some(({ type }) => type === 'pullQuote')
}

function textWithSpoilers(body: ProseNode): string {
  const words: string[] = []
  const blocks = (body.content ?? []).filter(({ type }) => type !== 'pullQuote')
  for (const { type, text, attrs } of walkProse({ ...body, content: blocks }, { notes: false })) {
    if (type === 'paragraph' || type === 'heading' || type === 'hardBreak') words.push(' ')
    words.push(text ?? (type === 'mention' ? String(attrs?.label) : ''))
  }
  return words.join('')
}

/** The same sentence, however it was typed or pasted. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛′ʼ`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\u00ad|\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
