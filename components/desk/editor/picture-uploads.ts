import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Picture } from '#lib/media/pictures.ts'
import { picturesIn, uploadPicture, uploadProblemText } from './upload.ts'

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
    }
  }
}

type Meta = { begin: { id: string; at: number; element: HTMLElement } } | { end: string }
const key = new PluginKey<DecorationSet>('pictureUploads')

/**
 * Pictures by button, drop and paste. While one goes out, a line in its place shows how far it is; writing goes on meanwhile, and
 * the place moves with the text.
 */
export const PictureUploads = Extension.create<Options>({
  name: 'pictureUploads',
  addOptions: () => ({ isAllowed: false, onPicture: () => {}, onProblem: () => {} }),
  addCommands() {
    return {
      uploadPictures:
        (files, at) =>
        ({ editor }) => {
          if (!this.options.isAllowed) return false
          for (const file of files) void upload(editor, file, at ?? editor.state.selection.to, this.options)
          return files.length > 0
        },
    }
  },
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (transaction, set) => {
            const mapped = set.map(transaction.mapping, transaction.doc)
            const meta: Meta | undefined = transaction.getMeta(key)
            if (!meta) return mapped
            if ('begin' in meta)
              return mapped.add(transaction.doc, [
                Decoration.widget(meta.begin.at, meta.begin.element, {
                  id: meta.begin.id,
                  key: meta.begin.id,
                  side: 1,
                }),
              ])
            return mapped.remove(mapped.find(undefined, undefined, spec => spec.id === meta.end))
          },
        },
        props: {
          decorations: state => key.getState(state),
          handlePaste: (_, event) => editor.commands.uploadPictures(picturesIn(event.clipboardData?.files)),
          handleDrop: (view, event, _slice, isMoved) => {
            const files = picturesIn(event.dataTransfer?.files)
            if (isMoved || files.length === 0) return false
            event.preventDefault()
            return editor.commands.uploadPictures(
              files,
              view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos,
            )
          },
        },
      }),
    ]
  },
})

async function upload(editor: Editor, file: File, at: number, { onPicture, onProblem }: Options): Promise<void> {
  const id = Math.random().toString(36).slice(2)
  const element = placeholder(file.name)
  editor.view.dispatch(editor.state.tr.setMeta(key, { begin: { id, at, element } } satisfies Meta))
  try {
    const picture = await uploadPicture(file, part => {
      element.textContent =
        part < 1 ? `Uploading ${file.name}: ${Math.round(part * 100)} %` : `Making ${file.name} ready…`
    })
    onPicture(picture)
    if (!editor.isDestroyed) insert(editor, id, picture)
  } catch (error) {
    onProblem(uploadProblemText(error))
    if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, { end: id } satisfies Meta))
  }
}

function insert(editor: Editor, id: string, { id: mediaId, alt, caption, credit }: Picture): void {
  const [place] = key.getState(editor.state)?.find(undefined, undefined, spec => spec.id === id) ?? []
  editor.view.dispatch(editor.state.tr.setMeta(key, { end: id } satisfies Meta))
  // The text around it was deleted meanwhile: then the picture is not wanted there either, but it is not lost.
  const at = place?.from ?? editor.state.doc.content.size
  editor.commands.insertContentAt(
    at,
    { type: 'figure', attrs: { mediaId, alt, caption, credit } },
    { updateSelection: false },
  )
}

function placeholder(name: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'upload-placeholder'
  element.setAttribute('role', 'status')
  element.textContent = `Uploading ${name}…`
  return element
}
