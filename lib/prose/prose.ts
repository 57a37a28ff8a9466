import { Node } from '@tiptap/pm/model'
import { isSpoiler } from './covered.ts'
import { isEmbed } from './embeds.ts'
import { proseSchema } from './schema.ts'

/** A checked document: ProseMirror JSON that `checkProse` has let through. */
export type Prose = ProseNode & { type: 'doc' }

export interface ProseNode {
  type: string
  attrs?: Record<string, unknown>
  content?: ProseNode[]
  marks?: ProseMark[]
  text?: string
}

export interface ProseMark {
  type: string
  attrs?: Record<string, unknown>
}

export type ProseCheck = { ok: true; prose: Prose } | { ok: false; problem: string }

export const emptyProse: Prose = { type: 'doc', content: [{ type: 'paragraph' }] }

// The limits of OWASP-style resource control: a hostile document may be valid for the schema and still be a bomb.
const limits = { depth: 50, nodes: 5_000, bytes: 1_000_000, line: 1_000 }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const linkProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * Checks a document that came from outside (the editor, an import, a form) against the schema and the limits: at most 1 MB of
 * JSON, 5,000 nodes, 50 levels; links to http, https, mailto, tel or our own paths; pictures and mentions by id.
 * Refuses with a sentence for the person who wrote it. What it returns holds nothing that the schema does not name.
 */
export function checkProse(input: unknown): ProseCheck {
  const size = limitProblem(input)
  if (size) return { ok: false, problem: size }
  try {
    const node = Node.fromJSON(proseSchema, input)
    node.check()
    if (node.type.name !== 'doc') return { ok: false, problem: 'The text is not a document.' }
    const prose = toProse(node)
    const problem = contentProblem(prose)
    return problem ? { ok: false, problem } : { ok: true, prose }
  } catch {
    return {
      ok: false,
      problem: 'The text has a part that this publication does not know. Paste it again as plain text.',
    }
  }
}

/** All nodes of a document in reading order; spoilers (blocks and in a line) or footnotes are passed over where that is said. */
export function* walkProse(
  node: ProseNode,
  options: { spoilers?: boolean; notes?: boolean } = {},
): Generator<ProseNode> {
  if (options.spoilers === false && isSpoiler(node)) return
  if (options.notes === false && node.type === 'footnote') return
  yield node
  for (const child of node.content ?? []) yield* walkProse(child, options)
}

/** The words of a document, a line per block, without captions and without anything inside a spoiler. */
export function plainText(prose: ProseNode): string {
  return blocksOfText(prose, false).join('\n')
}

/** How many words a reader reads, spoilers included. */
export function wordCount(prose: ProseNode): number {
  return wordsIn(blocksOfText(prose, true).join(' '))
}

/** How many words a text has: "don’t", "well-made" and "2.0" are one each. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/** Minutes of reading at 230 words a minute (Brysbaert 2019: 238 for English non-fiction), at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 230))
}

/** The start of the text, cut at the end of a word, for descriptions. At most `length` characters, spoiler-free. */
export function excerpt(prose: ProseNode, length = 160): string {
  const text = plainText(prose).replace(/\s+/g, ' ').trim()
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:–-]+$/, '')}…`
}

/** The ids of the pictures in a document: of figures, and of what is embedded. */
export function mediaIds(prose: ProseNode): string[] {
  return [...new Set([...collect(prose, 'figure', 'mediaId'), ...collect(prose, 'embed', 'mediaId')])]
}

/** The ids of the works and people that a document mentions. */
export function mentionIds(prose: ProseNode): string[] {
  return collect(prose, 'mention', 'id')
}

/** Whether a link may stand in a review: an absolute http(s), mail or telephone address, or a path of our own. */
export function isSafeLink(href: string): boolean {
  if (/^\/(?![/\\])/.test(href) || /^#[\w-]+$/.test(href)) return hasNoControls(href)
  return URL.canParse(href) && linkProtocols.has(new URL(href).protocol) && hasNoControls(href)
}

/** PostgreSQL stores neither NUL nor halves of surrogate pairs. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

function hasNoControls(text: string): boolean {
  return !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text)
}

function limitProblem(input: unknown): string | null {
  let nodes = 0
  const stack: [unknown, number][] = [[input, 1]]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [value, depth] = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > limits.depth) return 'The text is nested too deeply.'
    if (++nodes > limits.nodes)
      return `The text has too many parts (more than ${limits.nodes.toLocaleString('en')}). Split it in two.`
    const content: unknown = Reflect.get(value, 'content')
    if (Array.isArray(content)) for (const child of content) stack.push([child, depth + 1])
  }
  return JSON.stringify(input ?? null).length > limits.bytes ? 'The text is longer than 1 MB.' : null
}

function contentProblem(prose: Prose): string | null {
  for (const node of walkProse(prose)) {
    if (node.text !== undefined && !isStorable(node.text)) return 'The text contains a character that cannot be stored.'
    if (node.type === 'heading' && ![2, 3].includes(Number(node.attrs?.level)))
      return 'Headings are of the second or third level.'
    if (node.type === 'figure' && !uuid.test(String(node.attrs?.mediaId)))
      return 'A picture in the text is not one of ours. Upload it again.'
    if (node.type === 'mention' && !isMention(node)) return 'A mention in the text points at nothing that we know.'
    const block = setPieceProblem(node)
    if (block) return block
    for (const mark of node.marks ?? []) {
      const href = String(mark.attrs?.href)
      if (mark.type === 'link' && !isSafeLink(href))
        return `The link “${href.slice(0, 80)}” is not one that readers may follow. Use https://… or a path such as /reviews/her.`
    }
  }
  return null
}

function setPieceProblem(node: ProseNode): string | null {
  if (Object.values(node.attrs ?? {}).some(value => typeof value === 'string' && !isLine(value)))
    return `A caption, label or title in the text is longer than ${limits.line} characters or cannot be stored. Shorten it.`
  if (node.type === 'embed') return embedProblem(node)
  if (node.type === 'gallery' && !node.content) return 'A gallery in the text has no pictures. Add some, or remove it.'
  return node.type === 'table' ? tableProblem(node) : null
}

function isLine(text: string): boolean {
  return text.length <= limits.line && isStorable(text)
}

function embedProblem({ attrs }: ProseNode): string | null {
  if (!isEmbed(attrs)) return 'Something embedded in the text is not at a site that we know. Put a link in its place.'
  const isOurs = attrs?.mediaId === null || uuid.test(String(attrs?.mediaId))
  return isOurs ? null : 'The picture of something embedded in the text is not one of ours. Upload it again.'
}

/** Cells may span others, and then the rows must still fill the same columns: a page cannot draw a table with holes. */
function tableProblem(table: ProseNode): string | null {
  const rows = table.content ?? []
  if (rows.length > 100) return 'A table in the text has more than 100 rows. Split it in two.'
  const widths = rows.map(() => 0)
  for (const [row, { content = [] }] of rows.entries())
    for (const { attrs } of content) {
      const [across, down] = [Number(attrs?.colspan), Number(attrs?.rowspan)]
      const isSpan = [across, down].every(span => Number.isInteger(span) && span >= 1 && span <= 100)
      if (!isSpan || row + down > rows.length) return uneven
      for (let covered = row; covered < row + down; covered++) widths[covered] = (widths[covered] ?? 0) + across
    }
  if (widths.some(width => width !== widths[0])) return uneven
  return (widths[0] ?? 0) > 20
    ? 'A table in the text has more than 20 columns. Readers on a phone could not read it.'
    : null
}

const uneven = 'A table in the text has rows of different lengths. Give every row the same number of cells.'

function isMention(node: ProseNode): boolean {
  const { kind, id, label } = node.attrs ?? {}
  return (
    (kind === 'work' || kind === 'person') && uuid.test(String(id)) && typeof label === 'string' && label.trim() !== ''
  )
}

const textBlocks = new Set(['paragraph', 'heading'])

function blocksOfText(prose: ProseNode, spoilers: boolean): string[] {
  const blocks: string[] = []
  for (const node of walkProse(prose, { spoilers })) {
    // A pull quote repeats words of the text, so it is neither counted nor searched.
    if (textBlocks.has(node.type) && !isQuoted(prose, node))
      blocks.push(inlineText(node, spoilers), ...notesOf(node, spoilers))
  }
  return blocks.filter(text => text.trim() !== '')
}

function isQuoted(prose: ProseNode, paragraph: ProseNode): boolean {
  return (prose.content ?? []).some(block => block.type === 'pullQuote' && block.content?.includes(paragraph))
}

/** Words of footnotes stand below the text: here after the paragraph that calls them, so that no sentence is torn apart. */
function notesOf(block: ProseNode, spoilers: boolean): string[] {
  return (block.content ?? [])
    .filter(node => node.type === 'footnote' && (spoilers || !isSpoiler(node)))
    .map(note => inlineText(note, spoilers))
}

function inlineText(block: ProseNode, spoilers: boolean): string {
  return (block.content ?? [])
    .filter(node => spoilers || !isSpoiler(node))
    .map(
      node => node.text ?? (node.type === 'mention' ? String(node.attrs?.label) : node.type === 'hardBreak' ? ' ' : ''),
    )
    .join('')
}

function collect(prose: ProseNode, type: string, attribute: string): string[] {
  const found = new Set<string>()
  for (const node of walkProse(prose)) {
    const value = node.type === type ? node.attrs?.[attribute] : null
    if (value !== null && value !== undefined) found.add(String(value))
  }
  return [...found]
}

function toProse(node: Node): Prose {
  // toJSON writes only what the schema names, in plain objects.
  return { ...structuredClone(node.toJSON()), type: 'doc' }
}

/** Whether anything in a text is covered. */
export function hasSpoiler(prose: ProseNode): boolean {
  for (const node of walkProse(prose)) if (isSpoiler(node)) return true
  return false
}
