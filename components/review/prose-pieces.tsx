import type { ReactNode } from 'react'
import { type Picture, picturePath } from '#lib/media/pictures.ts'
import { embedHref, embedProvider } from '#lib/prose/embeds.ts'
import type { ProseNode } from '#lib/prose/prose.ts'
import { Image, PictureWords } from './figure.tsx'
import styles from './prose-pieces.module.css'

// What stands between the paragraphs of a review beside pictures and quotes.

/** Words set apart from the argument: where to watch it, what to know first. */
export function Callout({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.callout} role="note" aria-label={title || undefined}>
      {title && <p className={styles.calloutTitle}>{title}</p>}
      {children}
    </div>
  )
}

/**
 * A table that scrolls by itself where it is wider than the page, also by keyboard. Header cells of the first rows stand over their
 * columns, all others before their rows.
 */
export function Table({ table, drawCell }: { table: ProseNode; drawCell: (cell: ProseNode) => ReactNode }) {
  const rows = table.content ?? []
  const firstOther = rows.findIndex(row => !row.content?.every(({ type }) => type === 'tableHeader'))
  const heads = firstOther === -1 ? 0 : firstOther
  const caption = String(table.attrs?.caption)
  const draw = (row: ProseNode, place: number, scope: 'col' | 'row') => (
    <tr key={place}>
      {row.content?.map((cell, column) => {
        const { colspan, rowspan } = cell.attrs ?? {}
        const span = {
          colSpan: colspan === 1 ? undefined : Number(colspan),
          rowSpan: rowspan === 1 ? undefined : Number(rowspan),
        }
        return cell.type === 'tableHeader' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <th key={column} scope={scope} {...span}>
            {drawCell(cell)}
          </th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <td key={column} {...span}>
            {drawCell(cell)}
          </td>
        )
      })}
    </tr>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section className={styles.table} aria-label={caption || 'Table'} tabIndex={0}>
      <table>
        {caption && <caption>{caption}</caption>}
        {heads > 0 && <thead>{rows.slice(0, heads).map((row, place) => draw(row, place, 'col'))}</thead>}
        <tbody>{rows.slice(heads).map((row, place) => draw(row, place, 'row'))}</tbody>
      </table>
    </section>
  )
}

/** Pictures that belong together, cropped to one shape; each leads to the whole of itself. */
export function Gallery({ caption, pictures }: { caption: string; pictures: Picture[] }) {
  if (pictures.length === 0) return null
  return (
    <figure className={styles.gallery}>
      <div className={styles.tiles} data-count={Math.min(pictures.length, 4)}>
        {pictures.map((picture, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture may stand in a gallery twice
          <figure key={place}>
            <a href={picturePath(picture, picture.widths.at(-1) ?? picture.width)}>
              <Image picture={picture} sizes="(min-width: 50rem) 22rem, 50vw" />
            </a>
            <PictureWords picture={picture} />
          </figure>
        ))}
      </div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

/** A poster of something at another site, drawn by us, that leads there. Nothing of theirs is loaded until the reader goes. */
export function Embed({ attrs, picture }: { attrs: Record<string, unknown>; picture: Picture | undefined }) {
  const provider = embedProvider(attrs.provider)
  const href = embedHref(attrs)
  if (!provider || !href) return null
  const title = String(attrs.title)
  return (
    <figure className={styles.embed} data-kind={provider.kind}>
      <a href={href}>
        {picture && <Image picture={picture} sizes="(min-width: 50rem) 44rem, 100vw" isDecoration />}
        <span className={styles.embedWords}>
          {title && <span className={styles.embedTitle}>{title}</span>}
          <span className={styles.embedPlace}>
            {provider.verb} on {provider.name}
          </span>
        </span>
      </a>
    </figure>
  )
}

/** The number that calls a footnote. */
export function NoteCall({ number }: { number: number | undefined }) {
  if (number === undefined) return null
  return (
    <sup className={styles.call}>
      <a href={`#note-${number}`} id={`call-${number}`} role="doc-noteref" aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  )
}

/** The footnotes of a text, each with the way back to where it was called. */
export function Notes({ notes }: { notes: { number: number; words: ReactNode }[] }) {
  return (
    <section className={styles.notes} role="doc-endnotes" aria-label="Notes">
      <ol>
        {notes.map(({ number, words }) => (
          <li key={number} id={`note-${number}`} value={number}>
            {words}{' '}
            <a href={`#call-${number}`} role="doc-backlink" aria-label={`Back to note ${number} in the text`}>
              ↩&#xfe0e;
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
