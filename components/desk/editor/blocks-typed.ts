import { Extension, InputRule, markInputRule, textblockTypeInputRule } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { parseEmbed } from '#lib/prose/embeds.ts'
import { mayReplace } from './blocks-insert.ts'
import { fillEmbeds } from './embed-details.ts'

/** What a line that was typed is, once Enter is pressed at its end. */
export type TypedLine =
  | { is: 'callout' | 'spoiler'; words: string }
  | { is: 'pullQuote' }
  | { is: 'table'; heads: string[] }
  | { is: 'embed'; shown: { provider: string; id: string } }

/** Reads a line as the house's Markdown does. Null for what is words. */
export function typedLine(line: string): TypedLine | null {
  const container = /^:::\s?(callout|spoiler|pull)(?:\s+(.*))?$/.exec(line)
  if (container) {
    const [, name, words = ''] = container
    return name === 'pull' ? { is: 'pullQuote' } : { is: name === 'callout' ? name : 'spoiler', words: words.trim() }
  }
  // Two bars cover words, so a row has one at each end, and one between.
  const row = /^\|(?!\|)(.*[^|\s].*)\|$/.exec(line)?.[1]?.split('|')
  if (row && row.length > 1 && row.length <= 20) return { is: 'table', heads: row.map(head => head.trim()) }
  const shown = /\s/.test(line) ? null : parseEmbed(line)
  return shown && { is: 'embed', shown }
}

interface Options {
  /** What is known of a thing at another site once it stands there. */
  onPicture: Parameters<typeof fillEmbeds>[1]
}

/** Markdown that makes blocks while it is typed, beside what the nodes know by themselves (`## `, `> `, `- `, `1. `, `---`, `**`, `*`). */
export const TypedBlocks = Extension.create<Options>({
  name: 'typedBlocks',
  priority: 150,
  addOptions: () => ({ onPicture: () => {} }),
  addInputRules() {
    const { schema } = this.editor
    const { heading } = schema.nodes
    const { inlineSpoiler } = schema.marks
    return [
      ...(heading ? [textblockTypeInputRule({ find: /^#\s$/, type: heading, getAttributes: { level: 2 } })] : []),
      ...(inlineSpoiler
        ? [markInputRule({ find: /(?<!\|)\|\|([^|\s](?:[^|]*[^|\s])?)\|\|$/, type: inlineSpoiler })]
        : []),
      new InputRule({
        // As it is called, and as it is written in a line.
        find: /(?:\[\^|\^\[)$/,
        handler: ({ range, chain }) => void chain().deleteRange(range).insertFootnote().run(),
      }),
      new InputRule({
        find: /^\|\|\|$/,
        handler: ({ range, chain }) => void chain().deleteRange(range).makeTable().run(),
      }),
    ]
  },
  addKeyboardShortcuts() {
    const { editor, options } = this
    return {
      Enter: () => {
        const made = lineBefore(editor.state)
        if (!made) return false
        const { line, from, to } = made
        const chain = editor.chain().deleteRange({ from, to })
        switch (line.is) {
          case 'callout':
            return chain.toggleCallout().updateAttributes('callout', { title: line.words }).run()
          case 'spoiler':
            return chain.wrapIn('spoiler').updateAttributes('spoiler', { label: line.words }).run()
          case 'pullQuote':
            return chain.togglePullQuote().run()
          case 'table':
            return chain.makeTable(line.heads).run()
          case 'embed': {
            const isDone = chain.insertEmbed(line.shown).createParagraphNear().run()
            fillEmbeds(editor, options.onPicture)
            return isDone
          }
        }
      },
    }
  },
})

/** The line that the cursor stands at the end of, when it is one that makes a block, which may stand there. */
function lineBefore(state: EditorState): { line: TypedLine; from: number; to: number } | null {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || parent.type.name !== 'paragraph' || $from.parentOffset < parent.content.size) return null
  // A line with anything but words in it was not typed as Markdown.
  const line = parent.children.every(child => child.isText) ? typedLine(parent.textContent.trim()) : null
  const type = line && state.schema.nodes[line.is]
  if (!line || !type || !mayReplace(state.selection, type)) return null
  return { line, from: $from.start(), to: $from.end() }
}
