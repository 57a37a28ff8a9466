import type { CreditRole, WorkKind } from './works.ts'

// Works and people as the desk finds and chooses them. Plain data: it crosses to the browser.

export interface DeskWork {
  id: string
  kind: WorkKind
  /** With the title of its series: "Severance: Season 1". */
  title: string
  year: number | null
  /** "Spike Jonze": whoever tells it from others of its title. */
  makers: string
  slug: string
}

export interface DeskPerson {
  id: string
  name: string
  /** "Her, Where the Wild Things Are": what they are known here for. */
  knownFor: string
}

/** What `@` offers while writing. */
export interface MentionChoice {
  kind: 'work' | 'person'
  id: string
  label: string
  /** "Film, 2013, Spike Jonze" */
  detail: string
}

/** A credit as typed and understood: what a new work is made with. */
export interface TypedCredit {
  name: string
  role: CreditRole
  character: string | null
}
