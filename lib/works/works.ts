/** The kinds of work that can be reviewed, as the database names them. */
export const workKinds = [
  'film',
  'series',
  'season',
  'episode',
  'album',
  'track',
  'book',
  'game',
  'podcast',
  'play',
  'exhibition',
  'app',
  'product',
  'restaurant',
] as const
export type WorkKind = (typeof workKinds)[number]

/** Roles of a credit, in the order in which a page names them. */
export const creditRoles = [
  'director',
  'writer',
  'creator',
  'author',
  'playwright',
  'performer',
  'developer',
  'designer',
  'artist',
  'host',
  'narrator',
  'actor',
  'voice',
  'musician',
  'producer',
  'composer',
  'cinematographer',
  'editor',
  'choreographer',
  'curator',
  'illustrator',
  'publisher',
] as const
export type CreditRole = (typeof creditRoles)[number]

const kindNames: Record<WorkKind, [singular: string, plural: string]> = {
  film: ['Film', 'Films'],
  series: ['Series', 'Series'],
  season: ['Season', 'Seasons'],
  episode: ['Episode', 'Episodes'],
  album: ['Album', 'Albums'],
  track: ['Track', 'Tracks'],
  book: ['Book', 'Books'],
  game: ['Game', 'Games'],
  podcast: ['Podcast', 'Podcasts'],
  play: ['Play', 'Plays'],
  exhibition: ['Exhibition', 'Exhibitions'],
  app: ['App', 'Apps'],
  product: ['Product', 'Products'],
  restaurant: ['Restaurant', 'Restaurants'],
}

const roleNames: Record<CreditRole, { noun: string; line: string }> = {
  director: { noun: 'Director', line: 'Directed by' },
  writer: { noun: 'Writer', line: 'Written by' },
  creator: { noun: 'Creator', line: 'Created by' },
  author: { noun: 'Author', line: 'By' },
  playwright: { noun: 'Playwright', line: 'By' },
  performer: { noun: 'Performer', line: 'By' },
  developer: { noun: 'Developer', line: 'Developed by' },
  designer: { noun: 'Designer', line: 'Designed by' },
  artist: { noun: 'Artist', line: 'By' },
  host: { noun: 'Host', line: 'Hosted by' },
  narrator: { noun: 'Narrator', line: 'Narrated by' },
  actor: { noun: 'Actor', line: 'With' },
  voice: { noun: 'Voice', line: 'With the voice of' },
  musician: { noun: 'Musician', line: 'Played by' },
  producer: { noun: 'Producer', line: 'Produced by' },
  composer: { noun: 'Composer', line: 'Music by' },
  cinematographer: { noun: 'Cinematographer', line: 'Photographed by' },
  editor: { noun: 'Editor', line: 'Edited by' },
  choreographer: { noun: 'Choreographer', line: 'Choreographed by' },
  curator: { noun: 'Curator', line: 'Curated by' },
  illustrator: { noun: 'Illustrator', line: 'Illustrated by' },
  publisher: { noun: 'Publisher', line: 'Published by' },
}

/** "Film", or "Films" for a heading over several. */
export function kindName(kind: WorkKind, count = 1): string {
  return kindNames[kind][count === 1 ? 0 : 1]
}

/** What a work of this kind can be part of, as the database holds it; null where anything will do. */
export function parentKindsOf(kind: WorkKind): readonly WorkKind[] | null {
  return parentKinds[kind] ?? null
}

const parentKinds: Partial<Record<WorkKind, readonly WorkKind[]>> = {
  season: ['series'],
  episode: ['series', 'season', 'podcast'],
  track: ['album'],
}

/** What a work of this kind is usually made of; null where it has no parts. */
export function partKindOf(kind: WorkKind): WorkKind | null {
  return partKinds[kind] ?? null
}

const partKinds: Partial<Record<WorkKind, WorkKind>> = {
  series: 'season',
  season: 'episode',
  podcast: 'episode',
  album: 'track',
}

/** "A season is part of a series, not of a film."; null when the one can be part of the other. */
export function parentProblem(kind: WorkKind, parent: WorkKind): string | null {
  const fitting = parentKindsOf(kind)
  if (!fitting || fitting.includes(parent)) return null
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(fitting.map(each => aKind(each)))
  return `${aKind(kind, true)} is part of ${list}, not of ${aKind(parent)}.`
}

/** "a film", "An episode" */
export function aKind(kind: WorkKind, isFirst = false): string {
  const noun = kindName(kind).toLowerCase()
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a'
  return `${isFirst ? article.replace('a', 'A') : article} ${noun}`
}

/** "Severance: Season 1": the title of a part with that of the whole before it, unless it begins with it. */
export function titleWithin(whole: string | null | undefined, title: string): string {
  return whole && !title.startsWith(whole) ? `${whole}: ${title}` : title
}

/** "Director". */
export function roleName(role: CreditRole): string {
  return roleNames[role].noun
}

export interface WorkRef {
  id: string
  kind: WorkKind
  title: string
  year: number | null
  /** `null` while nothing about the work is published: it has no page then. */
  path: string | null
  /** What it is a part of, by its own title; only where it is one. */
  partOf?: { kind: WorkKind; title: string }
}

export interface CreditLine {
  role: CreditRole
  /** "Directed by" */
  label: string
  people: { id: string; kind: 'person' | 'group'; name: string; character: string | null; path: string | null }[]
}

interface CreditLike {
  role: CreditRole
  character: string | null
  person: { id: string; kind: 'person' | 'group'; name: string; path: string | null }
}

/** Credits in billing order, gathered by role: one line per role, roles in the order of `creditRoles`. */
export function creditLines(credits: CreditLike[]): CreditLine[] {
  return creditRoles.flatMap(role => {
    const people = credits
      .filter(credit => credit.role === role)
      .map(({ person, character }) => ({ ...person, character }))
    return people.length > 0 ? [{ role, label: roleNames[role].line, people }] : []
  })
}

/** "Directed by Spike Jonze. With Joaquin Phoenix, Amy Adams and Rooney Mara." The first `most` names of each of the first four roles. */
export function creditsSentence(lines: CreditLine[], most = 4): string {
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
  return lines
    .slice(0, 4)
    .map(line => `${line.label} ${list.format(line.people.slice(0, most).map(person => person.name))}.`)
    .join(' ')
}

/** A release date as precise as is known. `day` needs `month`, `month` needs `year`. */
export interface PartialDate {
  year: number | null
  month: number | null
  day: number | null
}

/** ISO 8601 with reduced precision: "2013", "2013-12", "2013-12-18"; null when nothing is known. */
export function partialIso({ year, month, day }: PartialDate): string | null {
  if (year === null) return null
  const parts = [String(year).padStart(4, '0')]
  if (month !== null) parts.push(String(month).padStart(2, '0'))
  if (month !== null && day !== null) parts.push(String(day).padStart(2, '0'))
  return parts.join('-')
}

/** "18 December 2013", "December 2013" or "2013". */
export function partialDateText(date: PartialDate, locale = 'en-GB'): string {
  if (date.year === null) return ''
  const at = new Date(Date.UTC(2000, (date.month ?? 1) - 1, date.day ?? 1))
  at.setUTCFullYear(date.year)
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(date.month === null ? {} : { month: 'long' }),
    ...(date.month === null || date.day === null ? {} : { day: 'numeric' }),
  }).format(at)
}

/** Reads "2013", "2013-12" or "2013-12-18"; null when it is none of these or not a date that exists. */
export function parsePartialDate(text: string): PartialDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim())
  if (!match) return null
  const [year = 0, month = null, day = null] = match.slice(1).map(part => (part === undefined ? null : Number(part)))
  if (year === null || year < 1) return null
  const last = month === null ? 31 : new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month !== null && (month < 1 || month > 12)) return null
  if (day !== null && (day < 1 || day > last)) return null
  return { year, month, day }
}

/** The same words without accents, in lower case: what sort titles are made of, and compared in. */
export function plainTitle(title: string): string {
  return title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

/** What a title is sorted by: without its article, without accents, in lower case. "The Bear" → "bear". */
export function sortTitle(title: string): string {
  const plain = plainTitle(title)
  return plain.replace(/^(the|a|an)\s+(?=\S)/, '').replace(/^[^\p{L}\p{N}]+/u, '') || plain
}
