'use client'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { canonicalLanguage, directionOf, languageName } from '#lib/languages/languages.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { HouseForm } from './house-form.tsx'
import { useHouse } from './use-house.ts'

const directions = [
  { value: 'ltr', label: 'From left to right' },
  { value: 'rtl', label: 'From right to left' },
] as const

type Speech = Pick<PublicationSettings, 'language' | 'direction' | 'timeZone'>

/** How the publication speaks, and by which clock. */
export function LanguageForm({ stored, zones }: { stored: Speech; zones: string[] }) {
  const house = useHouse('language', stored)
  const { value, type, answer } = house
  const tag = canonicalLanguage(value.language)
  const typeLanguage = (language: string) => {
    const known = canonicalLanguage(language)
    // Most languages have one direction, so it follows; whoever wants the other says so after.
    type({ language, ...(known && { direction: directionOf(known) }) })
  }
  return (
    <HouseForm house={house}>
      <TextField
        label="Language"
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
        description="Which way its pages run."
        options={directions}
        value={value.direction}
        onChange={event => type({ direction: event.target.value === 'rtl' ? 'rtl' : 'ltr' })}
        error={answer.fields?.direction}
      />
      <Select
        label="Time zone"
        description="Readers see dates in it, and the archive is ordered by it: reviews near the turn of a month move with another zone."
        options={zones.map(zone => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={value.timeZone}
        onChange={event => type({ timeZone: event.target.value })}
        error={answer.fields?.timeZone}
      />
    </HouseForm>
  )
}
