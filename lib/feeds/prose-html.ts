import { type Picture, picturePath } from '#lib/media/pictures.ts'
import { isCovered, runsOf } from '#lib/prose/covered.ts'
import { embedHref, embedProvider } from '#lib/prose/embeds.ts'
import { noteNumbers, notesBelow } from '#lib/prose/notes.ts'
import type { ProseMark, ProseNode } from '#lib/prose/prose.ts'
import type { ReviewArticle } from '#lib/reviews/reviews.ts'
import { type Child, element, type Markup, together } from './elements.ts'

type Place = Pick<ReviewArticle, 'pictures' | 'mentions' | 'sponsored' | 'path'> & { siteUrl: string }
type ProseContext = Place & { notes: ReadonlyMap<ProseNode, number> }

/**
 * The text of a review as HTML that can stand anywhere: absolute addresses, no class, no script. What a spoiler covers is left out, and
 * a link to the page, where it can be uncovered, stands in its place: feed readers, mail and previews know no cover. Pull quotes, which
 * repeat words of the text, are left out too.
 */
export function proseHtml(prose: ProseNode, place: Place): Markup {
  const context = { ...place, notes: noteNumbers(prose) }
  return together(children(prose, context), endnotes(prose, context))
}

function children(node: ProseNode, context: ProseContext): Markup {
  return together(runsOf(node.content ?? []).map(([first, ...rest]) => drawRun(first, rest, context)))
}

function drawRun(first: ProseNode, rest: ProseNode[], context: ProseContext): Child {
  if (!isCovered(first)) return [first, ...rest].map(node => block(node, context))
  return element('a', { href: context.siteUrl + context.path }, '[spoiler: on the page]')
}

function block(node: ProseNode, context: ProseContext): Child {
  const inside = () => children(node, context)
  switch (node.type) {
    case 'paragraph':
      return element('p', {}, inside())
    case 'heading':
      return element(node.attrs?.level === 3 ? 'h3' : 'h2', {}, inside())
    case 'blockquote':
      return element('blockquote', {}, inside())
    case 'bulletList':
      return element('ul', {}, inside())
    case 'orderedList':
      return element('ol', { start: node.attrs?.start === 1 ? null : Number(node.attrs?.start ?? 1) }, inside())
    case 'listItem':
      return element('li', {}, inside())
    case 'horizontalRule':
      return element('hr')
    case 'hardBreak':
      return element('br')
    case 'figure':
      return figure(node, context)
    case 'gallery':
      return [inside(), node.attrs?.caption ? element('p', {}, String(node.attrs.caption)) : null]
    case 'embed':
      return embed(node)
    case 'callout':
      return element('blockquote', {}, node.attrs?.title ? title(String(node.attrs.title)) : null, inside())
    case 'table':
      return table(node, context)
    case 'footnote':
      return noteCall(node, context)
    case 'spoiler':
      return spoiler(String(node.attrs?.label || 'This gives something away'), context)
    case 'mention':
      return marked(
        (node.marks ?? []).filter(mark => mark.type !== 'italic' || node.attrs?.kind !== 'work'),
        mention(node, context),
        context,
      )
    case 'text':
      return marked(node.marks ?? [], node.text ?? '', context)
    default:
      return null
  }
}

function title(words: string): Markup {
  return element('p', {}, element('strong', {}, words))
}

function embed({ attrs }: ProseNode): Child {
  const [provider, href] = [embedProvider(attrs?.provider), embedHref(attrs)]
  if (!provider || !href) return null
  const words = [String(attrs?.title), `${provider.verb} on ${provider.name}`].filter(part => part !== '').join(': ')
  return element('p', {}, element('a', { href }, words))
}

function table(node: ProseNode, context: ProseContext): Markup {
  const caption = String(node.attrs?.caption)
  const cell = ({ type, attrs, ...rest }: ProseNode) => {
    const [colspan, rowspan] = [attrs?.colspan, attrs?.rowspan].map(span => (span === 1 ? null : Number(span)))
    const name = type === 'tableHeader' ? 'th' : 'td'
    return element(name, { colspan, rowspan }, children({ type, ...rest }, context))
  }
  const rows = (node.content ?? []).map(row => element('tr', {}, (row.content ?? []).map(cell)))
  return element('table', {}, caption !== '' && element('caption', {}, caption), element('tbody', {}, rows))
}

/** A reader of feeds may show several reviews on one page, so a call leads to the note on the review's own. */
function noteCall(node: ProseNode, { notes, siteUrl, path }: ProseContext): Child {
  const number = notes.get(node)
  return (
    number !== undefined &&
    element('sup', {}, element('a', { href: `${siteUrl}${path}#note-${number}` }, String(number)))
  )
}

function endnotes(prose: ProseNode, context: ProseContext): Child {
  return notesBelow(prose)
    .filter(note => !isCovered(note))
    .map(note => element('p', {}, element('sup', {}, String(context.notes.get(note))), ' ', children(note, context)))
}

function spoiler(label: string, { siteUrl, path }: ProseContext): Markup {
  return element('p', {}, element('a', { href: siteUrl + path }, `Spoiler, on the page: ${label}`))
}

function mention(node: ProseNode, { mentions, siteUrl }: ProseContext): Child {
  const path = mentions[String(node.attrs?.id)]
  const label = String(node.attrs?.label)
  const words = node.attrs?.kind === 'work' ? element('cite', {}, label) : label
  return path ? element('a', { href: siteUrl + path }, words) : words
}

function figure(node: ProseNode, { pictures, siteUrl }: ProseContext): Child {
  const picture = pictures[String(node.attrs?.mediaId)]
  if (!picture) return null
  const words = (name: 'alt' | 'caption' | 'credit') => String(node.attrs?.[name] || picture[name])
  return pictureHtml({ ...picture, alt: words('alt'), caption: words('caption'), credit: words('credit') }, siteUrl)
}

/** A picture with its caption, credit and licence. Feed readers set their own widths, so one file of a fair size will do, in the format that all of them read. */
export function pictureHtml(picture: Picture, siteUrl: string): Markup {
  const width = picture.widths.findLast(each => each <= 1_200) ?? picture.widths[0] ?? picture.width
  const height = Math.round((width * picture.height) / Math.max(1, picture.width))
  const format = picture.formats.includes('jpg') ? 'jpg' : 'webp'
  const caption = [picture.caption, picture.credit, picture.licence].filter(words => words.trim() !== '')
  return element(
    'figure',
    {},
    element('img', { src: siteUrl + picturePath(picture, width, format), alt: picture.alt, width, height }),
    caption.length > 0 && element('figcaption', {}, caption.join(' · ')),
  )
}

/** Marks around a text, outermost first. */
function marked(marks: ProseMark[], content: Child, context: ProseContext): Child {
  return marks.reduceRight<Child>((inner, mark) => {
    if (mark.type === 'bold') return element('strong', {}, inner)
    if (mark.type === 'italic') return element('em', {}, inner)
    return mark.type === 'link' ? linkTo(String(mark.attrs?.href), inner, context) : inner
  }, content)
}

function linkTo(href: string, content: Child, { siteUrl, path, sponsored }: ProseContext): Markup {
  return element(
    'a',
    { href: absolute(href, siteUrl + path), rel: sponsored.includes(href) ? 'sponsored' : null },
    content,
  )
}

/** Paths of our own and places on the page, from anywhere. */
function absolute(href: string, page: string): string {
  return /^[/#]/.test(href) ? new URL(href, page).href : href
}
