import type { ReactNode } from 'react'
import type { Picture } from '#lib/media/pictures.ts'
import { isCovered, runsOf } from '#lib/prose/covered.ts'
import { noteNumbers, notesBelow } from '#lib/prose/notes.ts'
import type { Prose as ProseDocument, ProseMark, ProseNode } from '#lib/prose/prose.ts'
import { Figure } from './figure.tsx'
import styles from './prose.module.css'
import { Callout, Embed, Gallery, NoteCall, Notes, Table } from './prose-pieces.tsx'

interface ProseProps {
  prose: ProseDocument
  /** Pictures of the text by media id; one that is missing is left out. */
  pictures: Record<string, Picture>
  /** Where mentions lead, by id; one that is missing is plain text. */
  mentions: Record<string, string>
  /** Addresses of links that earn money, which search engines are told. */
  sponsored?: readonly string[]
}

interface References extends Omit<ProseProps, 'prose'> {
  notes: ReadonlyMap<ProseNode, number>
}

/** The text of a review, drawn from its checked document. No HTML passes through here: every element is one of these. */
export function Prose({ prose, ...given }: ProseProps) {
  const references = { ...given, notes: noteNumbers(prose) }
  return (
    <div className={styles.prose}>
      {children(prose, references)}
      {notes(prose, references)}
    </div>
  )
}

/** The footnotes that a part of the text calls, below it. */
function notes(part: ProseNode, references: References): ReactNode {
  const called = notesBelow(part).map(note => {
    const words = children(note, references)
    return {
      number: references.notes.get(note) ?? 0,
      words: isCovered(note) ? <InlineSpoiler>{words}</InlineSpoiler> : words,
    }
  })
  return called.length > 0 && <Notes notes={called} />
}

function children(node: ProseNode, references: References): ReactNode[] {
  // The position is the key: a published text does not change order while it is looked at.
  return runsOf(node.content ?? []).map((run, index) => {
    const drawn = run.map((child, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: it is what tells two like paragraphs apart
      <Block key={`${place}-${child.type}`} node={child} references={references} />
    ))
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return isCovered(run[0]) ? <InlineSpoiler key={index}>{drawn}</InlineSpoiler> : drawn
  })
}

function Block({ node, references }: { node: ProseNode; references: References }): ReactNode {
  const inside = () => children(node, references)
  switch (node.type) {
    case 'paragraph':
      return <p>{inside()}</p>
    case 'heading':
      return node.attrs?.level === 3 ? <h3>{inside()}</h3> : <h2>{inside()}</h2>
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>
    case 'pullQuote':
      // It repeats words that stand in the text, so whoever hears the page hears them once.
      return (
        <aside className={styles.pull} aria-hidden="true" data-nosnippet="">
          {inside()}
        </aside>
      )
    case 'bulletList':
      return <ul>{inside()}</ul>
    case 'orderedList':
      return <ol start={Number(node.attrs?.start ?? 1)}>{inside()}</ol>
    case 'listItem':
      return <li>{inside()}</li>
    case 'horizontalRule':
      return <hr />
    case 'hardBreak':
      return <br />
    case 'figure':
      return <ProseFigure node={node} pictures={references.pictures} />
    case 'gallery':
      return (
        <Gallery
          caption={String(node.attrs?.caption)}
          pictures={(node.content ?? []).flatMap(figure => pictureOf(figure, references.pictures) ?? [])}
        />
      )
    case 'embed':
      return <Embed attrs={node.attrs ?? {}} picture={references.pictures[String(node.attrs?.mediaId)]} />
    case 'callout':
      return <Callout title={String(node.attrs?.title)}>{inside()}</Callout>
    case 'table':
      return <Table table={node} drawCell={cell => children(cell, references)} />
    case 'footnote':
      return marked(node.marks ?? [], <NoteCall number={references.notes.get(node)} />, references)
    case 'spoiler':
      return (
        // Search engines know the attribute on a div, a span and a section only.
        // https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#data-nosnippet-attr
        <div className={styles.spoiler} data-nosnippet="">
          <details>
            <summary>
              <span className={styles.warning}>Spoiler</span> {String(node.attrs?.label || 'This gives something away')}
              <span className={styles.unprinted}> (left out on paper; open it to print it)</span>
            </summary>
            <div>
              {inside()}
              {notes(node, references)}
            </div>
          </details>
        </div>
      )
    case 'mention':
      // A title is in italics because it is one (<cite>), not because somebody marked it.
      return marked(
        (node.marks ?? []).filter(mark => mark.type !== 'italic' || node.attrs?.kind !== 'work'),
        <Mention node={node} mentions={references.mentions} />,
        references,
      )
    case 'text':
      return marked(node.marks ?? [], node.text ?? '', references)
    default:
      return null
  }
}

function Mention({ node, mentions }: { node: ProseNode; mentions: Record<string, string> }) {
  const path = mentions[String(node.attrs?.id)]
  const label = String(node.attrs?.label)
  const words = node.attrs?.kind === 'work' ? <cite>{label}</cite> : label
  return path ? <a href={path}>{words}</a> : words
}

function ProseFigure({ node, pictures }: { node: ProseNode; pictures: Record<string, Picture> }) {
  const picture = pictureOf(node, pictures)
  return picture && <Figure picture={picture} sizes="(min-width: 50rem) 44rem, 100vw" />
}

/** The picture of a figure with the words that it has here, or those that it has everywhere. */
function pictureOf(node: ProseNode, pictures: Record<string, Picture>): Picture | null {
  const picture = pictures[String(node.attrs?.mediaId)]
  if (!picture) return null
  const words = (name: 'alt' | 'caption' | 'credit') => String(node.attrs?.[name] || picture[name])
  return { ...picture, alt: words('alt'), caption: words('caption'), credit: words('credit') }
}

/** Marks around a text, outermost first. The cover of a spoiler is drawn around the whole of it, see `children`. */
function marked(marks: ProseMark[], content: ReactNode, { sponsored = [] }: References): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    if (mark.type === 'bold') return <strong>{inner}</strong>
    if (mark.type === 'italic') return <em>{inner}</em>
    if (mark.type === 'link') return linkTo(String(mark.attrs?.href), inner, sponsored)
    return inner
  }, content)
}

function linkTo(href: string, content: ReactNode, sponsored: readonly string[]): ReactNode {
  return (
    <a href={href} rel={sponsored.includes(href) ? 'sponsored' : undefined}>
      {content}
    </a>
  )
}

/**
 * A few words under a cover. A label with its own checkbox, because it needs no script, is reached with Tab, opened with Space, and
 * says "Show the spoiler, checkbox, not checked" to a screen reader, which reads the words only once it is checked: until then they
 * are `visibility: hidden`, which takes them out of the accessibility tree. `<details>` cannot stand inside a paragraph.
 */
function InlineSpoiler({ children: words }: { children: ReactNode }) {
  return (
    <span data-nosnippet="">
      <label className={styles.inline}>
        <input type="checkbox" aria-label="Show the spoiler" />
        <span>{words}</span>
      </label>
    </span>
  )
}
