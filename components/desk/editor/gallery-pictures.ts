import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Picture } from '#lib/media/pictures.ts'
import { placeBlock } from './blocks-insert.ts'
import { pictureLine } from './picture-line.ts'
import { uploadPicture, uploadProblemText } from './upload.ts'

interface Options {
  onPicture: (picture: Picture) => void
  onProblem: (problem: string) => void
}

const key = new PluginKey<DecorationSet>('galleryPictures')

/** Shows where pictures of galleries will stand while they are on their way. */
export const GalleryPictures = Extension.create({
  name: 'galleryPictures',
  addProseMirrorPlugins: () => [plugin()],
})

/** Uploads pictures, one after the other, and puts them together: into a new gallery at the cursor, or at the end of the one there. */
export async function takeGallery(editor: Editor, files: File[], at: number | null, options: Options): Promise<void> {
  let isStopped = false
  const line = pictureLine(files.length === 1 ? 'a picture' : `${files.length} pictures`, () => {
    isStopped = true
    end()
  })
  const end = begin(editor, at, line.element)
  const pictures: Picture[] = []
  for (const [index, file] of files.entries()) {
    if (isStopped || editor.isDestroyed) break
    try {
      const picture = await uploadPicture(file, part => line.say((index + part) / files.length))
      options.onPicture(picture)
      pictures.push(picture)
    } catch (error) {
      options.onProblem(`${file.name}: ${uploadProblemText(error)}`)
    }
  }
  if (editor.isDestroyed) return
  const place = end()
  if (pictures.length > 0 && !isStopped) put(editor, pictures, place)
}

function put(editor: Editor, pictures: Picture[], place: { at: number; isInGallery: boolean } | null): void {
  const { tr, schema } = editor.state
  const { figure, gallery } = schema.nodes
  if (!figure || !gallery) return
  const figures = pictures.map(({ id: mediaId, alt, caption, credit }) =>
    figure.create({ mediaId, alt, caption, credit }),
  )
  if (place?.isInGallery) {
    tr.insert(place.at, figures).setSelection(NodeSelection.create(tr.doc, place.at))
  } else {
    const around = gallery.create(null, figures)
    const line = place && tr.doc.nodeAt(place.at)
    let at = place?.at ?? 0
    // The empty line at which it was asked for becomes it.
    if (place && line?.type.name === 'paragraph' && line.content.size === 0) tr.replaceWith(at, at + 2, around)
    else if (place && canStand(tr.doc, at, around)) tr.insert(at, around)
    else at = placeBlock(tr, around)
    tr.setSelection(NodeSelection.create(tr.doc, at + 1))
  }
  editor.view.dispatch(tr.scrollIntoView())
}

function canStand(doc: Node, at: number, block: Node): boolean {
  const place = doc.resolve(at)
  return place.parent.canReplaceWith(place.index(), place.index(), block.type)
}

/** Shows the line where the pictures will stand; what it returns takes it away and says where that is now. */
function begin(editor: Editor, gallery: number | null, element: HTMLElement) {
  const inGallery = gallery === null ? null : gallery + 1 + (editor.state.doc.nodeAt(gallery)?.content.size ?? 0)
  const { $to } = editor.state.selection
  const isEmptyLine = $to.depth === 1 && $to.parent.content.size === 0
  const at = inGallery ?? ($to.depth === 0 ? $to.pos : isEmptyLine ? $to.before(1) : $to.after(1))
  const id = crypto.randomUUID()
  const widget = Decoration.widget(at, element, { id, key: id, side: -1, ignoreSelection: true, stopEvent: () => true })
  editor.view.dispatch(editor.state.tr.setMeta(key, { add: widget }))
  return () => {
    const [found] = key.getState(editor.state)?.find(undefined, undefined, spec => spec.id === id) ?? []
    if (!found) return null
    editor.view.dispatch(editor.state.tr.setMeta(key, { remove: found }))
    const isInGallery = editor.state.doc.resolve(found.from).parent.type.name === 'gallery'
    return { at: found.from, isInGallery }
  }
}

function plugin(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const mapped = set.map(tr.mapping, tr.doc)
        const meta: { add?: Decoration; remove?: Decoration } = tr.getMeta(key) ?? {}
        if (meta.remove) return mapped.remove([meta.remove])
        return meta.add ? mapped.add(tr.doc, [meta.add]) : mapped
      },
    },
    props: { decorations: state => key.getState(state) },
  })
}
