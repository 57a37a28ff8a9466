'use client'
import { useEffect, useState } from 'react'
import { recognise } from '#components/desk/editor/desk-client.ts'
import { TextArea } from '#components/ui/text-area.tsx'
import type { DeskPerson } from '#lib/works/desk-works.ts'
import type { ReadCredit, TypedCredits } from '#lib/works/typed-credits.ts'
import { roleName } from '#lib/works/works.ts'
import styles from './new-work.module.css'

/** Who is meant by a name, by `personKey`, where somebody has said it: an id, or null for somebody new. */
export type PersonChoices = Record<string, string | null>
/** Who is known by a name, by `personKey`; a name that is missing has not been looked up yet. */
export type KnownPeople = Record<string, DeskPerson[]>

export interface TypedCreditsFieldProps {
  label?: string
  text: string
  onText: (text: string) => void
  credits: TypedCredits
  known: KnownPeople
  choices: PersonChoices
  onChoices: (choices: PersonChoices) => void
  error?: string
}

/** The same name in whatever case is the same question. */
export function personKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Whether several are known by this name, and nobody has said yet who is meant. */
export function isAsked(name: string, known: KnownPeople, choices: PersonChoices): boolean {
  const key = personKey(name)
  return (known[key]?.length ?? 0) > 1 && !(key in choices)
}

/** Credits as lines, with what was understood of each beside it, and who of them is known here. */
export function TypedCreditsField({
  label,
  text,
  onText,
  credits,
  known,
  choices,
  onChoices,
  error,
}: TypedCreditsFieldProps) {
  return (
    <div className={styles.credits}>
      <TextArea
        label={label ?? 'Who made it, one to a line'}
        name="credits"
        rows={5}
        value={text}
        dir="auto"
        onChange={event => onText(event.target.value)}
        placeholder={'Spike Jonze, writer and director\nScarlett Johansson, voice, Samantha\nMusic by Arcade Fire'}
        error={credits.problem ?? error}
        spellCheck={false}
      />
      <div>
        <p className={styles.understoodTitle} id="understood">
          Understood
        </p>
        <ol className={styles.understood} aria-labelledby="understood" aria-live="polite">
          {credits.lines.length === 0 && (
            <li className={styles.nothing}>
              {credits.problem ? 'Too much at once.' : 'Nothing yet. “Spike Jonze, director” is enough.'}
            </li>
          )}
          {credits.lines.map(({ line, read }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <li key={`${line}-${index}`} data-problem={!read.ok || undefined}>
              {read.ok ? <Understood credits={read.credits} {...{ known, choices, onChoices }} /> : read.problem}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

function Understood({
  credits,
  known,
  choices,
  onChoices,
}: { credits: Extract<ReadCredit, { ok: true }>['credits'] } & Pick<
  TypedCreditsFieldProps,
  'known' | 'choices' | 'onChoices'
>) {
  const [first] = credits
  if (!first) return null
  const key = personKey(first.name)
  const people = known[key] ?? []
  const asked = isAsked(first.name, known, choices)
  return (
    <>
      <strong dir="auto">{first.name}</strong>{' '}
      <span className={styles.roles}>{credits.map(({ role }) => roleName(role).toLowerCase()).join(', ')}</span>
      {first.character && (
        <em>
          {' '}
          as <bdi>{first.character}</bdi>
        </em>
      )}
      {key in known && people.length === 0 && <span className={styles.isNew}> New here</span>}
      {people.length > 0 && (
        <select
          aria-label={`Who ${first.name} is`}
          data-asked={asked || undefined}
          value={key in choices ? (choices[key] ?? 'new') : asked ? '' : (people[0]?.id ?? '')}
          onChange={event => onChoices({ ...choices, [key]: event.target.value === 'new' ? null : event.target.value })}
        >
          {asked && (
            <option value="" disabled>
              {people.length} are known by this name: which?
            </option>
          )}
          {people.map(person => (
            <option key={person.id} value={person.id}>
              {person.knownFor ? `Known here for ${person.knownFor}` : 'Known here'}
            </option>
          ))}
          <option value="new">Somebody else of this name</option>
        </select>
      )}
    </>
  )
}

/** Looks up who is known by the names that were typed, after a pause, each once. */
export function usePeople(lines: TypedCredits['lines']): KnownPeople {
  const [known, setKnown] = useState<KnownPeople>({})
  const names = [...new Set(lines.flatMap(({ read }) => (read.ok ? read.credits.map(({ name }) => name) : [])))].filter(
    name => !(personKey(name) in known),
  )
  // As many at a time as an address can carry.
  const asked = names.slice(0, 40).join('\n')
  useEffect(() => {
    if (asked === '') return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const found = await recognise(asked.split('\n'), controller.signal).catch(() => null)
      if (!found || controller.signal.aborted) return
      const byKey = new Map(Object.entries(found).map(([name, people]) => [personKey(name), people]))
      const answered = asked.split('\n').map(name => [personKey(name), byKey.get(personKey(name)) ?? []] as const)
      setKnown(before => ({ ...before, ...Object.fromEntries(answered) }))
    }, 250)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asked])
  return known
}
