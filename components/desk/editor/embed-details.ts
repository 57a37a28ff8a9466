import type { Editor } from '@tiptap/core'
import type { Picture } from '#lib/media/pictures.ts'
import { embedHref } from '#lib/prose/embeds.ts'
import { fetchEmbed } from './outside-client.ts'

const asked = new WeakMap<Editor, Set<string>>()

/**
 * Asks for the title and picture of what is embedded and has neither, once for each, and writes them in when they come: no step to undo,
 * and nothing when the embed has gone or was given a title meanwhile.
 */
export function fillEmbeds(editor: Editor, onPicture: (picture: Picture) => void): void {
  const known = asked.get(editor) ?? new Set()
  asked.set(editor, known)
  editor.state.doc.descendants(({ type, attrs }) => {
    if (type.name !== 'embed' || attrs.title !== '' || attrs.mediaId !== null) return type.name !== 'paragraph'
    const href = embedHref(attrs)
    if (!href || known.has(href)) return false
    known.add(href)
    void fetchEmbed(href).then(told => {
      if (!told || editor.isDestroyed) return
      if (told.picture) onPicture(told.picture)
      write(editor, told)
    })
    return false
  })
}

function write(editor: Editor, told: { provider: string; id: string; title: string; picture: Picture | null }): void {
  const { tr, doc } = editor.state
  doc.descendants(({ type, attrs }, at) => {
    const isMeant = type.name === 'embed' && attrs.provider === told.provider && attrs.id === told.id
    if (isMeant && attrs.title === '') tr.setNodeAttribute(at, 'title', told.title)
    if (isMeant && attrs.mediaId === null && told.picture) tr.setNodeAttribute(at, 'mediaId', told.picture.id)
  })
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false))
}
