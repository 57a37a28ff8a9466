'use client'
import { useActionState, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form, FormAnswer } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { slugify } from '#lib/addresses/addresses.ts'
import type { SplitChoices } from '#lib/regrouping/desk-queries.ts'
import type { RegroupingNoun } from '#lib/regrouping/regrouping.ts'
import { splitAction } from './actions.ts'
import styles from './regroup.module.css'

/** What belongs to the new record, and what it is called. */
export function SplitForm({ noun, choices }: { noun: RegroupingNoun; choices: SplitChoices }) {
  const [answer, action] = useActionState(splitAction, {})
  const [name, setName] = useState('')
  const [slug, setSlug] = useState('')
  return (
    <Form action={action} answer={answer}>
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="id" value={choices.id} />
      {choices.groups.map(({ name: group, title, choices: list }) => (
        <fieldset key={group} className={styles.group}>
          <legend>{title}</legend>
          {list.map(choice => (
            <Checkbox key={choice.id} name={group} value={choice.id} label={<bdi>{choice.label}</bdi>} />
          ))}
        </fieldset>
      ))}
      {answer.fields?.chosen && <Notice tone="problem">{answer.fields.chosen}</Notice>}
      <TextField
        label={noun === 'work' ? 'Title of the new work' : 'Name of the new record'}
        name="name"
        dir="auto"
        required
        maxLength={200}
        value={name}
        onChange={event => {
          if (slug === suggested(name)) setSlug(suggested(event.target.value))
          setName(event.target.value)
        }}
        error={answer.fields?.name}
      />
      {noun === 'work' && (
        <TextField
          label="Came out"
          name="released"
          placeholder="2013, 2013-12 or 2013-12-18"
          error={answer.fields?.released}
        />
      )}
      <TextField
        label="Address"
        description={`It will be at ${noun === 'work' ? '/works/' : '/people/'}${slug || '…'}. “${choices.name}” keeps its own.`}
        name="slug"
        maxLength={120}
        value={slug}
        onChange={event => setSlug(event.target.value)}
        error={answer.fields?.slug}
      />
      <FormAnswer answer={answer}>
        <SubmitButton pending="Splitting…">Make the new {noun === 'work' ? 'work' : 'record'}</SubmitButton>
      </FormAnswer>
    </Form>
  )
}

function suggested(name: string): string {
  return name.trim() === '' ? '' : slugify(name)
}
