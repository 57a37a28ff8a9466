'use client'
import { useActionState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { setScaleStandingAction } from '../actions.ts'
import styles from '../scales.module.css'

/** Takes the scale out of what is offered, or puts it back. */
export function ScaleStanding({
  scaleKey,
  seen,
  isRetired,
  sections,
}: {
  scaleKey: string
  seen: string
  isRetired: boolean
  sections: string[]
}) {
  const [answer, action] = useActionState(setScaleStandingAction, {})
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="key" value={scaleKey} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="standing" value={isRetired ? 'offered' : 'retired'} />
      <p className={styles.lead}>
        {isRetired
          ? 'New reviews can be scored on it again.'
          : sections.length > 0
            ? `A retired scale is not offered for new reviews. This one is the house scale of ${sections.join(', ')}: choose another there first.`
            : 'A retired scale is not offered for new reviews. What was scored on it stays, and readers are still told what it means.'}
      </p>
      <FormAnswer answer={answer}>
        {(isRetired || sections.length === 0) && (
          <SubmitButton variant="plain">{isRetired ? 'Offer it again' : 'Retire the scale'}</SubmitButton>
        )}
      </FormAnswer>
    </Form>
  )
}
