'use client'
import { type FormEvent, useEffect, useMemo, useRef, useState, useTransition } from 'react'
import type { TypedWork, WorkOutcome } from '#components/desk/editor/editor-actions.ts'
import { Button } from '#components/ui/button.tsx'
import { DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import { releaseProblem } from '#lib/works/dates.ts'
import type { DeskWork } from '#lib/works/desk-works.ts'
import { readCredits } from '#lib/works/typed-credits.ts'
import { kindName, type WorkKind, workKinds } from '#lib/works/works.ts'
import { LikelyWorks, Namesake } from './likely-works.tsx'
import styles from './new-work.module.css'
import { PartOfFields } from './part-of-fields.tsx'
import { isAsked, type PersonChoices, personKey, TypedCreditsField, usePeople } from './typed-credits-field.tsx'

export interface NewWorkFormProps {
  title: string
  createWork: (work: TypedWork) => Promise<WorkOutcome>
  /** With the work that was made, or chosen because it was here already. */
  onMade: (work: DeskWork) => void
  onCancel?: () => void
}

/** A work that is not here yet: what it is first, whether it is here after all, then its makers as one would write them down. */
export function NewWorkForm({ title: given, createWork, onMade, onCancel }: NewWorkFormProps) {
  const [kind, setKind] = useState<WorkKind>('film')
  const [title, setTitle] = useState(given)
  const [released, setReleased] = useState('')
  const [number, setNumber] = useState('')
  const [parent, setParent] = useState<{ id: string; name: string } | null>(null)
  const [text, setText] = useState('')
  const [choices, setChoices] = useState<PersonChoices>({})
  const [refusal, setRefusal] = useState<{ fields?: Record<string, string>; problem?: string; namesake?: DeskWork }>({})
  const [isMaking, make] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // The title has the focus from the first moment: what was typed before the script had come counts too.
    const typed = new FormData(form.current ?? undefined)
    const take = (name: string, set: (text: string) => void) => {
      const value = typed.get(name)
      if (typeof value === 'string' && value !== '') set(value)
    }
    take('title', setTitle)
    take('released', setReleased)
    take('credits', setText)
  }, [])
  const credits = useMemo(() => readCredits(text, kind), [text, kind])
  const known = usePeople(credits.lines)
  const isAsking = credits.lines.some(({ read }) => read.ok && isAsked(read.credits[0]?.name ?? '', known, choices))
  const isReadable = credits.problem === null && credits.lines.every(({ read }) => read.ok)
  const submit = (isAnother: boolean) =>
    make(async () => {
      const typed = credits.lines.flatMap(({ read }) => (read.ok ? read.credits : []))
      const outcome = await createWork({
        kind,
        title,
        released: released.trim(),
        parentId: parent?.id ?? null,
        number: number.trim() === '' ? null : Number(number),
        // Nothing is said of somebody who has not been looked up yet: the form may be done before the look-up is.
        credits: typed.map(credit => ({ ...credit, personId: personOf(credit.name) })),
        isAnother,
      }).catch(() => ({
        ok: false as const,
        problem: 'The work was not made: the server did not answer. What you typed is still here.',
      }))
      if (outcome.ok) onMade(outcome.work)
      else setRefusal(outcome)
    })
  const personOf = (name: string) => {
    const key = personKey(name)
    return key in choices ? choices[key] : known[key]?.length === 1 ? known[key][0]?.id : undefined
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isReadable && !isAsking) submit(false)
  }
  const fields = refusal.fields ?? {}
  return (
    <form ref={form} className={styles.form} onSubmit={send} noValidate>
      <div className={styles.row}>
        <Select
          label="Kind"
          value={kind}
          onChange={event => setKind(workKinds.find(each => each === event.target.value) ?? 'film')}
          options={workKinds.map(value => ({ value, label: kindName(value) }))}
          error={fields.kind}
        />
        <TextField
          label="Title"
          name="title"
          value={title}
          dir="auto"
          maxLength={200}
          onChange={event => setTitle(event.target.value)}
          error={fields.title}
          autoFocus
        />
        <TextField
          label="Came out"
          name="released"
          value={released}
          placeholder="2013 or 2013-12-18"
          onChange={event => setReleased(event.target.value)}
          error={fields.released ?? (released.length >= 10 ? releaseProblem(released) : null)}
        />
      </div>
      <LikelyWorks title={title} kind={kind} released={released} onUse={onMade} />
      <PartOfFields
        kind={kind}
        parent={parent}
        onParent={setParent}
        number={number}
        onNumber={setNumber}
        problems={fields}
      />
      <TypedCreditsField
        text={text}
        onText={setText}
        credits={credits}
        known={known}
        choices={choices}
        onChoices={setChoices}
        error={fields.credits}
      />
      {refusal.problem && <Notice tone="problem">{refusal.problem}</Notice>}
      {refusal.namesake ? (
        <Namesake work={refusal.namesake} isMaking={isMaking} onUse={onMade} onAnother={() => submit(true)} />
      ) : (
        <DialogActions>
          {isAsking && <p className={styles.asking}>Say who is meant above, then it can be made.</p>}
          {onCancel && <Button onPress={onCancel}>Cancel</Button>}
          <Button
            type="submit"
            variant="primary"
            pending={isMaking && 'Making it…'}
            isDisabled={!isReadable || isAsking}
          >
            Make the work
          </Button>
        </DialogActions>
      )}
    </form>
  )
}
