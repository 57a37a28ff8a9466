'use client'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { detailLimits } from '#lib/reviews/details.ts'
import { spoilerLevelName, spoilerLevels } from '#lib/reviews/reviews.ts'
import { seenHowName, seenLine, seenVerb, seenWaysFor } from '#lib/reviews/seen.ts'
import { useEditorDesk, useField } from './editor-context.tsx'
import styles from './panel.module.css'

/** How the critic came to the work; what readers are told of it is shown as it is written. */
export function SeenFields() {
  const { mayWrite } = useEditorDesk()
  const kind = useWorkKind()
  const [how, setHow, howProblem] = useField('seenHow')
  const [edition, setEdition, editionProblem] = useField('seenEdition')
  const [platform, setPlatform, platformProblem] = useField('seenPlatform')
  const [seen, setSeen, seenProblem] = useField('seen')
  const readOnly = !mayWrite
  const line = useSeenLine()
  return (
    <>
      <div id="field-seenHow">
        <Select
          label="How"
          disabled={readOnly}
          placeholder="Not said"
          value={how ?? ''}
          onChange={event => setHow(seenWaysFor(kind, how).find(way => way === event.target.value) ?? null)}
          options={seenWaysFor(kind, how).map(value => ({ value, label: seenHowName(value) }))}
          error={howProblem}
        />
      </div>
      <div id="field-seenEdition">
        <TextField
          label="Edition or version"
          value={edition}
          maxLength={detailLimits.seenEdition}
          readOnly={readOnly}
          placeholder={editionExample(seenVerb(kind ?? 'film'))}
          onChange={event => setEdition(event.target.value)}
          error={editionProblem}
        />
      </div>
      <div id="field-seenPlatform">
        <TextField
          label="Platform or service"
          value={platform}
          maxLength={detailLimits.seenPlatform}
          readOnly={readOnly}
          placeholder="PlayStation 5"
          description="Readers see “on” before it."
          onChange={event => setPlatform(event.target.value)}
          error={platformProblem}
        />
      </div>
      <div id="field-seen">
        <TextField
          label="Where, or in your own words"
          value={seen}
          maxLength={200}
          readOnly={readOnly}
          placeholder="At the Curzon Soho, in a full house"
          onChange={event => setSeen(event.target.value)}
          error={seenProblem}
        />
      </div>
      {line && (
        <p className={styles.hint} aria-live="polite">
          Readers are told: <span className={styles.told}>{line}</span>
        </p>
      )}
    </>
  )
}

/** What readers are told before they read. */
export function WarningFields() {
  const { mayWrite } = useEditorDesk()
  const [spoilers, setSpoilers] = useField('spoilers')
  const [advisory, setAdvisory, problem] = useField('advisory')
  return (
    <>
      <div id="field-spoilers">
        <Select
          label="Spoilers"
          disabled={!mayWrite}
          value={spoilers}
          onChange={event => setSpoilers(spoilerLevels.find(level => level === event.target.value) ?? 'none')}
          options={spoilerLevels.map(value => ({ value, label: spoilerLevelName(value) }))}
          description="Said beside the byline. What gives much away belongs in a spoiler block of the text."
        />
      </div>
      <div id="field-advisory">
        <TextArea
          label="Content advisory"
          value={advisory}
          maxLength={detailLimits.advisory}
          readOnly={!mayWrite}
          placeholder="Flashing lights; a dog dies."
          description="About the work, not the review. Stands above the text, so it should give no plot away."
          onChange={event => setAdvisory(event.target.value)}
          error={problem}
        />
      </div>
    </>
  )
}

/** The line as readers get it, for the head of the closed group as well. */
export function useSeenLine(): string {
  const kind = useWorkKind()
  const [seenHow] = useField('seenHow')
  const [seenEdition] = useField('seenEdition')
  const [seenPlatform] = useField('seenPlatform')
  const [seen] = useField('seen')
  return seenLine({ seenHow, seenEdition, seenPlatform, seen }, kind ?? 'film')
}

function useWorkKind() {
  const { known } = useEditorDesk()
  const [workId] = useField('workId')
  return (workId && known.works[workId]?.kind) || null
}

function editionExample(verb: ReturnType<typeof seenVerb>): string {
  if (verb === 'Read') return 'The Penguin paperback, 2014'
  if (verb === 'Heard') return 'The 1997 CD'
  if (verb === 'Played' || verb === 'Used') return 'Version 1.3'
  return 'Blu-ray, 2014 edition'
}
