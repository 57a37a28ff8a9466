'use client'
import { useState } from 'react'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { knownLicence, knownLicences } from '#lib/media/licences.ts'
import styles from './words-form.module.css'

const ownWords = 'own'

/** Under what the picture may be shown: one that is known, or own words with an address. */
export function LicenceFields({
  words: { licence, licenceUrl },
  problems,
  readOnly,
  set,
}: {
  words: { licence: string; licenceUrl: string }
  problems: Record<string, string>
  readOnly: boolean
  set: (patch: { licence?: string; licenceUrl?: string }) => void
}) {
  const [writesOwn, setWritesOwn] = useState(false)
  const known = knownLicence(licence)
  const isOwn = writesOwn || (licence !== '' && !known) || (licence === '' && licenceUrl !== '')
  const choose = (id: string) => {
    const chosen = knownLicences.find(each => each.id === id)
    setWritesOwn(id === ownWords)
    set(chosen ? { licence: chosen.name, licenceUrl: chosen.url } : { licence: '', licenceUrl: '' })
  }
  return (
    <div className={styles.licence}>
      <Select
        label="Licence"
        description={isOwn ? undefined : known?.asks}
        placeholder="Not said"
        disabled={readOnly}
        value={isOwn ? ownWords : (known?.id ?? '')}
        options={[
          ...knownLicences.map(({ id, name }) => ({ value: id, label: name })),
          { value: ownWords, label: 'In own words' },
        ]}
        error={isOwn ? undefined : problems.licence}
        onChange={event => choose(event.target.value)}
      />
      {isOwn && (
        <TextField
          label="The licence in own words"
          dir="auto"
          maxLength={200}
          readOnly={readOnly}
          value={licence}
          error={problems.licence}
          onChange={event => set({ licence: event.target.value })}
        />
      )}
      {(isOwn || known) && (
        <TextField
          label="Address of the licence"
          description="Search engines show it beside the picture. Leave it empty where there is none."
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={1_000}
          readOnly={readOnly}
          value={licenceUrl}
          error={problems.licenceUrl}
          onChange={event => set({ licenceUrl: event.target.value })}
        />
      )}
    </div>
  )
}
