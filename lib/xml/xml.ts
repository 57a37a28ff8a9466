// What XML 1.0 can hold, and how it holds it: feeds, sitemaps, oEmbed. https://www.w3.org/TR/xml/#charsets

/** A text without what XML cannot hold even when it is escaped (section 2.2), and without other control characters. */
export function storable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** For the text of an element. */
export function escapeText(text: string): string {
  return storable(text).replace(/[&<>]/g, sign => references[sign] ?? '')
}

/** For an attribute between quotation marks of either kind, and for text; HTML and Pango's markup read it likewise. */
export function escapeAttribute(text: string): string {
  return storable(text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
