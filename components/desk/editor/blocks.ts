import type { Editor } from '@tiptap/core'
import { ask } from './blocks-asked.ts'
import { blockKeys } from './blocks-commands.ts'

/** What the toolbar, the slash menu and the help know: one entry for everything that can be done to the text. */
export interface TextAction {
  id: string
  label: string
  /** Under what it stands in the slash menu. */
  group?: BlockGroup
  /** For the slash menu: other words that find it. */
  words?: string
  detail?: string
  /** The node that has to fit where the cursor is; without one it is put near it, wherever that is. */
  fits?: string
  /** Nothing for somebody who may not upload. */
  needsUpload?: boolean
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

/** Where it leads is asked for in a dialog. */
export function linkAction(onLink: () => void): TextAction {
  return { id: 'link', label: 'Link', keys: 'Mod+K', run: onLink, isActive: editor => editor.isActive('link') }
}

export const blockGroups = ['Text', 'Pictures and other sites', 'Set apart'] as const
export type BlockGroup = (typeof blockGroups)[number]

/** Blocks, for the toolbar and the slash menu, in the order in which they are offered. */
export const blocks: TextAction[] = [
  {
    id: 'heading2',
    label: 'Heading',
    group: 'Text',
    words: 'title h2 section',
    detail: 'Begins a part of the text',
    keys: 'Mod+Alt+2',
    fits: 'heading',
    run: editor => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isActive: editor => editor.isActive('heading', { level: 2 }),
  },
  {
    id: 'heading3',
    label: 'Small heading',
    group: 'Text',
    words: 'h3 subheading',
    detail: 'Within a part',
    keys: 'Mod+Alt+3',
    fits: 'heading',
    run: editor => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isActive: editor => editor.isActive('heading', { level: 3 }),
  },
  {
    id: 'bulletList',
    label: 'List',
    group: 'Text',
    words: 'bullets ul',
    detail: 'With bullets',
    keys: 'Mod+Shift+8',
    fits: 'bulletList',
    run: editor => editor.chain().focus().toggleBulletList().run(),
    isActive: editor => editor.isActive('bulletList'),
  },
  {
    id: 'orderedList',
    label: 'Numbered list',
    group: 'Text',
    words: 'ol ordered',
    detail: 'In an order',
    keys: 'Mod+Shift+7',
    fits: 'orderedList',
    run: editor => editor.chain().focus().toggleOrderedList().run(),
    isActive: editor => editor.isActive('orderedList'),
  },
  {
    id: 'blockquote',
    label: 'Quotation',
    group: 'Text',
    words: 'blockquote cite',
    detail: 'Somebody else’s words',
    keys: 'Mod+Shift+B',
    fits: 'blockquote',
    run: editor => editor.chain().focus().toggleBlockquote().run(),
    isActive: editor => editor.isActive('blockquote'),
  },
  {
    id: 'pullQuote',
    label: 'Pull quote',
    group: 'Text',
    words: 'aside highlight',
    detail: 'A sentence of the text, repeated large',
    keys: 'Mod+Shift+Q',
    fits: 'pullQuote',
    run: editor => editor.chain().focus().togglePullQuote().run(),
    isActive: editor => editor.isActive('pullQuote'),
  },
  {
    id: 'footnote',
    label: 'Footnote',
    group: 'Text',
    words: 'note reference source',
    detail: 'Words below the text, called by a number',
    keys: blockKeys.footnote,
    run: editor => editor.chain().focus().insertFootnote().run(),
  },
  {
    id: 'figure',
    label: 'Picture',
    group: 'Pictures and other sites',
    words: 'image photo figure upload',
    detail: 'With a caption and a credit',
    needsUpload: true,
    run: editor => ask(editor, { what: 'picture' }),
  },
  {
    id: 'gallery',
    label: 'Gallery',
    group: 'Pictures and other sites',
    words: 'pictures images photos grid stills',
    detail: 'Pictures that belong together',
    needsUpload: true,
    run: editor => {
      // Pictures that stand there already are taken together; else some are asked for.
      if (!editor.commands.makeGallery()) ask(editor, { what: 'gallery', at: null })
    },
  },
  {
    id: 'embed',
    label: 'Film, song or post',
    group: 'Pictures and other sites',
    words: 'embed video trailer music youtube vimeo spotify bandcamp apple soundcloud bluesky letterboxd',
    detail: 'From YouTube, Spotify, Bluesky and others',
    run: editor => ask(editor, { what: 'embed' }),
  },
  {
    id: 'callout',
    label: 'Callout',
    group: 'Set apart',
    words: 'box note info aside watch',
    detail: 'Words set apart: where to watch it',
    run: editor => editor.chain().focus().toggleCallout().run(),
    isActive: editor => editor.isActive('callout'),
  },
  {
    id: 'table',
    label: 'Table',
    group: 'Set apart',
    words: 'grid rows columns comparison',
    detail: 'Three rows, three columns, and more',
    run: editor => editor.chain().focus().makeTable().run(),
    isActive: editor => editor.isActive('table'),
  },
  {
    id: 'spoiler',
    label: 'Spoiler',
    group: 'Set apart',
    words: 'hide cover details',
    detail: 'Opened by readers who want to know',
    keys: 'Mod+Shift+H',
    fits: 'spoiler',
    run: editor => editor.chain().focus().toggleSpoiler().run(),
    isActive: editor => editor.isActive('spoiler'),
  },
  {
    id: 'divider',
    label: 'Divider',
    group: 'Set apart',
    words: 'rule line hr break',
    detail: 'A pause between parts',
    fits: 'horizontalRule',
    run: editor => editor.chain().focus().setHorizontalRule().run(),
  },
]

/** What is done with the block at the cursor as a whole. */
export const blockDoings: TextAction[] = [
  {
    id: 'up',
    label: 'Move the block up',
    keys: blockKeys.up,
    run: editor => editor.chain().focus().moveBlock('up').run(),
  },
  {
    id: 'down',
    label: 'Move the block down',
    keys: blockKeys.down,
    run: editor => editor.chain().focus().moveBlock('down').run(),
  },
  {
    id: 'duplicate',
    label: 'Duplicate the block',
    keys: blockKeys.duplicate,
    run: editor => editor.chain().focus().duplicateBlock().run(),
  },
  {
    id: 'remove',
    label: 'Delete the block',
    keys: blockKeys.remove,
    run: editor => editor.chain().focus().deleteBlock().run(),
  },
]

/** What is done in nearly every text, and stands in the toolbar by itself. */
export const oftenIds = ['heading2', 'bulletList', 'blockquote', 'figure', 'footnote']
