'use client'
import Link from 'next/link'
import { useState, useTransition } from 'react'
import { IdFields } from '#components/desk/works/id-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { DeskPersonPage } from '#lib/people/desk-queries.ts'
import { sortName } from '#lib/people/people.ts'
import { type SavePersonOutcome, savePersonAction } from '../actions.ts'
import styles from './person-form.module.css'

const kinds = [
  { value: 'person', label: 'One person' },
  { value: 'group', label: 'A group' },
]

/** Everything that is known of somebody, in one form that is saved whole. */
export function PersonForm({ person }: { person: DeskPersonPage }) {
  const [content, setContent] = useState(person.content)
  const [aliases, setAliases] = useState(person.content.aliases.join('\n'))
  const [version, setVersion] = useState(person.version)
  const [answer, setAnswer] = useState<SavePersonOutcome | null>(null)
  const [isSaving, start] = useTransition()
  const mayEdit = person.may.edit
  const refusal = answer && !answer.ok ? answer : null
  const problems = refusal?.fields ?? {}
  const set = (patch: Partial<typeof content>) => {
    setContent({ ...content, ...patch })
    setAnswer(null)
  }
  const submit = () =>
    start(async () => {
      const names = aliases.split('\n').flatMap(name => name.trim() || [])
      const outcome = await savePersonAction({ id: person.id, version, content: { ...content, aliases: names } })
      setAnswer(outcome)
      if (outcome.ok) setVersion(outcome.version)
    })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {!mayEdit && <Notice>Only editors change people. You can look at everything here.</Notice>}
      <div className={styles.row}>
        <TextField
          label="Name"
          dir="auto"
          maxLength={120}
          readOnly={!mayEdit}
          value={content.name}
          error={problems.name}
          onChange={event => set({ name: event.target.value })}
        />
        <TextField
          label="Sorted as"
          dir="auto"
          maxLength={120}
          readOnly={!mayEdit}
          placeholder={sortName(content.name, content.kind)}
          value={content.sortName}
          error={problems.sortName}
          onChange={event => set({ sortName: event.target.value })}
        />
      </div>
      <div className={styles.row}>
        <Select
          label="Kind"
          value={content.kind}
          disabled={!mayEdit}
          options={kinds}
          error={problems.kind}
          onChange={event => set({ kind: event.target.value === 'group' ? 'group' : 'person' })}
        />
        <TextField
          label="Address"
          description={
            person.livePath && person.livePath !== `/people/${content.slug}`
              ? `Readers who hold ${person.livePath} will be led to /people/${content.slug}.`
              : `/people/${content.slug}`
          }
          maxLength={120}
          readOnly={!mayEdit}
          value={content.slug}
          error={problems.slug}
          onChange={event => set({ slug: event.target.value })}
        />
      </div>
      <TextArea
        label="Also known as"
        description="Other names, one to a line: they are searched, and readers see them."
        dir="auto"
        readOnly={!mayEdit}
        value={aliases}
        error={problems.aliases}
        onChange={event => {
          setAliases(event.target.value)
          setAnswer(null)
        }}
      />
      <fieldset className={styles.ids}>
        <legend>Elsewhere</legend>
        <IdFields
          kind={content.kind}
          externalIds={content.externalIds}
          onChange={externalIds => set({ externalIds })}
          example="nm0005069"
          problem={problems.externalIds}
          mayEdit={mayEdit}
        />
      </fieldset>
      {refusal?.problem && <Notice tone="problem">{refusal.problem}</Notice>}
      {refusal?.holder && (
        <Notice tone="problem">
          It belongs to <Link href={refusal.holder.path}>{refusal.holder.name}</Link>.
        </Notice>
      )}
      {mayEdit && (
        <div className={styles.end}>
          <Button type="submit" variant="primary" pending={isSaving && 'Saving…'}>
            Save
          </Button>
          <span role="status">{answer?.ok ? 'Saved.' : ''}</span>
        </div>
      )}
    </form>
  )
}
