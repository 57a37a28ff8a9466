// Drawn on the kit's grid of 20, for what only the text editor needs.
const paths = {
  bold: 'M6 3.5h5a3.2 3.2 0 0 1 0 6.4H6zM6 9.9h6a3.3 3.3 0 0 1 0 6.6H6z',
  italic: 'M8 3.5h6M6 16.5h6M11.5 3.5l-3 13',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1',
  inlineSpoiler: 'M3 7h14v6H3ZM5.5 13l4-6M10 13l4-6',
  heading2: 'M3.5 4v12M10 4v12M3.5 10H10M12.8 12.2c0-2.6 4-2.6 4 0 0 1.5-4 2.3-4 3.8h4.2',
  heading3:
    'M3.5 4v12M10 4v12M3.5 10H10M13 11.3c1.3-1.2 3.6-.7 3.6.9 0 1-.9 1.6-2 1.6 1.2 0 2.2.6 2.2 1.7 0 1.7-2.6 2.2-4 .9',
  blockquote: 'M4 5v10M8 6h8M8 10h8M8 14h5',
  pullQuote: 'M3.5 4h13M3.5 16h13M6 11.5c0-2 .6-3 2-3.5M6 11.5h2.2V9.6H6zM11 11.5c0-2 .6-3 2-3.5M11 11.5h2.2V9.6H11z',
  bulletList: 'M4 5.5v.1M4 10v.1M4 14.5v.1M8 5.5h8.5M8 10h8.5M8 14.5h8.5',
  orderedList: 'M3.4 4.2 4.6 3.6v4M3.3 12.6c0-1.4 2.1-1.4 2.1 0 0 .9-2.1 1.3-2.1 2.4h2.2M9 5.5h7.5M9 13.5h7.5',
  spoiler: 'M3 10s2.6-4.5 7-4.5S17 10 17 10s-2.6 4.5-7 4.5S3 10 3 10ZM4 16 16 4',
  divider: 'M3 10h14M8 5.5h4M8 14.5h4',
  figure: 'M3 4h14v12H3ZM3 13l4-4 4 4 2.5-2.5L17 14M13 7.5v.1',
  footnote: 'M3 6.5h7M3 10h6M3 13.5h8M13.5 5.2 15.2 4v5',
  keyboard: 'M2.5 5.5h15v9h-15ZM5.5 8.5v.1M8.5 8.5v.1M11.5 8.5v.1M14.5 8.5v.1M6.5 11.8h7',
  panel: 'M3 4h14v12H3ZM12.5 4v12',
  undo: 'M7 4 3.5 7.5 7 11M3.5 7.5H12a4.2 4.2 0 0 1 0 8.5H8',
  redo: 'M13 4l3.5 3.5L13 11M16.5 7.5H8a4.2 4.2 0 0 0 0 8.5h4',
  comment: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2Z',
  mention: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0-3v4.2a2 2 0 0 0 4 0V10a7 7 0 1 0-3 5.7',
} as const
export type EditorIconName = keyof typeof paths

/** A small drawing inside a button that has a label of its own. */
export function EditorIcon({ name }: { name: EditorIconName }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}

export function isEditorIcon(name: string): name is EditorIconName {
  return name in paths
}
