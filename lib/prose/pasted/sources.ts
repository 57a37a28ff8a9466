/** Programs that put HTML of their own kind on the clipboard. */
export const pasteSources = {
  word: 'Word',
  'google-docs': 'Google Docs',
  libreoffice: 'LibreOffice',
  notion: 'Notion',
  apple: 'a Mac',
  web: 'a web page',
} as const
export type PasteSource = keyof typeof pasteSources

/** Which program HTML is from, by what only that one writes. */
export function sourceOf(html: string): PasteSource {
  const head = html.slice(0, 20_000)
  if (/docs-internal-guid|id="?docs-internal/.test(head)) return 'google-docs'
  if (/urn:schemas-microsoft-com:office|\bmso-|class="?Mso[A-Z]|\bSCXW\d/.test(head)) return 'word'
  if (/<meta[^>]+generator[^>]+(LibreOffice|OpenOffice)/i.test(head)) return 'libreoffice'
  if (/<!-- notionvc:/.test(html)) return 'notion'
  return /Cocoa HTML Writer|Apple-(converted-space|dash-list|interchange)/.test(head) && /class="?[ps]\d/.test(head)
    ? 'apple'
    : 'web'
}
