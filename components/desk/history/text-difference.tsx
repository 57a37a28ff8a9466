import type { ReactNode } from 'react'
import type { Line } from '#lib/history/lines.ts'
import type { LineChange } from '#lib/history/text-diff.ts'
import type { Picture } from '#lib/media/pictures.ts'
import styles from './difference.module.css'
import { Thumbnail } from './thumbnail.tsx'
import { Words } from './words.tsx'

interface TextDifferenceProps {
  changes: readonly LineChange[]
  pictures: Record<string, Picture>
  /** Of the text: BCP 47. */
  language?: string
}

/** The text with its changes in place. What stayed is folded away, but for a line on either side of a change. */
export function TextDifference({ changes, pictures, language }: TextDifferenceProps) {
  return (
    <div className={styles.text} lang={language}>
      {folded(changes).map((run, index) =>
        run.isFolded ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a difference does not change while it is looked at
          <details key={index} className={styles.fold}>
            <summary>Show {run.changes.length} paragraphs that stayed</summary>
            {drawn(run.changes, pictures)}
          </details>
        ) : (
          drawn(run.changes, pictures)
        ),
      )}
    </div>
  )
}

interface Run {
  isFolded: boolean
  changes: LineChange[]
}

const beside = 1
const worthFolding = 3

/** Runs of lines that stayed, each without the lines beside a change, and what lies between them. */
function folded(changes: readonly LineChange[]): Run[] {
  const near = changes.map((_, index) =>
    changes.slice(Math.max(0, index - beside), index + beside + 1).some(change => change.kind !== 'same'),
  )
  const runs: Run[] = []
  for (const [index, change] of changes.entries()) {
    const isFolded = !near[index]
    const last = runs.at(-1)
    if (last && last.isFolded === isFolded) last.changes.push(change)
    else runs.push({ isFolded, changes: [change] })
  }
  return runs.map(run => ({ ...run, isFolded: run.isFolded && run.changes.length >= worthFolding }))
}

function drawn(changes: LineChange[], pictures: Record<string, Picture>): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  return changes.map((change, index) => <Change key={index} change={change} pictures={pictures} />)
}

const kindWords = {
  added: 'New',
  removed: 'Taken away',
  moved: 'Moved here',
  left: 'Moved away from here',
  changed: 'Changed',
} as const

function Change({ change, pictures }: { change: LineChange; pictures: Record<string, Picture> }) {
  if (change.kind === 'same')
    return (
      <div className={styles.line}>
        <Role line={change.line} />
        <Whole line={change.line} pictures={pictures} />
      </div>
    )
  return (
    <div className={styles.line} data-kind={change.kind} data-change tabIndex={-1}>
      <p className={styles.kind}>{kindWords[change.kind]}</p>
      {change.kind === 'changed' ? (
        <Changed change={change} pictures={pictures} />
      ) : (
        <>
          <Role line={change.line} />
          <Whole line={change.line} pictures={pictures} kind={change.kind} />
        </>
      )}
    </div>
  )
}

function Changed({
  change: { before, after, words, facts, said },
  pictures,
}: {
  change: Extract<LineChange, { kind: 'changed' }>
  pictures: Record<string, Picture>
}) {
  const isOtherPicture = before.mediaId !== after.mediaId
  return (
    <>
      <Role line={after} />
      {(before.mediaId || after.mediaId) && (
        <p className={styles.pictures}>
          {isOtherPicture && <Thumbnail id={before.mediaId} pictures={pictures} kind="removed" />}
          <Thumbnail id={after.mediaId} pictures={pictures} kind={isOtherPicture ? 'added' : undefined} />
        </p>
      )}
      {words.length > 0 && (
        <p className={styles.words}>
          <Words parts={words} />
        </p>
      )}
      {facts
        .filter(fact => fact.words.length > 0)
        .map(fact => (
          <p key={fact.name} className={styles.fact}>
            {fact.name}: <Words parts={fact.words} />
          </p>
        ))}
      {said.map(sentence => (
        <p key={sentence} className={styles.said}>
          {sentence}
        </p>
      ))}
    </>
  )
}

function Role({ line: { role } }: { line: Line }) {
  return role !== '' && <p className={styles.role}>{role}</p>
}

function Whole({
  line: { text, facts, mediaId },
  pictures,
  kind,
}: {
  line: Line
  pictures: Record<string, Picture>
  kind?: 'added' | 'removed' | 'moved' | 'left'
}) {
  const words = { kind: kind === 'added' || kind === 'removed' ? kind : 'same', text } as const
  return (
    <>
      {mediaId && (
        <p className={styles.pictures}>
          <Thumbnail id={mediaId} pictures={pictures} />
        </p>
      )}
      {text !== '' && (
        <p className={styles.words}>
          <Words parts={[words]} />
        </p>
      )}
      {facts
        .filter(fact => fact.name !== 'Picture')
        .map(({ name, text: said }) => (
          <p key={name} className={styles.fact}>
            {name}: {said}
          </p>
        ))}
    </>
  )
}
