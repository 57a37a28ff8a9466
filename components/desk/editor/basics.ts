import type { AnyExtension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListKeymap } from '@tiptap/extension-list/keymap'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { TrailingNode } from '@tiptap/extensions/trailing-node'
import { UndoRedo } from '@tiptap/extensions/undo-redo'

// What every text is made of. One by one and not from Tiptap's kit, which brings code blocks and a finder of addresses that nothing here uses.

/** Words, bold and italic, and taking back. */
export const inlineBasics: AnyExtension[] = [Text, Bold, Italic, UndoRedo]

/** The blocks, and moving among them. */
export const blockBasics: AnyExtension[] = [
  Document,
  Paragraph,
  HardBreak,
  HorizontalRule,
  BulletList,
  OrderedList,
  ListKeymap,
  Dropcursor.configure({ color: 'var(--accent)', width: 3 }),
  Gapcursor,
  TrailingNode,
]
