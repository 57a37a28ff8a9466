import type { AnyExtension, Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Callout } from './callout.tsx'
import { Embed } from './embed.tsx'
import { Figure } from './figure.tsx'
import { Footnote } from './footnote.ts'
import { Gallery } from './gallery.tsx'
import { Mention } from './mention.tsx'
import { Spoiler } from './spoiler.tsx'
import { tables } from './table.tsx'

const views: readonly AnyExtension[] = [Figure, Spoiler, Mention, Callout, Gallery, Embed, Footnote, ...tables]

/** The grammar, with those of its nodes that the screen draws as more than an element. */
export function drawn(grammar: AnyExtension[]): AnyExtension[] {
  return grammar.map(node => views.find(({ name }) => name === node.name) ?? node)
}

/** What stands in an empty line while nothing is written there. */
export function placeholderOf({ node, pos, editor }: { node: Node; pos: number; editor: Editor }): string {
  if (node.type.name === 'heading') return 'Heading'
  const { doc } = editor.state
  // While something large is being put in, the editor's own document is still the one before.
  if (pos > doc.content.size) return ''
  const { parent } = doc.resolve(pos)
  if (parent.type.name === 'doc') return 'Write. Type / for blocks, @ to mention a work or a person.'
  return parent.type.name === 'callout' ? 'Words set apart' : ''
}
