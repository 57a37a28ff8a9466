'use client'
import { useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/choice.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { LibraryPicture } from '#lib/media/library.ts'
import { AltHelp } from './alt-help.tsx'
import { LicenceFields } from './licence-fields.tsx'
import { noAnswer, type PictureActions, type PictureChange } from './media-actions.ts'
import { pictureName } from './picture-words.ts'
import styles from './words-form.module.css'

const names = ['title', 'alt', 'isDecorative', 'caption', 'credit', 'licence', 'licenceUrl'] as const
type Words = Pick<LibraryPicture, (typeof names)[number]>

/** What is said of a picture wherever it is shown; saved whole. */
export function WordsForm({
  picture,
  mayEdit,
  actions,
  onSaved,
}: {
  picture: LibraryPicture
  mayEdit: boolean
  actions: Pick<PictureActions, 'describe'>
  onSaved: (picture: LibraryPicture) => void
}) {
  // Only what was typed is held here: the rest follows the picture, also when somebody else changes it meanwhile.
  const [own, setOwn] = useState<Partial<Words>>({})
  const [answer, setAnswer] = useState<PictureChange | null>(null)
  const [seen, setSeen] = useState<Words>(() => wordsOf(picture))
  const words: Words = { ...wordsOf(picture), ...own }
  const [isSaving, start] = useTransition()
  const readOnly = !mayEdit
  const problems = answer && !answer.ok ? (answer.fields ?? {}) : {}
  const set = (patch: Partial<Words>) => {
    setOwn(before => ({ ...before, ...patch }))
    setAnswer(null)
  }
  const save = () =>
    start(async () => {
      setSeen(wordsOf(picture))
      const input = { id: picture.id, version: picture.version, ...words }
      const outcome = await actions.describe(input).catch(() => noAnswer)
      setAnswer(outcome)
      if (outcome.picture) onSaved(outcome.picture)
      if (outcome.ok) setOwn({})
    })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <TextArea
        label="Description"
        description={
          words.isDecorative
            ? 'Kept, and not read out while the picture is decorative.'
            : 'For readers who do not see it: what is in the picture.'
        }
        dir="auto"
        maxLength={1_000}
        readOnly={readOnly}
        value={words.alt}
        error={problems.alt}
        onChange={event => set({ alt: event.target.value })}
      />
      <Checkbox
        label="Decorative"
        description="It says nothing that the text does not, so screen readers pass over it."
        checked={words.isDecorative}
        disabled={readOnly}
        onChange={event => set({ isDecorative: event.target.checked })}
      />
      <AltHelp />
      <TextField
        label="Caption"
        description="Under the picture, for everybody. A review can have one of its own."
        dir="auto"
        maxLength={1_000}
        readOnly={readOnly}
        value={words.caption}
        error={problems.caption}
        onChange={event => set({ caption: event.target.value })}
      />
      <TextField
        label="Credit"
        description="Who made it, or whose it is: “Hoyte van Hoytema / Annapurna”."
        dir="auto"
        maxLength={300}
        readOnly={readOnly}
        value={words.credit}
        error={problems.credit}
        onChange={event => set({ credit: event.target.value })}
      />
      <LicenceFields {...{ words, problems, readOnly, set }} />
      <TextField
        label="Name in the library"
        placeholder={pictureName({ title: '', name: picture.name })}
        description="Only the desk sees it."
        dir="auto"
        maxLength={300}
        readOnly={readOnly}
        value={words.title}
        error={problems.title}
        onChange={event => set({ title: event.target.value })}
      />
      <Refused answer={answer} own={own} seen={seen} onTake={() => setOwn({})} />
      {mayEdit && (
        <div className={styles.end}>
          <Button type="submit" variant="primary" pending={isSaving && 'Saving…'}>
            Save the words
          </Button>
          <span role="status">{answer?.ok ? 'Saved.' : ''}</span>
        </div>
      )}
    </form>
  )
}

/** Why it was not saved. When somebody was quicker, what they wrote stands here beside what was typed, which stays. */
function Refused({
  answer,
  own,
  seen,
  onTake,
}: {
  answer: PictureChange | null
  own: Partial<Words>
  seen: Words
  onTake: () => void
}) {
  if (!answer || answer.ok) return null
  const { picture, problem } = answer
  if (!picture) return <Notice tone="problem">{problem}</Notice>
  const changed = names.filter(name => picture[name] !== seen[name])
  const isInTheWay = (name: (typeof names)[number]) => own[name] !== undefined && own[name] !== picture[name]
  return (
    <Notice
      tone="problem"
      title="Somebody changed this picture while you wrote."
      actions={
        changed.some(isInTheWay) && (
          <Button size="small" onPress={onTake}>
            Take theirs instead
          </Button>
        )
      }
    >
      <p>What you typed is still here. Look at what they changed, then save again:</p>
      <ul>
        {changed.map(name => (
          <li key={name}>
            {labels[name]}: {textOf(picture[name])}
            {isInTheWay(name) && ' (saving puts yours in its place)'}
          </li>
        ))}
        {changed.length === 0 && <li>How it is cropped, or its file.</li>}
      </ul>
    </Notice>
  )
}

function textOf(value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === '' ? 'empty' : `“${value}”`
}

const labels: Record<(typeof names)[number], string> = {
  ...{ title: 'Name', alt: 'Description', isDecorative: 'Decorative', caption: 'Caption', credit: 'Credit' },
  ...{ licence: 'Licence', licenceUrl: 'Address of the licence' },
}

function wordsOf({ title, alt, isDecorative, caption, credit, licence, licenceUrl }: LibraryPicture): Words {
  return { title, alt, isDecorative, caption, credit, licence, licenceUrl }
}
