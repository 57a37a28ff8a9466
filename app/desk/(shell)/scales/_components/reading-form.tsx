'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { readTyped, type TypedReading } from '#lib/ratings/reading-schema.ts'
import type { DeskScaleVersion } from '#lib/ratings/scales.ts'
import { readScaleAnewAction } from '../reading-actions.ts'
import { BandFields } from './band-fields.tsx'
import { FreshField } from './fresh-field.tsx'
import { PointFields } from './point-fields.tsx'
import { ReadingEffects } from './reading-effects.tsx'
import styles from './reading-form.module.css'

export interface ReadingFormProps {
  version: DeskScaleVersion
  typed: TypedReading
  /** How many live reviews have each score, best first. */
  live: [value: number, live: number][]
  mayEdit: boolean
}

/** A reading in a form, with what saving it would do to the scores of live reviews. */
export function ReadingForm({ version, typed: begun, live, mayEdit }: ReadingFormProps) {
  const [answer, action] = useActionState(readScaleAnewAction, {})
  const [typed, setTyped] = useState(begun)
  const read = readTyped(version.scale, typed)
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="versionId" value={version.id} />
      <input type="hidden" name="seen" value={version.readingSeen} />
      <input type="hidden" name="reading" value={JSON.stringify(typed)} />
      <fieldset className={styles.part} disabled={!mayEdit}>
        <legend>In words</legend>
        <p>What the scores from one up to the next band mean. Readers find it on the scoring page, with examples.</p>
        <BandFields version={version} bands={typed.bands} onChange={bands => setTyped({ ...typed, bands })} />
        {answer.fields?.bands && <Notice tone="problem">{answer.fields.bands}</Notice>}
      </fieldset>
      <fieldset className={styles.part} disabled={!mayEdit}>
        <legend>Among other scales</legend>
        <p>
          Lists mix scores of all scales by what each counts as, from 0 to 100. A better score never counts less than a
          worse one.
        </p>
        <PointFields version={version} points={typed.points} onChange={points => setTyped({ ...typed, points })} />
        {answer.fields?.projection && <Notice tone="problem">{answer.fields.projection}</Notice>}
        <ReadingEffects version={version} live={live} read={read} />
      </fieldset>
      <fieldset className={styles.part} disabled={!mayEdit}>
        <legend>To aggregators</legend>
        <p>Some of them only ask whether a review is fresh or rotten. Readers see nothing of this.</p>
        <FreshField
          version={version}
          typed={typed}
          read={read}
          onChange={freshFrom => setTyped({ ...typed, freshFrom })}
        />
        {answer.fields?.freshFrom && <Notice tone="problem">{answer.fields.freshFrom}</Notice>}
      </fieldset>
      {mayEdit && (
        <FormAnswer answer={answer}>
          <SubmitButton>Save</SubmitButton>
        </FormAnswer>
      )}
    </Form>
  )
}
