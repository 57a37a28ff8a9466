'use client'
import { useState } from 'react'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { languageName } from '#lib/languages/languages.ts'
import { releaseProblem } from '#lib/works/dates.ts'
import type { DeskWork } from '#lib/works/desk-works.ts'
import { countries, countryName, languages, type Place } from '#lib/works/places.ts'
import type { WorkContent } from '#lib/works/work-content.ts'
import { kindName, plainTitle, sortTitle, type WorkKind, workKinds } from '#lib/works/works.ts'
import { PartOfFields } from './part-of-fields.tsx'
import { NumberField, WordsField } from './text-fields.tsx'
import styles from './work-form.module.css'

export interface WorkFieldsProps {
  draft: WorkContent
  set: (patch: Partial<WorkContent>) => void
  problems: Partial<Record<string, string>>
  mayEdit: boolean
}

/** Who brought it out is called by another name for each kind. */
const publisherNames: Partial<Record<WorkKind, string>> = {
  film: 'Distributor',
  series: 'Network',
  season: 'Network',
  episode: 'Network',
  album: 'Label',
  track: 'Label',
  play: 'Company',
  exhibition: 'Place',
}

/** What the work is, when and where it came out, and where its page is. */
export function FactFields({
  draft,
  set,
  problems,
  mayEdit,
  parent: first,
  livePath,
  language,
}: WorkFieldsProps & { parent: DeskWork | null; livePath: string | null; language: string }) {
  const [parent, setParent] = useState(first && { id: first.id, name: first.title })
  const { kind } = draft
  const plain = { readOnly: !mayEdit }
  const text = (field: 'title' | 'originalTitle' | 'sortTitle' | 'released' | 'slug' | 'publisher') => ({
    ...plain,
    value: draft[field],
    error: problems[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  })
  const released = draft.released.length >= 10 ? releaseProblem(draft.released) : null
  const isMoved = livePath !== null && livePath !== `/works/${draft.slug}`
  return (
    <>
      <div className={`${styles.row} ${styles.wide}`}>
        <TextField label="Title" dir="auto" maxLength={200} {...text('title')} />
        <TextField label="Original title" dir="auto" maxLength={200} {...text('originalTitle')} />
      </div>
      <div className={styles.row}>
        <Select
          label="Kind"
          value={kind}
          disabled={!mayEdit}
          error={problems.kind}
          onChange={event => set({ kind: workKinds.find(each => each === event.target.value) ?? kind })}
          options={workKinds.map(value => ({ value, label: kindName(value) }))}
        />
        <TextField
          label="Came out"
          placeholder="2013, 2013-12 or 2013-12-18"
          {...text('released')}
          error={problems.released ?? released}
        />
        <TextField
          label="Sorted as"
          dir="auto"
          maxLength={200}
          placeholder={sortTitle(draft.title)}
          {...text('sortTitle')}
          onBlur={() => plainTitle(draft.sortTitle) === sortTitle(draft.title) && set({ sortTitle: '' })}
        />
      </div>
      <PartOfFields
        kind={kind}
        parent={
          draft.parentId === null
            ? null
            : parent?.id === draft.parentId
              ? parent
              : { id: draft.parentId, name: 'Chosen elsewhere' }
        }
        onParent={chosen => {
          setParent(chosen)
          set({ parentId: chosen?.id ?? null })
        }}
        number={draft.number === null || Number.isNaN(draft.number) ? '' : String(draft.number)}
        onNumber={typed => set({ number: typed.trim() === '' ? null : Number(typed.replace(/\D/g, '')) })}
        problems={problems}
        isDisabled={!mayEdit}
      />
      <TextArea
        label="Summary"
        description="What it is, in a sentence or two, without an opinion and without giving anything away."
        dir="auto"
        maxLength={1000}
        readOnly={!mayEdit}
        value={draft.summary}
        error={problems.summary}
        onChange={event => set({ summary: event.target.value })}
      />
      <div className={styles.row}>
        <PlaceField
          label="Country"
          code={draft.country}
          name={code => countryName(code, language)}
          all={() => countries(language)}
          error={problems.country}
          isDisabled={!mayEdit}
          onChange={country => set({ country })}
        />
        <PlaceField
          label="Language"
          code={draft.language}
          name={code => languageName(code, language)}
          all={() => languages(language)}
          error={problems.language}
          isDisabled={!mayEdit}
          onChange={code => set({ language: code })}
        />
        <TextField label={publisherNames[kind] ?? 'Publisher'} dir="auto" maxLength={120} {...text('publisher')} />
        {(kind !== 'book' || draft.minutes !== null) && (
          <NumberField
            label="Minutes"
            {...plain}
            value={draft.minutes}
            error={problems.minutes}
            onChange={minutes => set({ minutes })}
          />
        )}
        {(kind === 'book' || draft.pages !== null) && (
          <NumberField
            label="Pages"
            {...plain}
            value={draft.pages}
            error={problems.pages}
            onChange={pages => set({ pages })}
          />
        )}
      </div>
      <div className={`${styles.row} ${styles.wide}`}>
        <WordsField
          label="Genres"
          description="With commas between them."
          {...plain}
          value={draft.genres}
          error={problems.genres}
          onChange={genres => set({ genres })}
        />
        {(kind === 'game' || kind === 'app' || kind === 'product' || draft.platforms.length > 0) && (
          <WordsField
            label="Platforms"
            description="With commas between them."
            {...plain}
            value={draft.platforms}
            error={problems.platforms}
            onChange={platforms => set({ platforms })}
          />
        )}
      </div>
      <TextField
        label="Address"
        maxLength={120}
        spellCheck={false}
        autoCapitalize="none"
        {...text('slug')}
        description={`/works/${draft.slug}${isMoved ? `. When this is saved, ${livePath} leads here.` : ''}`}
      />
    </>
  )
}

function PlaceField({
  label,
  code,
  name,
  all,
  error,
  isDisabled,
  onChange,
}: {
  label: string
  code: string
  name: (code: string) => string
  all: () => Place[]
  error: string | undefined
  isDisabled: boolean
  onChange: (code: string) => void
}) {
  return (
    <ComboBox
      label={label}
      value={code === '' ? null : { id: code, name: name(code) }}
      error={error}
      isDisabled={isDisabled}
      onChange={place => onChange(place?.id ?? '')}
      load={async query => {
        const plain = plainTitle(query)
        return all()
          .filter(place => place.code.toLowerCase() === plain || plainTitle(` ${place.name}`).includes(plain))
          .sort((a, b) => Number(plainTitle(b.name).startsWith(plain)) - Number(plainTitle(a.name).startsWith(plain)))
          .map(place => ({ id: place.code, name: place.name }))
      }}
    />
  )
}
