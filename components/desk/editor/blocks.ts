import type { Editor } from '@tiptap/core'

/** What the toolbar, the slash menu and the help know: one entry for everything that can be done to the text. */
export interface TextAction {
  id: string
  label: string
  /** For the slash menu: other words that find it. */
  words?: string
  detail?: string
  /** As React Aria and ProseMirror write it, for the help. */
  keys?: string
  run: (editor: Editor) => void
  isActive?: (editor: Editor) => boolean
}

/** Marks, for the toolbar and the menu over a selection. */
export const marks: TextAction[] = [
  {
    id: 'bold',
    label: 'Bold',
    keys: 'Mod+B',
    run: editor => editor.chain().focus().toggleBold().run(),
    isActive: editor => editor.isActive('bold'),
  },
  {
    id: 'italic',
    label: 'Italic',
    keys: 'Mod+I',
    run: editor => editor.chain().focus().toggleItalic().run(),
    isActive: editor => editor.isActive('italic'),
  },
  {
    id: 'inlineSpoiler',
    label: 'Spoiler in a sentence',
    keys: 'Mod+Shift+X',
    run: editor => editor.chain().focus().toggleInlineSpoiler().run(),
    isActive: editor => editor.isActive('inlineSpoiler'),
  },
]

/** Blocks, for the toolbar and the slash menu. Pictures and links need a dialog, and are added where there is one. */
export const blocks: TextAction[] = [
  {
    id: 'heading2',
    label: 'Heading',
    words: 'title h2 section',
    detail: 'Begins a part of the text',
    keys: 'Mod+Alt+2',
    run: editor => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isActive: editor => editor.isActive('heading', { level: 2 }),
  },
  {
    id: 'heading3',
    label: 'Small heading',
    words: 'h3 subheading',
    detail: 'Within a part',
    keys: 'Mod+Alt+3',
    run: editor => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isActive: editor => editor.isActive('heading', { level: 3 }),
  },
  {
    id: 'blockquote',
    label: 'Quotation',
    words: 'blockquote cite',
    detail: 'Somebody else’s words',
    keys: 'Mod+Shift+B',
    run: editor => editor.chain().focus().toggleBlockquote().run(),
    isActive: editor => editor.isActive('blockquote'),
  },
  {
    id: 'pullQuote',
    label: 'Pull quote',
    words: 'aside highlight',
    detail: 'A sentence of the text, repeated large',
    keys: 'Mod+Shift+Q',
    run: editor => editor.chain().focus().togglePullQuote().run(),
    isActive: editor => editor.isActive('pullQuote'),
  },
  {
    id: 'bulletList',
    label: 'List',
    words: 'bullets ul',
    detail: 'With bullets',
    keys: 'Mod+Shift+8',
    run: editor => editor.chain().focus().toggleBulletList().run(),
    isActive: editor => editor.isActive('bulletList'),
  },
  {
    id: 'orderedList',
    label: 'Numbered list',
    words: 'ol ordered',
    detail: 'In an order',
    keys: 'Mod+Shift+7',
    run: editor => editor.chain().focus().toggleOrderedList().run(),
    isActive: editor => editor.isActive('orderedList'),
  },
  {
    id: 'spoiler',
    label: 'Spoiler',
    words: 'hide cover details',
    detail: 'Opened by readers who want to know',
    keys: 'Mod+Shift+H',
    run: editor => editor.chain().focus().toggleSpoiler().run(),
    isActive: editor => editor.isActive('spoiler'),
  },
  {
    id: 'divider',
    label: 'Divider',
    words: 'rule line hr break',
    detail: 'A pause between parts',
    run: editor => editor.chain().focus().setHorizontalRule().run(),
  },
]
