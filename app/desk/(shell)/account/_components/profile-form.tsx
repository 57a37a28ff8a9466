'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { changeProfileAction } from '../actions.ts'

export interface ProfileFormProps {
  name: string
  /** IANA; empty for the publication's. */
  timeZone: string
  publicationZone: string
  zones: string[]
}

export function ProfileForm({ publicationZone, zones, ...profile }: ProfileFormProps) {
  const [answer, action] = useActionState(changeProfileAction, {})
  const [name, setName] = useState(profile.name)
  const [timeZone, setTimeZone] = useState(profile.timeZone)
  return (
    <Form action={action} answer={answer}>
      <TextField
        label="Name"
        description="As the desk shows it. The byline that readers see stays as it is."
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        value={name}
        onChange={event => setName(event.target.value)}
        error={answer.fields?.name}
      />
      <Select
        label="Time zone"
        description="Dates at the desk are shown in it. Readers see the publication’s."
        name="timeZone"
        placeholder={`The publication’s (${publicationZone})`}
        options={zones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={timeZone}
        onChange={event => setTimeZone(event.target.value)}
        error={answer.fields?.timeZone}
      />
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain">Save</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
