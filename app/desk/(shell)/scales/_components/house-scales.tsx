'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { type Option, Select } from '#components/ui/select.tsx'
import type { HouseScale } from '#lib/ratings/scales.ts'
import { chooseHouseScalesAction } from '../actions.ts'
import styles from './house-scales.module.css'

/** The house scale of each section. Each choice carries what it was made from, so that of two editors at once one is told. */
export function HouseScales({
  sections,
  scales,
  mayEdit,
}: {
  sections: HouseScale[]
  scales: Option[]
  mayEdit: boolean
}) {
  const [answer, action] = useActionState(chooseHouseScalesAction, {})
  const [chosen, setChosen] = useState<Record<string, string>>({})
  return (
    <Form action={action} answer={answer}>
      <div className={styles.sections}>
        {sections.map(({ sectionId, section, scale }) => (
          <div key={sectionId}>
            <Select
              label={section}
              name={`scale-${sectionId}`}
              placeholder="None: not scored"
              options={scales}
              value={chosen[sectionId] ?? scale}
              disabled={!mayEdit}
              onChange={event => setChosen({ ...chosen, [sectionId]: event.target.value })}
            />
            <input type="hidden" name={`seen-${sectionId}`} value={scale} />
          </div>
        ))}
      </div>
      {mayEdit && (
        <FormAnswer answer={answer}>
          <SubmitButton variant="plain">Save the house scales</SubmitButton>
        </FormAnswer>
      )}
    </Form>
  )
}
