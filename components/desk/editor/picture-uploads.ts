import { type Editor, Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node, NodeType } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Picture } from '#lib/media/pictures.ts'
import { fetchPicture } from './outside-client.ts'
import { pictureLine } from './picture-line.ts'
import { uploadPicture, uploadProblemText } from './upload.ts'

/** A picture that is to stand in the text: a file, or the address at which it is, and the words that came with it. */
export interface WantedPicture {
  from: File | string
  alt?: string
  caption?: string
  credit?: string
}

interface Options {
  isAllowed: boolean
  onPicture: (picture: Picture) => void
  onProblem: (problem: string) => void
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    uploads: {
      /** Uploads pictures and puts each where the cursor, or the drop, was. */
      uploadPictures: (files: File[], at?: number) => ReturnType
      /** The same for pictures that bring words along, or are still elsewhere. */
      takePictures: (wanted: WantedPicture[], at?: number) => ReturnType
    }
  }
}

type Meta = { begin: { id: string; at: number; element: HTMLElement }[] } | { end: string }
const key = new PluginKey<DecorationSet>('pictureUploads')

/**
 * Pictures on their way. Each has an empty paragraph where it will stand, with a line in it that says how far it is; when it is there, it
 * takes that place, which is no step of its own to undo: undoing what brought the place (a paste, a drop) takes the picture along, and
 * a place that was undone or deleted waits for nothing.
 */
export const PictureUploads = Extension.create<Options>({
  name: 'pictureUploads',
  addOptions: () => ({ isAllowed: false, onPicture: () => {}, onProblem: () => {} }),
  addCommands() {
    const take = (wanted: WantedPicture[], at: number | undefined, editor: Editor, tr: Transaction) => {
      if (!this.options.isAllowed || wanted.length === 0) return false
      closeHistory(tr)
      const places = makePlaces(tr, at ?? tr.selection.to, wanted.length)
      beginPictures(
        editor,
        tr,
        places.flatMap((place, index) => ({ at: place, wanted: wanted[index] ?? { from: '' } })),
      )
      return true
    }
    return {
      uploadPictures:
        (files, at) =>
        ({ editor, tr }) =>
          take(
            files.map(from => ({ from })),
            at,
            editor,
            tr,
          ),
      takePictures:
        (wanted, at) =>
        ({ editor, tr }) =>
          take(wanted, at, editor, tr),
    }
  },
  onBeforeCreate() {
    optionsOf.set(this.editor, this.options)
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, set) => {
            const mapped = set.map(transaction.mapping, transaction.doc)
            const meta: Meta | undefined = transaction.getMeta(key)
            if (!meta) return mapped
            if ('begin' in meta) return mapped.add(transaction.doc, meta.begin.flatMap(decorationsOf))
            return mapped.remove(mapped.find(undefined, undefined, spec => spec.id === meta.end))
          },
        },
        props: { decorations: state => key.getState(state) },
      }),
    ]
  },
})

const optionsOf = new WeakMap<Editor, Options>()

/**
 * Fetches or uploads pictures whose places (empty paragraphs, by position in the transaction's document) the transaction has made. It is the
 * caller's to dispatch; what comes back afterwards finds its place by itself.
 */
export function beginPictures(
  editor: Editor,
  tr: Transaction,
  pictures: { at: number; wanted: WantedPicture }[],
): void {
  const begun = pictures.map(({ at, wanted }) => {
    const id = crypto.randomUUID()
    const controller = new AbortController()
    const line = pictureLine(nameOf(wanted), () => {
      controller.abort()
      end(editor, id)
    })
    return { id, at, wanted, line, signal: controller.signal }
  })
  tr.setMeta(key, { begin: begun.map(({ id, at, line }) => ({ id, at, element: line.element })) } satisfies Meta)
  // After the transaction has been dispatched; one after the other, as they stand: forty at once would only wait for each other.
  queueMicrotask(async () => {
    for (const { id, wanted, line, signal } of begun)
      if (placeOf(editor, id)) await bring(editor, id, wanted, line.say, signal)
  })
}

async function bring(
  editor: Editor,
  id: string,
  wanted: WantedPicture,
  say: (part: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const options = optionsOf.get(editor)
  try {
    const { from } = wanted
    const picture = typeof from === 'string' ? await fetchPicture(from, signal) : await uploadPicture(from, say)
    options?.onPicture(picture)
    if (!editor.isDestroyed && !signal.aborted) insert(editor, id, picture, wanted)
  } catch (error) {
    if (signal.aborted || editor.isDestroyed) return
    options?.onProblem(`${nameOf(wanted)}: ${uploadProblemText(error)}`)
    end(editor, id)
  }
}

/** The figure in place of the empty paragraph; below it, when somebody has written in it meanwhile. */
function insert(editor: Editor, id: string, picture: Picture, { alt, caption, credit }: WantedPicture): void {
  const place = placeOf(editor, id)
  if (!place) return
  const { tr, schema } = editor.state
  const figure = schema.nodes.figure?.create({
    mediaId: picture.id,
    alt: alt || picture.alt,
    caption: caption || picture.caption,
    credit: credit || picture.credit,
  })
  if (!figure) return
  if (place.node.content.size > 0) tr.insert(place.at + place.node.nodeSize, figure)
  else tr.replaceWith(place.at, place.at + place.node.nodeSize, figure)
  editor.view.dispatch(tr.setMeta(key, { end: id } satisfies Meta).setMeta('addToHistory', false))
}

/** Nothing comes: the place goes, when nothing was written in it, and the text is as it was. */
function end(editor: Editor, id: string): void {
  const place = placeOf(editor, id)
  const { tr } = editor.state
  const isAlone = editor.state.doc.childCount === 1
  if (place && place.node.content.size === 0 && !isAlone) tr.delete(place.at, place.at + place.node.nodeSize)
  editor.view.dispatch(tr.setMeta(key, { end: id } satisfies Meta).setMeta('addToHistory', false))
}

function placeOf(editor: Editor, id: string): { at: number; node: Node } | null {
  if (editor.isDestroyed) return null
  const [found] = key.getState(editor.state)?.find(undefined, undefined, spec => spec.id === id && spec.isPlace) ?? []
  const node = found && editor.state.doc.nodeAt(found.from)
  return found && node?.type.name === 'paragraph' ? { at: found.from, node } : null
}

function decorationsOf({ id, at, element }: { id: string; at: number; element: HTMLElement }): Decoration[] {
  return [
    Decoration.node(at, at + 2, { class: 'upload-place' }, { id, isPlace: true }),
    Decoration.widget(at + 1, element, { id, key: id, side: 1, ignoreSelection: true, stopEvent: () => true }),
  ]
}

/** Empty paragraphs near a position, where pictures may stand: an empty line that is there is the first of them. */
function makePlaces(tr: Transaction, at: number, count: number): number[] {
  const $at = tr.doc.resolve(Math.min(at, tr.doc.content.size))
  const { paragraph, figure } = tr.doc.type.schema.nodes
  if (!paragraph || !figure) return []
  const start = boundaryNear(tr.doc, $at.pos, figure)
  const isEmptyLine = $at.parent.type === paragraph && $at.parent.content.size === 0 && $at.depth === start.depth + 1
  const added = Array.from({ length: isEmptyLine ? count - 1 : count }, () => paragraph.create())
  if (added.length > 0) tr.insert(start.at, added)
  const first = isEmptyLine ? start.at - 2 : start.at
  return Array.from({ length: count }, (_, index) => first + index * 2)
}

/** The nearest place between blocks in which a picture may stand: after the paragraph, the list, the quotation; before, at their start. */
function boundaryNear(doc: Node, pos: number, figure: NodeType): { at: number; depth: number } {
  const $pos = doc.resolve(pos)
  for (let depth = $pos.depth; depth >= 0; depth--) {
    const parent = $pos.node(depth)
    if (parent.isTextblock) continue
    const isAtStart = depth < $pos.depth && pos === $pos.start(depth + 1) && $pos.node(depth + 1).content.size > 0
    const index = isAtStart ? $pos.index(depth) : $pos.indexAfter(depth)
    if (!parent.canReplaceWith(index, index, figure) || parent.type.name === 'gallery') continue
    if (depth === $pos.depth) return { at: pos, depth }
    return { at: isAtStart ? $pos.before(depth + 1) : $pos.after(depth + 1), depth }
  }
  return { at: doc.content.size, depth: 0 }
}

function nameOf({ from, alt }: WantedPicture): string {
  if (typeof from !== 'string') return from.name || 'The picture'
  return alt
    ? `“${alt.slice(0, 60)}”`
    : (URL.parse(from)?.pathname.split('/').at(-1)?.slice(0, 60) ?? '') || 'The picture'
}
