'use client'
import type { ProseNode } from '#lib/prose/prose.ts'
import { fieldName } from '#lib/reviews/compare.ts'
import type { MergePart, Taken } from '#lib/reviews/merge-prose.ts'
import { useEditorDesk } from './editor-context.tsx'
import { useFieldText } from './field-text.ts'
import styles from './versions.module.css'
import { OneSide, type Side } from './versions-field.tsx'

export interface TextVersionsProps {
  parts: MergePart[]
  takenOf: (index: number) => Taken
  onTake: (index: number, taken: Taken) => void
}

/** The text in both versions: what is the same in one column, and beside it every part of which one version, or both, is chosen. */
export function TextVersions({ parts, takenOf, onTake }: TextVersionsProps) {
  const textOf = useBlocksText()
  const differing = parts.filter(part => part.kind === 'differs')
  const contested = differing.filter(({ isContested }) => isContested).length
  return (
    <section className={styles.body} aria-label={fieldName('body')}>
      <h3 className={styles.heading}>{fieldName('body')}</h3>
      <p className={styles.hint}>{summary(differing.length, contested)}</p>
      {parts.map((part, index) =>
        part.kind === 'same' ? (
          <Same key={keyOf(index)} texts={part.blocks.map(block => textOf([block]))} />
        ) : (
          <Part
            key={keyOf(index)}
            name={`Difference ${differing.indexOf(part) + 1} of ${differing.length}`}
            mine={textOf(part.mine)}
            theirs={textOf(part.theirs)}
            isContested={part.isContested}
            taken={takenOf(index)}
            onTake={taken => onTake(index, taken)}
          />
        ),
      )}
    </section>
  )
}

/** The parts of two given texts never change their places. */
const keyOf = (index: number) => `part-${index}`

function summary(differing: number, contested: number): string {
  const places = differing === 1 ? 'It differs in one place' : `It differs in ${differing} places`
  if (contested === 0) return `${places}, changed in one version only. Those changes are chosen already.`
  const both = contested === differing ? 'changed in both' : `${contested} of them changed in both`
  return `${places}, ${both}. There both stand one after the other, until you choose.`
}

function Same({ texts }: { texts: string[] }) {
  const [first, last] = [texts[0], texts.length > 1 ? texts.at(-1) : undefined]
  const between = texts.length - 2
  return (
    <div className={styles.same}>
      <p>{first}</p>
      {between > 0 && (
        <p className={styles.between}>{between === 1 ? 'One more the same' : `${between} more the same`}</p>
      )}
      {last !== undefined && <p>{last}</p>}
    </div>
  )
}

interface PartProps {
  name: string
  mine: string
  theirs: string
  isContested: boolean
  taken: Taken
  onTake: (taken: Taken) => void
}

const options: Record<Taken, string> = { mine: 'Mine', theirs: 'Theirs', both: 'Both' }
const sides: Side[] = ['mine', 'theirs']

function Part({ name, mine, theirs, isContested, taken, onTake }: PartProps) {
  const isTaken = (side: Side) => taken === side || taken === 'both'
  return (
    <fieldset className={styles.part}>
      <legend>
        {name}
        {isContested ? ', changed in both' : ''}
      </legend>
      <div className={styles.options}>
        {(['mine', 'theirs', 'both'] as const).map(option => (
          <label key={option} className={styles.choice}>
            <input type="radio" name={name} checked={taken === option} onChange={() => onTake(option)} />
            {options[option]}
          </label>
        ))}
      </div>
      <div className={styles.sides}>
        {sides.map(side => (
          <div key={side} className={styles.side} data-chosen={isTaken(side) || undefined}>
            <span className={styles.whose}>{options[side]}</span>
            <OneSide side={side} mine={mine} theirs={theirs} />
          </div>
        ))}
      </div>
      {mine === theirs && <p className={styles.hint}>The words are the same; links, emphasis or pictures are not.</p>}
    </fieldset>
  )
}

function useBlocksText(): (blocks: ProseNode[]) => string {
  const { draft } = useEditorDesk()
  const textOf = useFieldText()
  return blocks => textOf('body', { ...draft.get(), body: { type: 'doc', content: blocks } })
}
