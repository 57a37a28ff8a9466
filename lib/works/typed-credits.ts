import type { TypedCredit } from './desk-works.ts'
import { type CreditRole, creditRoles, roleName, type WorkKind } from './works.ts'

export type ReadCredit = { ok: true; credits: TypedCredit[] } | { ok: false; problem: string }

/** Words that people use for a role, besides its own name. */
const otherWords: Record<string, CreditRole> = {
  dir: 'director',
  directed: 'director',
  screenplay: 'writer',
  script: 'writer',
  written: 'writer',
  showrunner: 'creator',
  created: 'creator',
  novel: 'author',
  play: 'playwright',
  singer: 'performer',
  band: 'performer',
  performed: 'performer',
  studio: 'developer',
  developed: 'developer',
  designed: 'designer',
  'production designer': 'designer',
  painter: 'artist',
  sculptor: 'artist',
  presenter: 'host',
  hosted: 'host',
  narrated: 'narrator',
  actress: 'actor',
  cast: 'actor',
  star: 'actor',
  starring: 'actor',
  with: 'actor',
  'voice of': 'voice',
  'voice actor': 'voice',
  drums: 'musician',
  guitar: 'musician',
  produced: 'producer',
  music: 'composer',
  score: 'composer',
  composed: 'composer',
  photography: 'cinematographer',
  'director of photography': 'cinematographer',
  dop: 'cinematographer',
  camera: 'cinematographer',
  editing: 'editor',
  edited: 'editor',
  choreography: 'choreographer',
  curated: 'curator',
  illustrations: 'illustrator',
  illustrated: 'illustrator',
  published: 'publisher',
  label: 'publisher',
}

/** Whoever a name alone means, where there is no doubt. */
const usualRole: Partial<Record<WorkKind, CreditRole>> = {
  book: 'author',
  album: 'performer',
  track: 'performer',
  game: 'developer',
  app: 'developer',
  play: 'playwright',
  podcast: 'host',
  exhibition: 'artist',
}

/**
 * Reads a credit as it is typed, one to a line: "Spike Jonze, director", "Spike Jonze, writer and director", "Scarlett Johansson,
 * voice, Samantha", "Joaquin Phoenix as Theodore", "Music by Arcade Fire". A name alone is enough where the kind of work says what
 * its maker does. A refusal says what is missing, with the name that was understood.
 */
export function parseCreditLine(line: string, kind: WorkKind): ReadCredit {
  const typed = line.normalize('NFC').replace(/\s+/g, ' ').trim()
  const by = /^(.+?)(?: by |: )(.+)$/i.exec(typed)
  const roleFirst = by?.[1] ? rolesIn(by[1]) : null
  if (by?.[2] && roleFirst) return made(by[2], roleFirst, null)
  const as = /^([^,]+?) as (.+)$/i.exec(typed)
  if (as?.[1] && as[2]) return made(as[1], ['actor'], as[2])
  const [name = '', words, ...rest] = typed.split(/\s*[,–—]\s*/)
  if (words === undefined) {
    const usual = usualRole[kind]
    return usual ? made(name, [usual], null) : refused(`What did ${name} do? For example “${name}, director”.`)
  }
  const roles = rolesIn(words)
  if (!roles) return refused(`“${words}” is no role that is known here. Roles are ${roleList()}.`)
  return made(name, roles, rest.join(', ') || null)
}

/** Every line that says something, with what was understood of it. */
export function parseCredits(text: string, kind: WorkKind): { line: string; read: ReadCredit }[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ line: line.trim(), read: parseCreditLine(line, kind) }))
}

/** What was typed into a field for credits. */
export interface TypedCredits {
  lines: { line: string; read: ReadCredit }[]
  /** Why nothing of it was read: there is too much. */
  problem: string | null
}

/** The same within bounds: a whole cast list that was pasted by mistake is neither read nor drawn. */
export function readCredits(text: string, kind: WorkKind, most = 200): TypedCredits {
  const count = text.split('\n').filter(line => line.trim() !== '').length
  if (count > most || text.length > most * 400)
    return {
      lines: [],
      problem: `These are ${count.toLocaleString('en-GB')} lines. Give at most ${most}, the most important first.`,
    }
  return { lines: parseCredits(text, kind), problem: null }
}

/** The line that is read as this credit. */
export function creditText({ name, role, character }: TypedCredit): string {
  return [name, roleName(role).toLowerCase(), ...(character ? [character] : [])].join(', ')
}

function rolesIn(words: string): CreditRole[] | null {
  const whole = roleOf(words)
  if (whole) return [whole]
  const parts = words.split(/\s*(?:&|\/|\+|\band\b)\s*/i).map(roleOf)
  return parts.every(role => role !== null) && parts.length > 0 ? [...new Set(parts)] : null
}

function roleOf(words: string): CreditRole | null {
  const plain = words
    .toLowerCase()
    .replace(/[.()]/g, '')
    .replace(/^(the|a|an) /, '')
    .replace(/ by$/, '')
    .trim()
  const single = plain.replace(/s$/, '')
  return creditRoles.find(role => role === plain || role === single) ?? otherWords[plain] ?? otherWords[single] ?? null
}

function made(name: string, roles: CreditRole[], character: string | null): ReadCredit {
  const plain = name.trim()
  if (plain === '') return refused('Begin with the name.')
  if (plain.length > 120) return refused('A name has at most 120 characters.')
  return { ok: true, credits: roles.map(role => ({ name: plain, role, character })) }
}

function refused(problem: string): ReadCredit {
  return { ok: false, problem }
}

function roleList(): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(
    creditRoles.map(role => roleName(role).toLowerCase()),
  )
}
