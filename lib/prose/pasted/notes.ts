import { closest, elementsIn, hasClass, isElement, type PastedElement, wordsIn } from './tree.ts'

/** The footnotes of what was pasted: which element calls which, and what stands for them below the text. */
export interface Notes {
  /** The element with the words of a note, by the link that calls it; null for a call whose note was not pasted. */
  called: Map<PastedElement, PastedElement | null>
  /** What is no part of the text: the notes themselves, and the links back to where they are called. */
  taken: Set<PastedElement>
}

// Word `_ftn1`, LibreOffice `sdfootnote1sym`, Google Docs `ftnt1`, Markdown `fn1` or `user-content-fn-1`, Wikipedia `cite_note-1`.
const noteName =
  /^(_?(ftn|edn)\d|ftnt\d|sd(foot|end)note\d|(user-content-)?fn[-:_\d]|cite_note|(foot|end)?note[-_]?\d|[\da-f-]{36}$)/i
const marker = /^\W{0,2}(\d{1,4}|[*†‡§a-z]|[ivx]{1,6})?\W{0,2}$/i

/** Finds footnotes by their links: there (the call) and back again. Works on any program's, whatever it calls them. */
export function findNotes(root: PastedElement): Notes {
  const notes: Notes = { called: new Map(), taken: new Set() }
  const places = new Map<string, { element: PastedElement; index: number }>()
  const links: { link: PastedElement; index: number; name: string }[] = []
  let index = 0
  for (const element of elementsIn(root)) {
    index++
    for (const name of [element.attrs.id, element.attrs.name])
      if (name && !places.has(name)) places.set(name, { element, index })
    const name = element.tag === 'a' ? /#([^#]+)$/.exec(element.attrs.href ?? '')?.[1] : undefined
    if (name) links.push({ link: element, index, name })
  }
  for (const { link, index: at, name } of links) {
    const place = places.get(name)
    if (!isCall(link, name)) continue
    if (!place) {
      if (isRaised(link)) notes.called.set(link, null)
    } else if (place.index > at) {
      const note = noteAround(place.element)
      notes.called.set(link, note)
      take(note, notes)
    } else if (inNote(link, notes)) notes.taken.add(link)
  }
  return notes
}

function isCall(link: PastedElement, name: string): boolean {
  if (!marker.test(wordsIn(link).trim()))
    return /^doc-backlink$/.test(link.attrs.role ?? '') || hasClass(link, /backref|backlink/)
  return (
    noteName.test(name) || isRaised(link) || /^doc-(noteref|backlink)$/.test(link.attrs.role ?? '') || /ref/i.test(name)
  )
}

function isRaised(link: PastedElement): boolean {
  const isSup = (element: PastedElement) => element.tag === 'sup' || element.style['vertical-align'] === 'super'
  return closest(link, isSup) !== null || link.children.some(child => isElement(child) && isSup(child))
}

/** The whole note: the paragraph or item, and the box that programs put around each. */
function noteAround(place: PastedElement): PastedElement {
  const isBlock = ({ tag }: PastedElement) => /^(p|li|div|aside|dd|td)$/.test(tag)
  const block = closest(place, isBlock) ?? place
  const { parent } = block
  const isBox =
    parent?.tag === 'div' &&
    (/^(ftn|edn|sdfootnote|sdendnote)\d/.test(parent.attrs.id ?? '') ||
      /^(foot|end)note$/.test(parent.style['mso-element'] ?? ''))
  return isBox && parent ? parent : block
}

/** A note leaves the text, and the list or section that held nothing but notes goes with it. */
function take(note: PastedElement, { taken }: Notes): void {
  taken.add(note)
  const box = closest(
    note,
    element =>
      /^(foot|end)note-list$/.test(element.style['mso-element'] ?? '') ||
      hasClass(element, /^(footnotes?|endnotes|references|wp-block-footnotes)$/) ||
      'data-footnotes' in element.attrs ||
      element.attrs.role === 'doc-endnotes',
  )
  if (box && box !== note) taken.add(box)
}

function inNote(link: PastedElement, { taken }: Notes): boolean {
  return closest(link, element => taken.has(element)) !== null
}
