import type { Punctuation } from './punctuation-styles.ts'

/** What a key becomes: so many characters before the cursor go, and this comes instead of what was typed. */
export interface Change {
  cut: number
  insert: string
}

/**
 * What a character becomes that is typed after `before` (the line up to the cursor) in a language with this punctuation; null when it
 * stays as it is. Nothing is changed in what looks like an address.
 */
export function punctuate(before: string, typed: string, style: Punctuation): Change | null {
  if (isInAddress(before)) return null
  const left = elision(before, typed)
  if (left) return left
  switch (typed) {
    case '"':
      return doubleQuote(before, style)
    case "'":
      return singleQuote(before, style)
    case '-':
      return dash(before, style)
    case '.':
      return /(?<!\.)\.\.$/.test(before) ? { cut: 2, insert: '…' } : null
    case ' ':
      return space(before, style)
    default:
      return frenchSpace(before, typed, style) ?? apostrophe(before, typed, style)
  }
}

function doubleQuote(before: string, { outer, gap, isSpaceless }: Punctuation): Change | null {
  const [open, close] = outer
  const isOpen = standsOpen(before, outer)
  // The space that was typed before a closing mark is the one that belongs there.
  if (gap && isOpen && /\S $/.test(before)) return { cut: 1, insert: gap + close }
  if (opens(before, isOpen, isSpaceless)) return { cut: 0, insert: open + gap }
  // Six feet two inches.
  if (!isOpen && /\p{N}$/u.test(before)) return { cut: 0, insert: '″' }
  return { cut: 0, insert: gap + close }
}

/** An apostrophe, unless it opens or closes a quotation inside another; where single marks are the house's inner ones, any. */
function singleQuote(before: string, { outer, inner, isSpaceless }: Punctuation): Change {
  const [open, close] = inner
  const isOpen = standsOpen(before, inner)
  const mayOpen = '‘‚‹’'.includes(open) || standsOpen(before, outer)
  if (!/’$/.test(before) && opens(before, isOpen, isSpaceless)) return { cut: 0, insert: mayOpen ? open : '’' }
  return { cut: 0, insert: isOpen ? close : '’' }
}

function dash(before: string, style: Punctuation): Change | null {
  // At the beginning of a line hyphens make a list or a divider.
  if (before.endsWith('-') && before.trim() !== '-' && !before.endsWith('--')) return { cut: 1, insert: style.dash }
  return before.endsWith('–') && before.trim() !== '–' ? { cut: 1, insert: '—' } : null
}

function space(before: string, { spacedDash, outer, gap }: Punctuation): Change | null {
  // French typists type the space that is there already.
  if (gap && before.endsWith(outer[0] + gap)) return { cut: gap.length, insert: gap }
  return /[^\s\p{N}] -$/u.test(before) ? { cut: 1, insert: `${spacedDash} ` } : null
}

function frenchSpace(before: string, typed: string, { gap }: Punctuation): Change | null {
  return gap && /^[;:!?]$/.test(typed) && /\S $/.test(before) ? { cut: 1, insert: gap + typed } : null
}

/** A letter after what looked like the end of a quotation: it was an apostrophe. */
function apostrophe(before: string, typed: string, { inner: [, close] }: Punctuation): Change | null {
  const last = before.at(-2) ?? ''
  const isInWord = close !== '’' && before.endsWith(close) && /\p{L}/u.test(last) && /^\p{L}$/u.test(typed)
  return isInWord ? { cut: close.length, insert: `’${typed}` } : null
}

/** English leaves beginnings of words out: ’90s, ’tis, ’em. They look like quotations until the word is there. */
function elision(before: string, typed: string): Change | null {
  const isYear = before.endsWith('‘') && /^\p{N}$/u.test(typed)
  const [, word = ''] = (/^[^\p{L}]$/u.test(typed) && elided.exec(before)) || []
  return isYear || word ? { cut: word.length + 1, insert: `’${word}${typed === "'" ? '’' : typed}` } : null
}

const elided = /‘(tis|twas|twere|em|til|cause|cos|bout|round|n)$/i

function opens(before: string, isOpen: boolean, isSpaceless: boolean): boolean {
  if (isSpaceless) return !isOpen
  // After a dash, or a word that ends in an apostrophe (l’« altra »), either can follow.
  if (/[\u2013\u2014-]$|\p{L}’$/u.test(before)) return !isOpen
  return before === '' || /[\s([{/“‘„‚«‹「『¿¡\u202f]$/.test(before)
}

/** Whether a quotation was begun and not ended before here. */
function standsOpen(before: string, [open, close]: readonly [string, string]): boolean {
  if (open === close) return before.split(open).length % 2 === 0
  return before.lastIndexOf(open) > before.lastIndexOf(close)
}

function isInAddress(before: string): boolean {
  const word = /\S*$/.exec(before)?.[0] ?? ''
  return /:\/\/|^www\.|@|\]\(|^\/\w/i.test(word)
}
