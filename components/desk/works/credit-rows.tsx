'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { focusRow, MoveHandle, moved } from '#components/ui/move-handle.tsx'
import { Select } from '#components/ui/select.tsx'
import { readCredits } from '#lib/works/typed-credits.ts'
import type { ContentCredit } from '#lib/works/work-content.ts'
import { creditRoles, roleName } from '#lib/works/works.ts'
import type { WorkFieldsProps } from './fact-fields.tsx'
import { isAsked, type PersonChoices, personKey, TypedCreditsField, usePeople } from './typed-credits-field.tsx'
import styles from './work-form.module.css'

type Props = WorkFieldsProps & { onPending: (problem: string, is: boolean) => void }

const roles = creditRoles.map(role => ({ value: role, label: roleName(role) }))
const notAdded = 'There are credits that you have typed and not added. Add them, or take the text away.'

/** Who made it, in the order of billing: moved by drag and by arrow keys, and added as they are written down. */
export function CreditRows({ draft: { credits, kind }, set, problems, mayEdit, onPending }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const change = (at: number, part: Partial<ContentCredit>) =>
    set({ credits: credits.map((credit, index) => (index === at ? { ...credit, ...part } : credit)) })
  return (
    <>
      {credits.length > 0 && (
        <ol className={styles.rows} ref={list} aria-label="Credits in order">
          {keyed(credits).map(({ key, credit }, index) => (
            <li key={key} className={styles.credit}>
              {mayEdit ? (
                <MoveHandle
                  name={`${credit.name}, ${roleName(credit.role).toLowerCase()}`}
                  index={index}
                  count={credits.length}
                  onMove={to => set({ credits: moved(credits, index, to) })}
                />
              ) : (
                <span />
              )}
              <div className={styles.creditWords}>
                <span className={styles.creditName}>
                  <bdi>{credit.name}</bdi> {credit.personId === null && <small>New here</small>}
                </span>
                <Select
                  label={`What ${credit.name} did`}
                  hideLabel
                  value={credit.role}
                  disabled={!mayEdit}
                  options={roles}
                  onChange={event =>
                    change(index, { role: creditRoles.find(each => each === event.target.value) ?? credit.role })
                  }
                />
                <TextField
                  label={`As whom ${credit.name} appears`}
                  hideLabel
                  dir="auto"
                  placeholder={credit.role === 'actor' || credit.role === 'voice' ? 'Character' : 'As'}
                  maxLength={120}
                  readOnly={!mayEdit}
                  value={credit.character ?? ''}
                  onChange={event => change(index, { character: event.target.value || null })}
                />
              </div>
              {mayEdit && (
                <Button
                  variant="quiet"
                  size="small"
                  isIcon
                  aria-label={`Take away ${credit.name}, ${roleName(credit.role).toLowerCase()}`}
                  onPress={() => {
                    set({ credits: credits.filter((_, at) => at !== index) })
                    focusRow(list.current, index)
                  }}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {problems.credits && <p className={styles.problem}>{problems.credits}</p>}
      {mayEdit && (
        <CreditAdder
          kind={kind}
          onPending={is => onPending(notAdded, is)}
          onAdd={added => set({ credits: [...credits, ...added] })}
        />
      )}
    </>
  )
}

function CreditAdder({
  kind,
  onAdd,
  onPending,
}: {
  kind: WorkFieldsProps['draft']['kind']
  onAdd: (credits: ContentCredit[]) => void
  onPending: (is: boolean) => void
}) {
  const [text, setText] = useState('')
  const [choices, setChoices] = useState<PersonChoices>({})
  const credits = useMemo(() => readCredits(text, kind), [text, kind])
  const known = usePeople(credits.lines)
  const isPending = text.trim() !== ''
  useEffect(() => onPending(isPending))
  const read = credits.lines.flatMap(({ read: line }) => (line.ok ? line.credits : []))
  // Until everybody is looked up, somebody who is known here would be added as somebody new.
  const isReady =
    read.length > 0 &&
    credits.lines.every(({ read: line }) => line.ok) &&
    read.every(({ name }) => personKey(name) in known && !isAsked(name, known, choices))
  const add = () => {
    onAdd(
      read.map(credit => {
        const key = personKey(credit.name)
        const [person] = known[key] ?? []
        const personId = key in choices ? (choices[key] ?? null) : (person?.id ?? null)
        const chosen = known[key]?.find(each => each.id === personId)
        return { ...credit, personId, name: chosen?.name ?? credit.name }
      }),
    )
    setText('')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter adds what is typed in the field inside
    <div
      className={styles.credits}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isReady) return
        event.preventDefault()
        add()
      }}
    >
      <TypedCreditsField
        label="Add credits, one to a line"
        text={text}
        onText={setText}
        credits={credits}
        {...{ known, choices, onChoices: setChoices }}
      />
      <div className={styles.buttons}>
        <Button size="small" isDisabled={!isReady} onPress={add}>
          <Icon name="plus" /> {read.length > 1 ? `Add these ${read.length}` : 'Add this credit'}
        </Button>
      </div>
    </div>
  )
}

/** A row keeps its element, and so its focus, when it is moved. */
function keyed(credits: ContentCredit[]): { key: string; credit: ContentCredit }[] {
  const seen = new Map<string, number>()
  return credits.map(credit => {
    const name = credit.personId ?? credit.name
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { key: `${name} ${count}`, credit }
  })
}
