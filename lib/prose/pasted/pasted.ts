// The one reader of foreign HTML. Long for a file, because what becomes of an element is read side by side; what an element is stands in
// the files beside this one.
import { cleanAddress } from '#lib/links/addresses.ts'
import { parseEmbed } from '#lib/prose/embeds.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { lineOf, noteOf, paragraphsOf, plainWords } from './fit.ts'
import { embedNode, Flow, type Marks, plainMarks } from './flow.ts'
import { settleHeadings } from './headings.ts'
import { isLifted, itemOf, listOf, looseItem } from './lists.ts'
import { findNotes, type Notes } from './notes.ts'
import { captionOf, type PastedPicture, pictureNode, pictureOf, readImage } from './pictures.ts'
import { type PasteSource, sourceOf } from './sources.ts'
import { isLayout, tableOf } from './tables.ts'
import { elementsIn, hasClass, isElement, type PastedElement, type PastedNode, wordsIn } from './tree.ts'
import { isComment, isDeleted, isUnwanted } from './unwanted.ts'
import { isWordMarker, isWordQuote, wordHeading, wordListItem } from './word.ts'

export interface Pasted {
  source: PasteSource
  /** Blocks of the grammar, and `picture` for each picture that has to be taken in first (`pictureOf`). */
  blocks: ProseNode[]
  /** What somebody might miss. */
  left: { comments: number; deletions: number; pictures: number }
}

export interface PasteOptions {
  /** The origin of this site: links to its pages become paths. */
  siteUrl: string
  /** How HTML is parsed: the browser's parser in the editor. */
  parse: (html: string) => PastedElement
}

/** The most pictures that one paste takes in. */
export const mostPictures = 40
/** Lists within lists; deeper ones are lines of the last. */
const mostLevels = 8

/**
 * Reads HTML that another program put on the clipboard (Word, Google Docs, LibreOffice, Pages, Notion, a web page) as blocks of our
 * grammar and nothing else: no addresses but those that readers may follow, without what follows them; no picture but as a wish. What
 * was deleted, hidden, commented or only arranged the page stays out. Throws TooMuchPasted.
 */
export function cleanPasted(html: string, { siteUrl, parse }: PasteOptions): Pasted {
  const root = parse(html)
  const source = sourceOf(html)
  const reader = new Reader(source, siteUrl, findNotes(root))
  const flow = new Flow()
  reader.readAll(root.children, plainMarks, flow)
  return { source, blocks: settleHeadings(flow.blocks()), left: reader.left }
}

/** Whatever is not one of these stands in a line: words of other namespaces (Word's smart tags) and elements that pages make up do. */
const blocks = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header footer hgroup hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

class Reader {
  readonly left = { comments: 0, deletions: 0, pictures: 0 }
  private readonly source: PasteSource
  private readonly siteUrl: string
  private readonly notes: Notes
  private pictures = 0
  private lists = 0

  constructor(source: PasteSource, siteUrl: string, notes: Notes) {
    this.source = source
    this.siteUrl = siteUrl
    this.notes = notes
  }

  readAll(nodes: readonly PastedNode[], marks: Marks, flow: Flow): void {
    for (const node of nodes) {
      if (isElement(node)) this.read(node, marks, flow)
      else flow.text(node, marks)
    }
  }

  private read(element: PastedElement, around: Marks, flow: Flow): void {
    if (this.isLeft(element)) return
    const marks = this.marksOf(element, around)
    const { tag } = element
    if (tag === 'br') this.readBreak(element, flow)
    else if (tag === 'img') this.readImage(element, flow)
    else if (tag === 'iframe' || tag === 'lite-youtube' || tag === 'lite-vimeo') this.readFrame(element, flow)
    else if (tag === 'a' && this.notes.called.has(element)) this.readCall(element, flow)
    else if (tag === 'q') this.readAll(['“', ...element.children, '”'], marks, flow)
    else if (!blocks.has(tag)) this.readAll(element.children, marks, flow)
    else {
      flow.end()
      this.readBlock(element, marks, flow)
      flow.end()
    }
  }

  private readBlock(element: PastedElement, marks: Marks, flow: Flow): void {
    const { tag } = element
    const item = wordListItem(element)
    const heading = item ? null : headingOf(element)
    if (heading) this.readHeading(element, heading, marks, flow)
    else if (item) flow.block(looseItem(item, this.blocksOf(element.children, marks)))
    else if ((tag === 'ul' || tag === 'ol') && this.lists < mostLevels) this.readList(element, marks, flow)
    else if (tag === 'blockquote' || isWordQuote(element)) this.readQuote(element, marks, flow)
    else if (tag === 'table') this.readTable(element, marks, flow)
    else if (tag === 'figure') this.readFigure(element, marks, flow)
    else if (tag === 'hr') flow.block({ type: 'horizontalRule' })
    else if (tag === 'pre') readPre(element, flow)
    else if (tag === 'aside') this.readCallout(element, marks, flow)
    else if (tag === 'details') this.readDetails(element, marks, flow)
    else this.readAll(element.children, tag === 'dt' ? { ...marks, bold: true } : marks, flow)
  }

  private isLeft(element: PastedElement): boolean {
    if (this.notes.taken.has(element) || isWordMarker(element)) return true
    if (isComment(element)) {
      if (/^(a|span|sup)$/.test(element.tag)) this.left.comments++
      return true
    }
    if (isDeleted(element, { isDocs: this.source === 'google-docs' })) {
      if (wordsIn(element).trim() !== '') this.left.deletions++
      return true
    }
    return isUnwanted(element, { isNotion: this.source === 'notion' })
  }

  private marksOf({ tag, attrs, style }: PastedElement, around: Marks): Marks {
    const weight = style['font-weight'] ?? /\b(bold|[6-9]00)\b/.exec(style.font ?? '')?.[0]
    const slant = style['font-style'] ?? /\b(italic|oblique)\b/.exec(style.font ?? '')?.[0]
    return {
      bold: weight ? /^(bold|bolder|[6-9]00)/.test(weight) : tag === 'b' || tag === 'strong' || around.bold,
      italic: slant ? /^(italic|oblique)/.test(slant) : /^(i|em|cite|dfn|var)$/.test(tag) || around.italic,
      href: tag === 'a' && attrs.href !== undefined ? cleanAddress(attrs.href, this.siteUrl) : around.href,
    }
  }

  private readBreak({ attrs, style }: PastedElement, flow: Flow): void {
    const isInterchange = /interchange/.test(attrs.class ?? '') || style['mso-special-character'] === 'line-break'
    const isBetweenBlocks = isInterchange && 'page-break-before' in style
    if (isBetweenBlocks) flow.end()
    else flow.break()
  }

  private readImage(element: PastedElement, flow: Flow): void {
    const image = readImage(element)
    if (image === 'out-of-reach') this.left.pictures++
    else if (typeof image === 'string') flow.text(image, plainMarks)
    else if (image) this.addPicture(image, flow)
  }

  private addPicture(picture: PastedPicture, flow: Flow): void {
    if (this.pictures >= mostPictures) this.left.pictures++
    else {
      this.pictures++
      flow.later(pictureNode(picture))
    }
  }

  private readFrame({ attrs, tag }: PastedElement, flow: Flow): void {
    const site = tag === 'lite-vimeo' ? 'https://vimeo.com/' : 'https://youtu.be/'
    const src = attrs.videoid ? site + attrs.videoid : (attrs['data-src'] ?? attrs.src ?? '')
    const found = parseEmbed(src.startsWith('//') ? `https:${src}` : src)
    if (found) flow.later(embedNode(found))
  }

  private readCall(link: PastedElement, flow: Flow): void {
    const note = this.notes.called.get(link)
    if (!note) return
    const node = noteOf(this.blocksOf(note.children, plainMarks))
    if (node) flow.put(node)
  }

  private readHeading(element: PastedElement, level: number, marks: Marks, flow: Flow): void {
    // A heading is bold by itself.
    const blocks = this.blocksOf(element.children, { ...marks, bold: false })
    const content = lineOf(blocks).map(withoutBold)
    if (content.length > 0) flow.block({ type: 'heading', attrs: { level }, content })
    for (const block of blocks.filter(isLifted)) flow.block(block)
  }

  private readList(list: PastedElement, marks: Marks, flow: Flow): void {
    const type = list.tag === 'ol' ? 'orderedList' : 'bulletList'
    const [items, lifted]: [ProseNode[], ProseNode[]] = [[], []]
    this.lists++
    for (const child of list.children) {
      if (!isElement(child) || this.isLeft(child)) continue
      const level = Number(child.attrs['data-aria-level'])
      const blocks = this.blocksOf(child.tag === 'li' ? child.children : [child], marks)
      if (level > 0) {
        flow.block(looseItem({ level, isOrdered: list.tag === 'ol', start: Number(list.attrs.start ?? 1) }, blocks))
        continue
      }
      const last = items.at(-1)
      const nested = child.tag === 'li' ? [] : blocks.filter(block => block.type.endsWith('List'))
      // Old HTML and Google Docs put a list within a list beside the item that it belongs to.
      if (last && nested.length > 0) last.content?.push(...nested)
      else if (nested.length > 0) for (const block of nested) items.push(...(block.content ?? []))
      else for (const node of itemOf(blocks)) (node.type === 'listItem' ? items : lifted).push(node)
    }
    this.lists--
    if (items.length > 0) flow.block(listOf(type, items, Number(list.attrs.start ?? 1)))
    for (const node of lifted) flow.block(node)
  }

  private readQuote(element: PastedElement, marks: Marks, flow: Flow): void {
    const post = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(element.attrs['data-bluesky-uri'] ?? '')
    const found = post ? parseEmbed(`https://bsky.app/profile/${post[1]}/post/${post[2]}`) : null
    if (found) {
      flow.block(embedNode(found))
      return
    }
    const blocks = this.blocksOf(element.children, isWordQuote(element) ? { ...marks, italic: false } : marks)
    const content = paragraphsOf(blocks.filter(block => block.type !== 'embed'))
    if (content.length > 0) flow.block({ type: 'blockquote', content })
    for (const block of blocks.filter(({ type }) => type === 'picture' || type === 'embed')) flow.block(block)
  }

  private readTable(table: PastedElement, marks: Marks, flow: Flow, figcaption = ''): void {
    if (isLayout(table)) {
      for (const cell of elementsIn(table))
        if (/^(td|th|caption)$/.test(cell.tag) && this.isCellOf(cell, table))
          for (const block of this.blocksOf(cell.children, marks)) flow.block(block)
      return
    }
    const title = table.children.find(child => isElement(child) && child.tag === 'caption')
    const caption = isElement(title) ? plainWords(this.blocksOf(title.children, marks)) : figcaption
    const nodes = tableOf(table, caption.slice(0, 1_000), (cell, isHead) => {
      const found = this.blocksOf(cell.children, marks)
      return isHead ? found.map(withoutBoldIn) : found
    })
    for (const node of nodes) flow.block(node)
  }

  private isCellOf(cell: PastedElement, table: PastedElement): boolean {
    let at = cell.parent
    while (at && at.tag !== 'table') at = at.parent
    return at === table
  }

  private readFigure(figure: PastedElement, marks: Marks, flow: Flow): void {
    const title = [...elementsIn(figure)].find(
      ({ tag, attrs }) => tag === 'figcaption' || /wp-caption-text/.test(attrs.class ?? ''),
    )
    const table = [...elementsIn(figure)].find(({ tag }) => tag === 'table')
    const said = captionOf(title ?? null)
    if (table) {
      this.readTable(table, marks, flow, said.caption)
      return
    }
    const blocks = this.blocksOf(
      figure.children.filter(child => child !== title),
      marks,
    )
    const last = blocks.findLast(block => block.type === 'picture')
    for (const block of blocks) {
      const picture = block === last ? pictureOf(block) : null
      flow.block(picture ? pictureNode({ ...picture, ...said }) : block)
    }
    // Below a quotation it says who said it; below what could not be taken over it would speak of nothing.
    if (!last && title && blocks.some(({ type }) => type === 'blockquote'))
      for (const block of this.blocksOf(title.children, marks)) flow.block(block)
  }

  private readCallout(element: PastedElement, marks: Marks, flow: Flow): void {
    const blocks = this.blocksOf(element.children, marks)
    const content = blocks
      .filter(block => !isLifted(block))
      .flatMap(block => (block.type.endsWith('List') ? [block] : paragraphsOf([block])))
    if (content.length > 0) flow.block({ type: 'callout', attrs: { title: '' }, content })
    for (const block of blocks.filter(isLifted)) flow.block(block)
  }

  /** What folds away is a spoiler only where its page says so. */
  private readDetails(element: PastedElement, marks: Marks, flow: Flow): void {
    const summary = element.children.filter(isElement).find(({ tag }) => tag === 'summary')
    const label = summary ? plainWords(this.blocksOf(summary.children, plainMarks)) : ''
    const isSpoiler = hasClass(element, /spoiler/i) || /spoiler/i.test(label)
    const blocks = this.blocksOf(
      element.children.filter(child => child !== summary),
      marks,
    )
    const content = blocks.filter(({ type }) => !/^(picture|horizontalRule|callout|spoiler)$/.test(type))
    if (isSpoiler && content.length > 0) {
      flow.block({ type: 'spoiler', attrs: { label: label.slice(0, 1_000) }, content })
      for (const block of blocks.filter(block => !content.includes(block))) flow.block(block)
      return
    }
    if (summary) this.readAll(summary.children, { ...marks, bold: true }, flow)
    for (const block of blocks) flow.block(block)
  }

  private blocksOf(nodes: readonly PastedNode[], marks: Marks): ProseNode[] {
    const flow = new Flow()
    this.readAll(nodes, marks, flow)
    return flow.blocks()
  }
}

/** Lines of it are lines, and an empty one is the end of a paragraph. */
function readPre(element: PastedElement, flow: Flow): void {
  for (const part of wordsIn(element).split(/\n\s*\n/)) {
    flow.text(part.replace(/^\n+|\s+$/g, ''), plainMarks, true)
    flow.end()
  }
}

function headingOf(element: PastedElement): number | null {
  const level = /^h([1-6])$/.exec(element.tag)?.[1]
  return level ? Number(level) : wordHeading(element)
}

function withoutBold(node: ProseNode): ProseNode {
  const { marks, ...rest } = node
  const kept = marks?.filter(({ type }) => type !== 'bold') ?? []
  return kept.length > 0 ? { ...rest, marks: kept } : rest
}

function withoutBoldIn(block: ProseNode): ProseNode {
  return block.content ? { ...block, content: block.content.map(withoutBold) } : block
}
