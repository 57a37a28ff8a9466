/** What a paste or a drop brings, read at once: afterwards the clipboard is closed. */
export interface Brought {
  html: string
  text: string
  files: File[]
}

/** How it is to be taken: pictures as files, or HTML, or plain text; `own` for what was copied here, which the editor reads best. */
export type Taken =
  | { as: 'own' }
  | { as: 'nothing' }
  | { as: 'files'; files: File[]; alt: string }
  | { as: 'html'; html: string; text: string }
  | { as: 'text'; text: string }
  /** Words and nothing else: no Markdown, no links. */
  | { as: 'plain'; text: string }

/** Longer HTML is not even looked at: its words are taken. */
const longest = 40_000_000

export function readTransfer(data: DataTransfer | null): Brought & { isCode: boolean } {
  return {
    html: data?.getData('text/html') ?? '',
    text: data?.getData('text/plain') ?? '',
    files: [...(data?.files ?? [])].filter(file => file.type.startsWith('image/')),
    // Editors of code bring their colours along as HTML.
    isCode: data?.types.includes('vscode-editor-data') ?? false,
  }
}

/** Decides what of a paste is meant. Spreadsheets bring a picture of their cells beside them; browsers the address of a copied picture. */
export function chooseOf({ html, text, files, isCode }: Brought & { isCode: boolean }): Taken {
  if (/\sdata-pm-slice=/.test(html)) return { as: 'own' }
  const hasWords = text.trim() !== ''
  if (files.length > 0 && !hasWords) return { as: 'files', files, alt: altIn(html) }
  const isUsed = html.length > 0 && html.length <= longest && !isCode && !isOnlyCode(html)
  if (isUsed && (hasWords || /<(img|iframe|table|hr)\b/i.test(html))) return { as: 'html', html, text }
  if (hasWords) return { as: 'text', text }
  return files.length > 0 ? { as: 'files', files, alt: '' } : { as: 'nothing' }
}

/** One box of preformatted text is a file that was looked at: Markdown, perhaps. */
function isOnlyCode(html: string): boolean {
  const inner = html.replace(/<!--.*?-->|<\/?(html|head|body|meta)\b[^>]*>/gis, '').trim()
  return /^<pre\b[^>]*>/i.test(inner) && inner.indexOf('</pre>') === inner.length - '</pre>'.length
}

function altIn(html: string): string {
  const alt = /<img\b[^>]*\balt="([^"]*)"/i.exec(html)?.[1] ?? ''
  return /[<>&]/.test(alt) || /\.(jpe?g|png|gif|webp)$/i.test(alt) ? '' : alt
}
