import { type Editor, Extension } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { cleanAddress } from '#lib/links/addresses.ts'
import { parseEmbed } from '#lib/prose/embeds.ts'
import { embedNode } from '#lib/prose/pasted/flow.ts'
import { plainBlocks } from '#lib/prose/pasted/plain.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { fillEmbeds } from './embed-details.ts'
import type { CleanText } from './paste-clean.ts'
import { insertBlocks, type Range } from './paste-insert.ts'
import { chooseOf, readTransfer, type Taken } from './paste-read.ts'

/** What is said of a paste: where it came from, what was left out, and a way to have its words alone. */
export interface PasteSaid {
  from: CleanText['from'] | 'embed'
  left: CleanText['left']
  /** Puts the plain words in its place; null when that would be the same. */
  asPlain: (() => void) | null
}

interface Options {
  siteUrl: string
  onSaid: (said: PasteSaid | null) => void
  onProblem: (problem: string) => void
  onPicture: Parameters<typeof fillEmbeds>[1]
}

const key = new PluginKey<boolean>('paste')
const none = { comments: 0, deletions: 0, pictures: 0 }

/**
 * Takes what is pasted and dropped from elsewhere, cleaned to what a review may contain. What was copied in the editor itself is left to
 * ProseMirror. Before all others, so that nobody else makes something of it first.
 */
export const Paste = Extension.create<Options>({
  name: 'foreignPaste',
  priority: 1_000,
  addOptions: () => ({ siteUrl: '', onSaid: () => {}, onProblem: () => {}, onPicture: () => {} }),
  onFocus() {
    // When that fails it is tried again with the paste.
    const load = async () => (await loadCleaner()).loadMarkdown()
    setTimeout(() => load().catch(() => {}), 1_000)
  },
  addProseMirrorPlugins() {
    const { editor, options } = this
    let isPlain = false
    return [
      new Plugin<boolean>({
        key,
        state: {
          init: () => false,
          // Whether the paste is still the last that was done. When somebody writes on, or takes it back, it is not.
          apply(transaction, isLast) {
            const set: boolean | undefined = transaction.getMeta(key)
            return set ?? (isLast && !(transaction.docChanged && isOwnDoing(transaction)))
          },
        },
        view: () => ({
          update(view, before) {
            if (key.getState(before) && !key.getState(view.state)) options.onSaid(null)
          },
        }),
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              isPlain = event.shiftKey && (event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'v'
              return false
            },
            keyup: () => {
              isPlain = false
              return false
            },
          },
          handlePaste: (view, event) => {
            const brought = readTransfer(event.clipboardData)
            const taken = isPlain && brought.text ? { as: 'plain' as const, text: brought.text } : chooseOf(brought)
            return take(editor, taken, selectionOf(view), options)
          },
          handleDrop: (view, event) => {
            if (view.dragging) return false
            const taken = chooseOf(readTransfer(event.dataTransfer))
            const at = dropPlace(view, event, taken)
            if (at === null || !take(editor, taken, { from: at, to: at }, options)) return false
            event.preventDefault()
            view.focus()
            return true
          },
        },
      }),
    ]
  },
})

function isOwnDoing(transaction: Transaction): boolean {
  const isPaste = transaction.getMeta('paste') !== undefined
  const isBeside =
    transaction.getMeta('addToHistory') === false || transaction.getMeta('appendedTransaction') !== undefined
  return !isPaste && !isBeside
}

function selectionOf({ state: { selection } }: EditorView): Range {
  return { from: selection.from, to: selection.to }
}

/** Takes a paste, and says whether it is taken: what is ProseMirror's own is not. */
function take(editor: Editor, taken: Taken, at: Range, options: Options): boolean {
  if (taken.as === 'own' || taken.as === 'nothing') return false
  options.onSaid(null)
  options.onProblem('')
  if (taken.as === 'files') {
    const words = taken.files.length === 1 ? { alt: taken.alt } : {}
    return editor.commands.takePictures(
      taken.files.map(from => ({ from, ...words })),
      at.to,
    )
  }
  if (taken.as === 'plain')
    return put(editor, { from: null, blocks: plainBlocks(taken.text), left: none }, taken.text, at, options)
  if (taken.as === 'text' && takeAddress(editor, taken.text.trim(), at, options)) return true
  void clean(editor, taken, at, options)
  return true
}

/** An address alone: over selected words their link, on an empty line what it shows. */
function takeAddress(editor: Editor, text: string, at: Range, options: Options): boolean {
  if (/\s/.test(text) || !/^(https?:\/\/|mailto:)/i.test(text)) return false
  const href = cleanAddress(text, options.siteUrl)
  if (href === null) return false
  const { doc } = editor.state
  const $from = doc.resolve(at.from)
  if (at.from < at.to && $from.sameParent(doc.resolve(at.to)) && $from.parent.isTextblock)
    return editor.chain().setTextSelection(at).setLink({ href }).setTextSelection(at.to).run()
  const shown = parseEmbed(text)
  const isEmptyLine = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0 && $from.depth === 1
  if (shown && isEmptyLine)
    return put(editor, { from: null, blocks: [embedNode(shown)], left: none }, text, at, options, true)
  const link: ProseNode = {
    type: 'text',
    text: href.startsWith('/') ? text : href,
    marks: [{ type: 'link', attrs: { href } }],
  }
  return put(editor, { from: null, blocks: [{ type: 'paragraph', content: [link] }], left: none }, text, at, options)
}

async function clean(
  editor: Editor,
  taken: Extract<Taken, { as: 'html' | 'text' }>,
  at: Range,
  options: Options,
): Promise<void> {
  const found = await read(taken, options)
  if (editor.isDestroyed || !found) return
  const { doc } = editor.state
  const most = doc.content.size
  put(editor, found, taken.text, { from: Math.min(at.from, most), to: Math.min(at.to, most) }, options)
}

async function read(
  taken: Extract<Taken, { as: 'html' | 'text' }>,
  { siteUrl, onProblem }: Options,
): Promise<CleanText | null> {
  try {
    const { cleanHtml, cleanText } = await loadCleaner()
    const found = taken.as === 'html' ? cleanHtml(taken.html, siteUrl) : await cleanText(taken.text, siteUrl)
    return found.blocks.length > 0 || taken.text.trim() === '' ? found : await cleanText(taken.text, siteUrl)
  } catch {
    // Too much of it, or the part that reads it could not be loaded: its words are there in any case.
    if (taken.text.length > mostText) {
      onProblem('This is more than one review can hold. Paste it in parts.')
      return null
    }
    return { from: null, blocks: plainBlocks(taken.text, siteUrl), left: none }
  }
}

/** Loaded before it is needed, when somebody begins to write: the first paste is to be as quick as the second. */
const loadCleaner = () => import('./paste-clean.ts')

const mostText = 600_000

function put(editor: Editor, found: CleanText, text: string, at: Range, options: Options, isEmbed = false): boolean {
  const isIn = tryInsert(editor, found.blocks, at) || tryInsert(editor, plainBlocks(text), at)
  if (!isIn) {
    const { pictures } = found.left
    if (pictures > 0)
      options.onProblem(
        `${pictures === 1 ? 'The picture' : 'The pictures'} cannot be reached from here. Save and drag them in.`,
      )
    return true
  }
  editor.view.dispatch(editor.state.tr.setMeta(key, true))
  fillEmbeds(editor, options.onPicture)
  const { comments, deletions, pictures } = found.left
  const isWorthSaying = found.from !== null || isEmbed || comments + deletions + pictures > 0
  const asPlain = isWorthSaying && text.trim() !== '' ? () => putPlain(editor, text, options) : null
  if (isWorthSaying) options.onSaid({ from: isEmbed ? 'embed' : found.from, left: found.left, asPlain })
  return true
}

/** The schema has the last word: what it refuses is not put in, and its plain words are. */
function tryInsert(editor: Editor, blocks: ProseNode[], at: Range): boolean {
  try {
    return insertBlocks(editor, blocks, at)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** In place of the paste, which is taken back: undoing this leads to where there was neither. */
function putPlain(editor: Editor, text: string, { onSaid }: Options): void {
  const isLast = key.getState(editor.state)
  onSaid(null)
  if (!isLast || !editor.commands.undo()) return
  tryInsert(editor, plainBlocks(text), selectionOf(editor.view))
  editor.view.focus()
}

/** Where a drop goes: between letters for words, between blocks for pictures. */
function dropPlace(view: EditorView, event: DragEvent, taken: Taken): number | null {
  const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
  if (pos === undefined) return null
  if (taken.as !== 'files') return pos
  const { figure } = view.state.schema.nodes
  return (figure && dropPoint(view.state.doc, pos, Slice.empty)) ?? pos
}
