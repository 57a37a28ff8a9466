'use client'
import { type FormEvent, useMemo, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ComboBox } from '#components/ui/combo-box.tsx'
import { Dialog, DialogActions } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Select } from '#components/ui/select.tsx'
import type { DeskWork } from '#lib/works/desk-works.ts'
import { parseCredits } from '#lib/works/typed-credits.ts'
import { kindName, type WorkKind, workKinds } from '#lib/works/works.ts'
import { needsParent } from '#lib/works/works-schema.ts'
import { CreditsField, type PersonChoices, personKey } from './credits-field.tsx'
import { findSeries } from './desk-client.ts'
import { useEditorDesk } from './editor-context.tsx'
import styles from './new-work-dialog.module.css'
import { detailOf } from './work-field.tsx'

interface NewWorkDialogProps {
  title: string
  onClose: () => void
  onMade: (work: DeskWork) => void
}

/** A work that is not here yet, with its makers typed as one would write them down. */
export function NewWorkDialog({ title, onClose, onMade }: NewWorkDialogProps) {
  return (
    <Dialog title="A new work" size="wide" isOpen onOpenChange={isOpen => !isOpen && onClose()}>
      <NewWorkForm title={title} onClose={onClose} onMade={onMade} />
    </Dialog>
  )
}

function NewWorkForm({ title: given, onClose, onMade }: NewWorkDialogProps) {
  const { actions } = useEditorDesk()
  const [kind, setKind] = useState<WorkKind>('film')
  const [title, setTitle] = useState(given)
  const [released, setReleased] = useState('')
  const [number, setNumber] = useState('')
  const [parent, setParent] = useState<{ id: string; name: string } | null>(null)
  const [text, setText] = useState('')
  const [people, setPeople] = useState<PersonChoices>({})
  const [refusal, setRefusal] = useState<{ fields?: Record<string, string>; problem?: string; namesake?: DeskWork }>({})
  const [isMaking, make] = useTransition()
  const credits = useMemo(() => parseCredits(text, kind), [text, kind])
  const isReadable = credits.every(({ read }) => read.ok)
  const submit = (isAnother: boolean) =>
    make(async () => {
      const typed = credits.flatMap(({ read }) => (read.ok ? read.credits : []))
      const outcome = await actions
        .createWork({
          kind,
          title,
          released: released.trim(),
          parentId: parent?.id ?? null,
          number: number.trim() === '' ? null : Number(number),
          // Nothing is said of somebody who has not been looked up yet: the dialog may be done before the look-up is.
          credits: typed.map(credit => ({ ...credit, personId: people[personKey(credit.name)] })),
          isAnother,
        })
        .catch(() => ({
          ok: false as const,
          problem: 'The work was not made: the server did not answer. What you typed is still here.',
        }))
      if (!outcome.ok) return setRefusal(outcome)
      onMade(outcome.work)
      onClose()
    })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (isReadable) submit(false)
  }
  const fields = refusal.fields ?? {}
  return (
    <form className={styles.form} onSubmit={send}>
      <div className={styles.row}>
        <Select
          label="Kind"
          value={kind}
          onChange={event => setKind(workKinds.find(known => known === event.target.value) ?? 'film')}
          options={workKinds.map(value => ({ value, label: kindName(value) }))}
        />
        <TextField
          label="Title"
          value={title}
          required
          maxLength={200}
          onChange={event => setTitle(event.target.value)}
          error={fields.title}
          autoFocus
        />
        <TextField
          label="Came out"
          value={released}
          placeholder="2013 or 2013-12-18"
          onChange={event => setReleased(event.target.value)}
          error={fields.released}
        />
      </div>
      {needsParent(kind) && (
        <div className={styles.row}>
          <ComboBox
            label="Part of"
            value={parent}
            error={fields.parentId}
            onChange={setParent}
            load={async (query, signal) =>
              (await findSeries(query, signal)).map(work => ({ id: work.id, name: work.title, detail: detailOf(work) }))
            }
          />
          <TextField
            label="Number"
            value={number}
            inputMode="numeric"
            onChange={event => setNumber(event.target.value)}
            error={fields.number}
          />
        </div>
      )}
      <CreditsField
        kind={kind}
        text={text}
        onText={setText}
        credits={credits}
        people={people}
        onPeople={setPeople}
        error={fields.credits}
      />
      {refusal.problem && <Notice tone="problem">{refusal.problem}</Notice>}
      {refusal.namesake ? (
        <Namesake
          work={refusal.namesake}
          isMaking={isMaking}
          onUse={work => {
            onMade(work)
            onClose()
          }}
          onAnother={() => submit(true)}
        />
      ) : (
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={isMaking && 'Making it…'} isDisabled={!isReadable}>
            Make the work
          </Button>
        </DialogActions>
      )}
    </form>
  )
}

function Namesake({
  work,
  isMaking,
  onUse,
  onAnother,
}: {
  work: DeskWork
  isMaking: boolean
  onUse: (work: DeskWork) => void
  onAnother: () => void
}) {
  return (
    <Notice
      tone="problem"
      title={`“${work.title}” is here already`}
      actions={
        <>
          <Button variant="primary" onPress={() => onUse(work)}>
            Use it
          </Button>
          <Button pending={isMaking && 'Making it…'} onPress={onAnother}>
            Mine is another one
          </Button>
        </>
      }
    >
      <p>{detailOf(work)}</p>
    </Notice>
  )
}
