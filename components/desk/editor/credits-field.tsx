'use client'
import { useEffect, useState } from 'react'
import { TextArea } from '#components/ui/text-area.tsx'
import type { DeskPerson } from '#lib/works/desk-works.ts'
import type { ReadCredit } from '#lib/works/typed-credits.ts'
import { roleName, type WorkKind } from '#lib/works/works.ts'
import { recognise } from './desk-client.ts'
import styles from './new-work-dialog.module.css'

/** Who is meant by a name, by `personKey`: an id, or null for somebody new. */
export type PersonChoices = Record<string, string | null>

export interface CreditsFieldProps {
  kind: WorkKind
  text: string
  onText: (text: string) => void
  credits: { line: string; read: ReadCredit }[]
  people: PersonChoices
  onPeople: (people: PersonChoices) => void
  error?: string
}

/** The same name in whatever case is the same question. */
export function personKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** Credits as lines, with what was understood of each beside it, and who of them is known here. */
export function CreditsField({ text, onText, credits, people, onPeople, error }: CreditsFieldProps) {
  const known = useKnownPeople(credits, people, onPeople)
  return (
    <div className={styles.credits}>
      <TextArea
        label="Who made it, one to a line"
        rows={5}
        value={text}
        onChange={event => onText(event.target.value)}
        placeholder={'Spike Jonze, writer and director\nScarlett Johansson, voice, Samantha\nMusic by Arcade Fire'}
        error={error}
        spellCheck={false}
      />
      <div>
        <p className={styles.understoodTitle} id="understood">
          Understood
        </p>
        <ol className={styles.understood} aria-labelledby="understood" aria-live="polite">
          {credits.length === 0 && <li className={styles.nothing}>Nothing yet</li>}
          {credits.map(({ line, read }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <li key={`${line}-${index}`} data-problem={!read.ok || undefined}>
              {read.ok ? (
                <Credit
                  credits={read.credits}
                  known={known[personKey(read.credits[0]?.name ?? '')] ?? []}
                  people={people}
                  onPeople={onPeople}
                />
              ) : (
                read.problem
              )}
            </li>
          ))}
        </ol>
      </div>
    </div>
  )
}

function Credit({
  credits,
  known,
  people,
  onPeople,
}: { credits: Extract<ReadCredit, { ok: true }>['credits']; known: DeskPerson[] } & Pick<
  CreditsFieldProps,
  'people' | 'onPeople'
>) {
  const [first] = credits
  if (!first) return null
  const key = personKey(first.name)
  return (
    <>
      <strong>{first.name}</strong>{' '}
      <span className={styles.roles}>{credits.map(({ role }) => roleName(role).toLowerCase()).join(', ')}</span>
      {first.character && <em> as {first.character}</em>}
      {known.length > 0 && (
        <select
          aria-label={`Who ${first.name} is`}
          value={people[key] ?? ''}
          onChange={event => onPeople({ ...people, [key]: event.target.value || null })}
        >
          {known.map(person => (
            <option key={person.id} value={person.id}>
              {person.knownFor ? `Known here for ${person.knownFor}` : 'Known here'}
            </option>
          ))}
          <option value="">Somebody else of this name</option>
        </select>
      )}
    </>
  )
}

/** Looks up who is known by the names that were typed; whoever is, is taken until somebody says otherwise. */
function useKnownPeople(
  credits: CreditsFieldProps['credits'],
  people: PersonChoices,
  onPeople: CreditsFieldProps['onPeople'],
): Record<string, DeskPerson[]> {
  const [known, setKnown] = useState<Record<string, DeskPerson[]>>({})
  const names = [
    ...new Set(credits.flatMap(({ read }) => (read.ok ? read.credits.map(({ name }) => name) : []))),
  ].filter(name => !(personKey(name) in known))
  const asked = names.join('\n')
  useEffect(() => {
    if (asked === '') return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const found = await recognise(asked.split('\n'), controller.signal).catch(() => null)
      if (!found || controller.signal.aborted) return
      const byKey = new Map(Object.entries(found).map(([name, persons]) => [personKey(name), persons]))
      const answered = asked.split('\n').map(name => [personKey(name), byKey.get(personKey(name)) ?? []] as const)
      setKnown(before => ({ ...before, ...Object.fromEntries(answered) }))
      const taken = answered.flatMap(([key, [person]]) =>
        person && !(key in people) ? [[key, person.id] as const] : [],
      )
      if (taken.length > 0) onPeople({ ...people, ...Object.fromEntries(taken) })
    }, 250)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asked, people, onPeople])
  return known
}
