/** What a program put on the clipboard, and what becomes of it as `outline` writes it. */
export interface Fixture {
  html: string
  becomes: string
  left?: { comments?: number; deletions?: number; pictures?: number }
}
