'use client'
import { Checkbox } from '#components/ui/choice.tsx'
import { Select } from '#components/ui/select.tsx'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { HouseForm } from './house-form.tsx'
import { useHouse } from './use-house.ts'

const amounts = [
  { value: 'whole', label: 'The whole review' },
  { value: 'summary', label: 'A summary, and the way to the review' },
] as const

/** Whether reviews can be followed in feed readers, and how much of them is in there. */
export function FeedsForm({ stored }: { stored: Pick<PublicationSettings, 'hasFeeds' | 'feedText'> }) {
  const house = useHouse('feeds', stored)
  const { value, type, answer } = house
  return (
    <HouseForm house={house}>
      <Checkbox
        label="Readers can follow reviews in feed readers"
        description="As RSS, Atom and JSON Feed: of everything, of sections, critics, topics, kinds and lists. When this is off, every feed says that it has ended, and most feed readers then forget it."
        checked={value.hasFeeds}
        onChange={event => type({ hasFeeds: event.target.checked })}
      />
      <Select
        label="What a feed carries of each review"
        description="Whole reviews are what readers of feeds want. A summary still says what was reviewed and how it stands."
        options={amounts}
        disabled={!value.hasFeeds}
        value={value.feedText}
        onChange={event => type({ feedText: event.target.value === 'summary' ? 'summary' : 'whole' })}
        error={answer.fields?.feedText}
      />
    </HouseForm>
  )
}
