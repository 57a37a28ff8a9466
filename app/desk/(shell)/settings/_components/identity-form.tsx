'use client'
import { useState } from 'react'
import { TextField } from '#components/ui/field.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { Picture } from '#lib/media/pictures.ts'
import { mastheadLimits } from '#lib/settings/masthead-limits.ts'
import type { PublicationSettings } from '#lib/settings/settings.ts'
import { HouseForm } from './house-form.tsx'
import { HousePicture } from './house-picture.tsx'
import styles from './settings.module.css'
import { useHouse } from './use-house.ts'

type Identity = Pick<PublicationSettings, 'name' | 'tagline' | 'description' | 'logoId' | 'logoDarkId' | 'iconId'>

const drawn = [
  {
    key: 'logoId',
    label: 'Logo',
    description:
      'The name as it is drawn, in place of the name in letters. A PNG or WebP on a clear ground, at least 400 pixels wide.',
  },
  {
    key: 'logoDarkId',
    label: 'Logo by night',
    description: 'The same for dark pages. Without one, the other stands on them too.',
  },
  {
    key: 'iconId',
    label: 'Icon',
    description:
      'A square for tabs, home screens and search results, at least 512 pixels. Every size is made of it. Without one it is the mark of five dots.',
  },
] as const

/** What the publication is called, and the pictures that stand for it. */
export function IdentityForm({ stored, pictures }: { stored: Identity; pictures: Record<string, Picture> }) {
  const house = useHouse('identity', stored)
  const [known, setKnown] = useState(pictures)
  const { value, type, answer } = house
  return (
    <HouseForm house={house} hasPreview>
      <TextField
        label="Name"
        required
        maxLength={mastheadLimits.name}
        value={value.name}
        onChange={event => type({ name: event.target.value })}
        error={answer.fields?.name}
      />
      <TextField
        label="Tagline"
        description="Under the name, without a full stop."
        maxLength={mastheadLimits.tagline}
        value={value.tagline}
        onChange={event => type({ tagline: event.target.value })}
        error={answer.fields?.tagline}
      />
      <TextArea
        label="Description"
        rows={3}
        description="A sentence or two for search engines and feed readers."
        maxLength={mastheadLimits.description}
        value={value.description}
        onChange={event => type({ description: event.target.value })}
        error={answer.fields?.description}
      />
      <div className={styles.group}>
        <h2>Pictures</h2>
        {drawn.map(({ key, label, description }) => (
          <HousePicture
            key={key}
            label={label}
            description={description}
            id={value[key]}
            picture={known[value[key] ?? '']}
            isNight={key === 'logoDarkId'}
            error={answer.fields?.[key]}
            onChange={picture => {
              if (picture) setKnown(before => ({ ...before, [picture.id]: picture }))
              type({ [key]: picture?.id ?? null })
            }}
          />
        ))}
      </div>
    </HouseForm>
  )
}
