'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { canonicalLanguage, directionOf, languageName } from '#lib/languages/languages.ts'
import { type Masthead, mastheadLimits } from '#lib/settings/publication-schema.ts'
import { changeMastheadAction } from '../actions.ts'

const directions = [
  { value: 'ltr', label: 'From left to right' },
  { value: 'rtl', label: 'From right to left' },
] as const

/**
 * What the publication is called and how it speaks. Only what was typed here is held: when somebody else has changed the rest, the page
 * shows theirs, and what was typed stays.
 */
export function MastheadForm({ masthead, zones }: { masthead: Masthead; zones: string[] }) {
  const [typed, setTyped] = useState<Partial<Masthead>>({})
  const [answer, action] = useActionState(async (before: FormState, form: FormData) => {
    const after = await changeMastheadAction(before, form)
    if (after.done) setTyped({})
    return after
  }, {})
  const value = { ...masthead, ...typed }
  const type = (change: Partial<Masthead>) => setTyped(before => ({ ...before, ...change }))
  const tag = canonicalLanguage(value.language)
  const typeLanguage = (language: string) => {
    const known = canonicalLanguage(language)
    // Most languages have one direction, so it follows; whoever wants the other says so after.
    type({ language, ...(known && { direction: directionOf(known) }) })
  }
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="seen" value={JSON.stringify(masthead)} />
      <TextField
        label="Name"
        name="name"
        required
        maxLength={mastheadLimits.name}
        value={value.name}
        onChange={event => type({ name: event.target.value })}
        error={answer.fields?.name}
      />
      <TextField
        label="Tagline"
        name="tagline"
        description="Under the name, without a full stop."
        maxLength={mastheadLimits.tagline}
        value={value.tagline}
        onChange={event => type({ tagline: event.target.value })}
        error={answer.fields?.tagline}
      />
      <TextArea
        label="Description"
        name="description"
        rows={3}
        description="A sentence or two for search engines and feed readers."
        maxLength={mastheadLimits.description}
        value={value.description}
        onChange={event => type({ description: event.target.value })}
        error={answer.fields?.description}
      />
      <TextField
        label="Language"
        name="language"
        required
        spellCheck={false}
        autoCapitalize="none"
        description={
          <>
            {tag ? `${languageName(tag)}. ` : 'A tag such as en-GB, de or pt-BR. '}
            Dates and figures follow it, and reviews that name no language are taken to be in it.
          </>
        }
        value={value.language}
        onChange={event => typeLanguage(event.target.value)}
        error={answer.fields?.language}
      />
      <Select
        label="Direction"
        name="direction"
        description="Which way its pages run."
        options={directions}
        value={value.direction}
        onChange={event => type({ direction: event.target.value === 'rtl' ? 'rtl' : 'ltr' })}
        error={answer.fields?.direction}
      />
      <Select
        label="Time zone"
        name="timeZone"
        description="Readers see dates in it, and the archive is ordered by it: reviews near the turn of a month move with another zone."
        options={zones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={value.timeZone}
        onChange={event => type({ timeZone: event.target.value })}
        error={answer.fields?.timeZone}
      />
      <FormAnswer answer={answer}>
        <SubmitButton variant="plain">Save</SubmitButton>
      </FormAnswer>
    </Form>
  )
}
