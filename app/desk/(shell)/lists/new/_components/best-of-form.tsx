'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { bestOfCounts } from '#lib/lists/lists-schema.ts'
import { kindName, workKinds } from '#lib/works/works.ts'
import { createBestOfAction } from '../../actions.ts'
import styles from '../new.module.css'

const kinds = workKinds.map(kind => ({ value: kind, label: kindName(kind, 2) }))
const years = [
  { value: 'released', label: 'came out' },
  { value: 'reviewed', label: 'we reviewed' },
]

/** Which year, of what, and how many. */
export function BestOfForm({ year, sections }: { year: number; sections: { id: string; name: string }[] }) {
  const [answer, action] = useActionState(createBestOfAction, {})
  const error = (field: string) => answer.fields?.[field]
  return (
    <Form action={action} answer={answer}>
      <div className={styles.pair}>
        <Select label="Works that" name="by" options={years} error={error('by')} />
        <TextField label="In the year" name="year" inputMode="numeric" defaultValue={year} error={error('year')} />
      </div>
      <div className={styles.pair}>
        <Select label="Kind" name="kind" placeholder="Every kind" options={kinds} error={error('kind')} />
        <Select
          label="Section"
          name="sectionId"
          placeholder="Every section"
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          error={error('sectionId')}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label="How many"
          name="count"
          inputMode="numeric"
          defaultValue={bestOfCounts.usual}
          description={`From ${bestOfCounts.least} to ${bestOfCounts.most}; fewer when fewer were scored.`}
          error={error('count')}
        />
      </div>
      <FormAnswer answer={answer}>
        <SubmitButton pending="Making the draft…">Make the draft</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
