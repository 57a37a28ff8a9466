'use client'
import { PluginKey } from '@tiptap/pm/state'
import Suggestion from '@tiptap/suggestion'
import type { MentionChoice } from '#lib/works/desk-works.ts'
import { findMentions } from './desk-client.ts'
import { MentionNode } from './nodes.ts'
import { listRenderer, type Suggested } from './suggestion-list.tsx'

type Entry = Suggested & { choice: MentionChoice }

/** `@`: a work or a person that is known here; readers get a link once it has a page. */
export const Mention = MentionNode.extend({
  addProseMirrorPlugins() {
    return [
      Suggestion<Entry, Entry>({
        editor: this.editor,
        pluginKey: new PluginKey('mention'),
        char: '@',
        allowSpaces: true,
        allowedPrefixes: [' ', '(', '“', '‘', '—', '\u00a0'],
        debounce: 120,
        items: async ({ query, signal }) => {
          // Nobody's name is a sentence: what goes on like one is text with an @ in it.
          if (query.length > 40) return []
          const found = await findMentions(query, signal).catch(() => [])
          return found.map(choice => ({ key: choice.id, title: choice.label, detail: choice.detail, choice }))
        },
        command: ({ editor, range, props: { choice } }) => {
          const { kind, id, label } = choice
          // Titles of works stand in italics, as they do when they are typed.
          const marks = kind === 'work' ? [{ type: 'italic' }] : []
          editor
            .chain()
            .focus()
            .insertContentAt(range, [
              { type: 'mention', attrs: { kind, id, label }, marks },
              { type: 'text', text: ' ' },
            ])
            .run()
        },
        render: listRenderer<Entry>('Works and people'),
      }),
    ]
  },
})
