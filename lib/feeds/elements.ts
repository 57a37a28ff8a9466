// Writes the markup of feeds: XML around, and HTML inside, by the same rules, so that neither is ever put together from strings.
import { escapeText, storable } from '#lib/xml/xml.ts'

/** Text that is markup already. Whatever else goes into an element is escaped on its way. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Child = string | Markup | null | false | undefined | readonly Child[]
export type Attributes = Record<string, string | number | null | undefined>

/** Elements of HTML that have no end tag. */
const empty = new Set(['br', 'hr', 'img'])

/** An element with its attributes (those without a value are left out) and what stands in it. */
export function element(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escapeText(String(value)).replace(/"/g, '&quot;').replace(/\s/g, spaceInAttribute)}"`,
    )
    .join('')
  if (empty.has(name)) return new Markup(`<${name}${written}/>`)
  return new Markup(`<${name}${written}>${together(...children).text}</${name}>`)
}

/** What stands one after the other. */
export function together(...children: Child[]): Markup {
  return new Markup(children.map(written).join(''))
}

/** A whole XML document. */
export function xmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`
}

/** A text as XML can hold it, on one line. */
export function line(text: string): string {
  return storable(text).replace(/\s+/g, ' ').trim()
}

function written(child: Child): string {
  if (child instanceof Markup) return child.text
  if (typeof child === 'string') return escapeText(child)
  return Array.isArray(child) ? child.map(written).join('') : ''
}

/** A line break or a tab in an attribute would be read as a space. */
function spaceInAttribute(space: string): string {
  return space === '\n' || space === '\r' || space === '\t' ? `&#${space.charCodeAt(0)};` : space
}
