'use client'
import { type KeyboardEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { figure, parseRating, type Rating, ratingSentence } from '#lib/ratings/ratings.ts'
import { sameScore } from '#lib/ratings/scales.ts'
import type { ScaleChoice } from '#lib/reviews/desk-reviews.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import { ScoreProposal } from './notes/score-proposal.tsx'
import { RatingControl } from './rating-control.tsx'
import styles from './rating-field.module.css'
import { UnitFields } from './unit-fields.tsx'

/**
 * The rating: on which scale, how much, of what, and the sentence that says it. Not scored is not zero: without a score nothing is
 * stored, and the scale that is shown is the one that a score would be given on.
 */
export function RatingField() {
  const { choices, mayWrite } = useEditorDesk()
  const [rating, setRating, problem] = useField('rating')
  const [sectionId] = useField('sectionId')
  const [chosen, setChosen] = useState<string | null>(null)
  const house = choices.sections.find(section => section.id === sectionId)?.scaleVersionId ?? null
  const scaleId = rating?.scaleVersionId ?? chosen ?? house ?? choices.scales[0]?.id ?? ''
  const choice = chosen === '' ? undefined : choices.scales.find(scale => scale.id === scaleId)
  const choose = (id: string) => {
    setChosen(id)
    setRating(null)
  }
  return (
    <section className={styles.rating} aria-labelledby="rating-title">
      <div className={styles.head}>
        <h2 id="rating-title" className={styles.title}>
          Rating
        </h2>
        <Select
          label="Scale"
          hideLabel
          disabled={!mayWrite}
          value={choice?.id ?? ''}
          onChange={event => choose(event.target.value)}
          options={[
            ...choices.scales.map(scale => ({ value: scale.id, label: scaleText(scale, scale.id === house) })),
            { value: '', label: 'Not scored' },
          ]}
        />
      </div>
      {choice ? (
        <Scored choice={choice} rating={rating} onChange={setRating} />
      ) : (
        <p className={styles.unscored}>Not scored: the verdict stands alone.</p>
      )}
      {choice && rating && <OlderVersion choice={choice} rating={rating} onChange={setRating} />}
      {problem && <p className={styles.problem}>{problem}</p>}
      <ScoreProposal />
    </section>
  )
}

type Stored = { scaleVersionId: string; value: number; unit: Rating['unit'] } | null

function Scored({
  choice,
  rating,
  onChange,
}: {
  choice: ScaleChoice
  rating: Stored
  onChange: (rating: Stored) => void
}) {
  const { mayWrite } = useEditorDesk()
  const unit = rating?.unit ?? choice.unit
  const set = (value: number) => onChange({ scaleVersionId: choice.id, value, unit: rating?.unit ?? null })
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the slider's, inside */}
      <div className={styles.turn} onKeyDown={typeScore}>
        <RatingControl
          scale={choice.scale}
          unit={unit}
          value={rating?.value ?? null}
          onChange={set}
          isDisabled={!mayWrite}
        />
        <TypedScore choice={choice} value={rating?.value ?? null} onChange={set} onClear={() => onChange(null)} />
      </div>
      <p className={rating ? styles.sentence : styles.unscored} aria-live="polite">
        {rating
          ? ratingSentence({ scale: choice.scale, unit, value: rating.value })
          : 'No score yet. Published like this, the review is not scored.'}
      </p>
      {mayWrite && rating && (
        <div className={styles.more}>
          {choice.scale.kind === 'numeric' && (
            <UnitFields unit={rating.unit} usual={choice.unit} onChange={next => onChange({ ...rating, unit: next })} />
          )}
          <Button variant="quiet" size="small" onPress={() => onChange(null)}>
            Take the score away
          </Button>
        </div>
      )}
    </>
  )
}

/** A score that is begun to be typed while the slider has the focus goes on in the field beside it. */
function typeScore(event: KeyboardEvent<HTMLElement>): void {
  const isCharacter = event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key)
  if (!isCharacter || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
  if (!event.target.matches('[role="slider"]:not([aria-disabled="true"])')) return
  // The key itself is written where the focus is by then.
  event.currentTarget.querySelector('input')?.select()
}

/** A draft keeps the version of the scale that it was scored on until the critic goes over to the present one, where it has that score. */
function OlderVersion({
  choice,
  rating,
  onChange,
}: {
  choice: ScaleChoice
  rating: NonNullable<Stored>
  onChange: (rating: Stored) => void
}) {
  const { choices, mayWrite } = useEditorDesk()
  const newer = choices.scales.find(scale => scale.id === choice.newerId)
  if (!newer)
    return choice.isRetired ? <p className={styles.unscored}>This scale has been retired. The score stays.</p> : null
  const shown = figureOrLabel(choice, rating.value)
  const value = sameScore(choice, newer, rating.value)
  return (
    <div className={styles.older}>
      <p>
        Scored on version {choice.scale.version} of “{choice.scale.name}”, which is now at version {newer.scale.version}
        .{value === null && ` There is no ${shown} on that: choose the scale above, and score it again.`}
      </p>
      {value !== null && mayWrite && (
        <Button
          size="small"
          onPress={() =>
            onChange({ scaleVersionId: newer.id, value, unit: newer.scale.kind === 'numeric' ? rating.unit : null })
          }
        >
          Move {shown} to version {newer.scale.version}
        </Button>
      )}
    </div>
  )
}

function figureOrLabel({ scale }: ScaleChoice, value: number): string {
  return scale.labels[value] ?? figure(value)
}

/** The score as it is typed: "4.5", "4½", "4,5", "B+". What cannot be a score is said, and changes nothing. */
function TypedScore({
  choice,
  value,
  onChange,
  onClear,
}: {
  choice: ScaleChoice
  value: number | null
  onChange: (value: number) => void
  onClear: () => void
}) {
  const { mayWrite } = useEditorDesk()
  const shown =
    value === null ? '' : choice.scale.kind === 'numeric' ? figure(value) : (choice.scale.labels[value] ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null || typed.trim() === '' ? null : parseRating(typed, choice.scale)
  return (
    <div className={styles.typed}>
      <TextField
        label="Score in figures"
        hideLabel
        value={typed ?? shown}
        placeholder={choice.scale.kind === 'numeric' ? '4½' : 'B+'}
        readOnly={!mayWrite}
        autoComplete="off"
        onChange={event => {
          setTyped(event.target.value)
          const next = parseRating(event.target.value, choice.scale)
          if (event.target.value.trim() === '') onClear()
          else if (next.ok) onChange(next.value)
        }}
        onBlur={() => setTyped(null)}
        error={read && !read.ok && typed !== '' ? read.message : undefined}
      />
    </div>
  )
}

function scaleText({ scale, unit, newerId, isRetired }: ScaleChoice, isHouse: boolean): string {
  const range =
    scale.kind === 'numeric'
      ? `${figure(scale.min)}–${figure(scale.max)}${unit ? ` ${unit.plural}` : ''}`
      : `${scale.labels.at(0)} to ${scale.labels.at(-1)}`
  const standing = newerId ? ` (version ${scale.version})` : isRetired ? ' (retired)' : ''
  return `${scale.name}: ${range}${isHouse ? ' (of this section)' : standing}`
}
