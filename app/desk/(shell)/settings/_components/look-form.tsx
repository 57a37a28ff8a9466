'use client'
import { Select } from '#components/ui/select.tsx'
import type { Theme } from '#lib/theme/theme.ts'
import { faces, grounds, textFaces } from '#lib/theme/theme.ts'
import { faceNames, groundNames } from '#lib/theme/theme-words.ts'
import { ColourField } from './colour-field.tsx'
import { HouseForm } from './house-form.tsx'
import styles from './settings.module.css'
import { useHouse } from './use-house.ts'

const kinds = [
  { key: 'headlineFace', label: 'Headlines', options: faces },
  { key: 'textFace', label: 'Texts', options: textFaces },
  { key: 'smallFace', label: 'Menus and small print', options: textFaces },
] as const

/** The colours and faces of readers' pages. */
export function LookForm({ stored }: { stored: Theme }) {
  const house = useHouse('look', stored)
  const { value, type, answer } = house
  return (
    <HouseForm house={house} hasPreview>
      <div className={styles.group}>
        <h2>Colours</h2>
        <Select
          label="Paper"
          description="What pages stand on, by day and by night."
          options={grounds.map(ground => ({ value: ground, label: groundNames[ground] }))}
          value={value.ground}
          onChange={event => type({ ground: grounds.find(ground => ground === event.target.value) ?? 'warm' })}
          error={answer.fields?.ground}
        />
        <ColourField
          label="Colour by day"
          description="Of links, buttons and ratings. Bands and ornaments are mixed from it."
          ground={value.ground}
          scheme="light"
          value={value.accentLight}
          onChange={accentLight => type({ accentLight })}
          error={answer.fields?.accentLight}
        />
        <ColourField
          label="Colour by night"
          ground={value.ground}
          scheme="dark"
          value={value.accentDark}
          onChange={accentDark => type({ accentDark })}
          error={answer.fields?.accentDark}
        />
      </div>
      <div className={styles.group}>
        <h2>Faces</h2>
        <p className={styles.quiet}>All of them come from this server, or are on the reader’s device already.</p>
        {kinds.map(({ key, label, options }) => (
          <Select
            key={key}
            label={label}
            options={options.map(face => ({ value: face, label: faceNames[face] }))}
            value={value[key]}
            onChange={event => type({ [key]: event.target.value })}
            error={answer.fields?.[key]}
          />
        ))}
      </div>
    </HouseForm>
  )
}
