import { finished } from 'node:stream/promises'
import { RewritingStream } from 'parse5-html-rewriting-stream'

// An HTML document as a tree, read by the tokens that a browser would see: enough to ask what a page says and shows.

export interface Element {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** What is there and not shown, and what stands apart from the text around it. */
const unseen = new Set(['head', 'script', 'style', 'template', 'title', 'svg'])
const blocks = new Set(
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 header li main nav ol p section summary table td th tr ul'.split(
    ' ',
  ),
)

/** The tree of a document that is well-formed, as the W3C checker holds of every page. */
export async function readDocument(html: string): Promise<Element> {
  const root: Element = { name: '#document', attributes: {}, children: [] }
  const open = [root]
  const reader = new RewritingStream()
  reader.on('startTag', tag => {
    const attributes = Object.fromEntries(tag.attrs.map(({ name, value }) => [name, value]))
    const element: Element = { name: tag.tagName, attributes, children: [] }
    open.at(-1)?.children.push(element)
    if (!tag.selfClosing && !empty.has(tag.tagName)) open.push(element)
  })
  reader.on('endTag', tag => {
    const at = open.findLastIndex(element => element.name === tag.tagName)
    if (at > 0) open.length = at
  })
  reader.on('text', ({ text }) => open.at(-1)?.children.push(text))
  reader.resume()
  reader.end(html)
  await finished(reader, { readable: false })
  return root
}

/** Every element below that is called so and has these attributes, in the order of the document. `true` is any value. */
export function all(within: Element, name: string, wanted: Record<string, string | true> = {}): Element[] {
  return within.children.flatMap(child => {
    if (typeof child === 'string') return []
    const fits =
      child.name === name &&
      Object.entries(wanted).every(([key, value]) =>
        value === true ? key in child.attributes : child.attributes[key] === value,
      )
    return [...(fits ? [child] : []), ...all(child, name, wanted)]
  })
}

/** What is written in an element, with one space for any. */
export function textOf(element: Element): string {
  return written(element).replace(/\s+/g, ' ').trim()
}

/** The text of a script, as it is. */
export function sourceOf(script: Element): string {
  return script.children.filter(child => typeof child === 'string').join('')
}

function written(element: Element): string {
  return element.children
    .map(child => {
      if (typeof child === 'string') return child
      if (unseen.has(child.name)) return ' '
      return blocks.has(child.name) ? ` ${written(child)} ` : written(child)
    })
    .join('')
}
