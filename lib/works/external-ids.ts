import { readIsbn } from './isbn.ts'
import { aKind, type WorkKind } from './works.ts'

// What works and people are called in other catalogues: how such a name is typed or pasted, what form it has, and where it leads.

export const idSchemes = ['imdb', 'tmdb', 'wikidata', 'isbn', 'musicbrainz', 'igdb'] as const
export type IdScheme = (typeof idSchemes)[number]

export interface ExternalId {
  scheme: IdScheme
  value: string
}

/** What a catalogue names: a work of some kind, or somebody. */
export type IdSubject = WorkKind | 'person' | 'group'

export type ReadId = { ok: true; id: ExternalId } | { ok: false; problem: string }

const names: Record<IdScheme, string> = {
  imdb: 'IMDb',
  tmdb: 'TMDB',
  wikidata: 'Wikidata',
  isbn: 'ISBN',
  musicbrainz: 'MusicBrainz',
  igdb: 'IGDB',
}

/** Which kinds each catalogue has an entry for. */
const subjects: Record<IdScheme, readonly IdSubject[] | 'all'> = {
  imdb: ['film', 'series', 'episode', 'game', 'podcast', 'person', 'group'],
  tmdb: ['film', 'series', 'season', 'episode', 'person', 'group'],
  wikidata: 'all',
  isbn: ['book'],
  musicbrainz: ['album', 'track', 'person', 'group'],
  igdb: ['game'],
}

/** "IMDb" */
export function schemeName(scheme: IdScheme): string {
  return names[scheme]
}

/** The catalogues that have an entry for this kind of thing. */
export function schemesFor(subject: IdSubject): IdScheme[] {
  return idSchemes.filter(scheme => subjects[scheme] === 'all' || subjects[scheme].includes(subject))
}

/**
 * Reads what somebody typed or pasted, an id or the address of its page, as a name of this kind of thing: "tt1798709",
 * "https://www.imdb.com/title/tt1798709/", "Q788822", "0-571-36487-X". Values are written in one way only, so that one thing is
 * never named twice: TMDB's numbers count films and series apart, so theirs say which (`movie-152601`, `tv-95396-season-1`).
 * Refused, with what to do: what is no id of a known catalogue, one with a wrong check digit, and one of another kind of thing.
 */
export function readExternalId(typed: string, subject: IdSubject): ReadId {
  const text = typed.normalize('NFKC').trim()
  const read = text.length > 500 ? null : (fromAddress(text) ?? fromText(text, subject))
  if (!read) return refused(nothingRead(text, subject))
  if ('problem' in read) return refused(read.problem)
  const problem = formProblem(read, subject)
  return problem ? refused(problem) : { ok: true, id: read }
}

/** Why an id is not one of this kind of thing; null when it is. Checks the form that is stored, not what people type. */
export function formProblem({ scheme, value }: ExternalId, subject: IdSubject): string | null {
  const thing = nounOf(subject)
  if (!schemesFor(subject).includes(scheme)) return `${schemeName(scheme)} has no entry for ${thing}.`
  const isSomebody = subject === 'person' || subject === 'group'
  const forms: Record<IdScheme, [form: RegExp, problem: string]> = {
    imdb: [
      isSomebody ? /^nm\d{7,9}$/ : /^tt\d{7,9}$/,
      `An IMDb id of ${thing} is ${isSomebody ? 'nm' : 'tt'} and seven to nine digits, such as ${isSomebody ? 'nm0424060' : 'tt1798709'}.`,
    ],
    tmdb: [tmdbForm(subject), `This TMDB id is not one of ${thing}. Paste the address of its page on themoviedb.org.`],
    wikidata: [/^Q[1-9]\d{0,11}$/, 'A Wikidata id is Q and a number, such as Q788822.'],
    isbn: [/^97[89]\d{10}$/, 'An ISBN has thirteen digits, or ten in older books.'],
    musicbrainz: [
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'A MusicBrainz id is a code such as 8c4d3b5e-0000-4000-8000-000000000000. Paste the address of the page.',
    ],
    igdb: [/^[a-z0-9]+(-+[a-z0-9]+)*$/, 'An IGDB id is the last part of the game’s address, such as outer-wilds.'],
  }
  const [form, problem] = forms[scheme]
  if (!form.test(value)) return problem
  return scheme === 'isbn' && readIsbn(value) !== value ? wrongCheckDigit : null
}

const wrongCheckDigit = 'The last digit of this ISBN does not fit the others: one of them is mistyped.'

/**
 * The addresses that name the same thing elsewhere, for links and for schema.org's `sameAs`, in the order of `idSchemes`. An ISBN has
 * no address and becomes `urn:isbn:…` (RFC 8254).
 */
export function sameAs(subject: IdSubject, ids: readonly { scheme: string; value: string }[]): string[] {
  return elsewhere(subject, ids).map(({ url }) => url)
}

/** The same as links with the catalogue's name. */
export function elsewhere(
  subject: IdSubject,
  ids: readonly { scheme: string; value: string }[],
): { name: string; value: string; url: string }[] {
  return idSchemes.flatMap(scheme =>
    ids
      .filter(id => id.scheme === scheme)
      .map(({ value }) => ({ name: schemeName(scheme), value, url: urlOf(scheme, value, subject) })),
  )
}

function urlOf(scheme: IdScheme, value: string, subject: IdSubject): string {
  const isSomebody = subject === 'person' || subject === 'group'
  switch (scheme) {
    case 'imdb':
      return `https://www.imdb.com/${value.startsWith('nm') ? 'name' : 'title'}/${value}/`
    case 'tmdb':
      return `https://www.themoviedb.org/${(/^\d+$/.test(value) ? `${tmdbWord(subject)}-${value}` : value).replaceAll('-', '/')}`
    case 'wikidata':
      return `https://www.wikidata.org/entity/${value}`
    case 'isbn':
      return `urn:isbn:${value}`
    case 'musicbrainz':
      return `https://musicbrainz.org/${isSomebody ? 'artist' : subject === 'track' ? 'recording' : 'release-group'}/${value}`
    case 'igdb':
      return `https://www.igdb.com/games/${value}`
  }
}

type Read = ExternalId | { problem: string } | null

/** What the address of a catalogue's page names; null for anything else. */
function fromAddress(text: string): Read {
  const address = /^(?:https?:\/\/)?([a-z0-9.-]+\.[a-z]{2,})\/(.+)$/i.exec(text)
  if (!address?.[1] || address[2] === undefined) return null
  const host = address[1].toLowerCase().replace(/^(www|m|beta|[a-z]{2})\./, '')
  const path = decoded(address[2]).split(/[?#]/)[0] ?? ''
  if (host === 'imdb.com') return found('imdb', /(?:^|\/)((?:tt|nm)\d+)(?:\/|$)/.exec(path)?.[1])
  if (host === 'wikidata.org') return found('wikidata', /(?:^|[/:])(q\d+)(?:\/|$)/i.exec(path)?.[1]?.toUpperCase())
  if (host === 'themoviedb.org') {
    const part = /^(movie|tv|person)\/(\d+)[^/]*(\/season\/\d+(?:\/episode\/\d+)?)?/.exec(path)
    return found('tmdb', part?.[1] && `${part[1]}-${part[2]}${(part[3] ?? '').replaceAll('/', '-')}`)
  }
  if (host === 'musicbrainz.org') {
    const [, entity = '', id] = /^(?:ws\/2\/)?([a-z-]+)\/([0-9a-f-]{36})(?:\/|$)/i.exec(path) ?? []
    if (entity === 'release')
      return {
        problem:
          'This is one release of it. Paste the address of its release group, which stands above the title there.',
      }
    return ['release-group', 'recording', 'artist'].includes(entity) ? found('musicbrainz', id?.toLowerCase()) : null
  }
  if (host === 'igdb.com') return found('igdb', /^games\/([a-z0-9-]+)/.exec(path)?.[1])
  return null
}

/** What an id alone names; a bare number or slug only where the kind of thing leaves no doubt. */
function fromText(text: string, subject: IdSubject): Read {
  if (/^(tt|nm)\d+$/i.test(text)) return found('imdb', text.toLowerCase())
  if (/^q\d+$/i.test(text)) return found('wikidata', text.toUpperCase())
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return found('musicbrainz', text.toLowerCase())
  if (/^(movie|tv|person)-\d+/.test(text)) return found('tmdb', text)
  const isbn = readIsbn(text)
  if (isbn) return found('isbn', isbn)
  if (subject === 'book' && /^[\d\sX-]{10,17}$/i.test(text)) return { problem: wrongCheckDigit }
  const word = tmdbWord(subject)
  if (/^\d{1,9}$/.test(text) && word && schemesFor(subject).includes('tmdb')) return found('tmdb', `${word}-${text}`)
  return subject === 'game' && /^[a-z0-9]+(-+[a-z0-9]+)+$/.test(text) ? found('igdb', text) : null
}

/** The word before a number of TMDB's; null where a number alone does not say enough. */
function tmdbWord(subject: IdSubject): string | null {
  if (subject === 'film') return 'movie'
  if (subject === 'series') return 'tv'
  return subject === 'person' || subject === 'group' ? 'person' : null
}

function tmdbForm(subject: IdSubject): RegExp {
  if (subject === 'season') return /^tv-\d{1,9}-season-\d{1,4}$/
  if (subject === 'episode') return /^tv-\d{1,9}-season-\d{1,4}-episode-\d{1,5}$/
  if (subject === 'series') return /^tv-\d{1,9}$/
  return subject === 'film' ? /^movie-\d{1,9}$/ : /^person-\d{1,9}$/
}

function nothingRead(text: string, subject: IdSubject): string {
  const known = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(schemesFor(subject).map(schemeName))
  return text === ''
    ? `Paste an id, or the address of a page, of ${known}.`
    : `“${text.slice(0, 60)}” is no id of ${known}. Paste the address of the page there.`
}

/** "a film", "an album", "a person" */
function nounOf(subject: IdSubject): string {
  return subject === 'person' || subject === 'group' ? `a ${subject}` : aKind(subject)
}

function found(scheme: IdScheme, value: string | undefined | ''): ExternalId | null {
  return value ? { scheme, value } : null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function refused(problem: string): ReadId {
  return { ok: false, problem }
}
