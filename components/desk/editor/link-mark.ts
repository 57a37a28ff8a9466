import { InputRule, Mark } from '@tiptap/core'
import { isSafeLink } from '#lib/prose/prose.ts'

// Links of our own making: Tiptap's brings a library that finds addresses in text (15 KB), which nothing here uses.

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Makes the selected words a link, or changes where the one at the cursor leads. An address that readers may not follow changes nothing. */
      setLink: (attributes: { href: string }) => ReturnType
      /** Takes the link away from the selected words, or the whole one at the cursor. */
      unsetLink: () => ReturnType
    }
  }
}

/** A link has an address and nothing else; what readers may not follow never becomes one. */
export const SafeLink = Mark.create({
  name: 'link',
  // Before other marks, as the grammar of lib/prose has it.
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({ href: { isRequired: true, validate: 'string' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => {
        const href = element.getAttribute('href') ?? ''
        return isSafeLink(href) ? { href } : false
      },
    },
  ],
  renderHTML: ({ HTMLAttributes: { href } }) => ['a', { href }, 0],
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ chain }) =>
          isSafeLink(href) && chain().setMark(this.name, { href }).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().unsetMark(this.name, { extendEmptyMarkRange: true }).run(),
    }
  },
  /** `[words](address)`, as soon as its last bracket is typed. */
  addInputRules() {
    return [
      new InputRule({
        find: /(?<!!)\[([^\][]+)\]\(([^()\s]+)\)$/,
        handler: ({ state: { tr }, range, match: [, words = '', href = ''] }) => {
          if (!isSafeLink(href)) return null
          const mark = this.type.create({ href })
          tr.replaceWith(range.from, range.to, this.type.schema.text(words, [mark])).removeStoredMark(mark)
          return undefined
        },
      }),
    ]
  },
})
