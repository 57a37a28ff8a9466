import type { ExternalId } from './external-ids.ts'
import type { CreditRole, WorkKind } from './works.ts'

// What the desk edits of a work, as plain values: it crosses to the browser and back.

/** Dates are "2013", "2013-12", "2013-12-18" or empty; texts that are not known are empty. */
export interface WorkContent {
  kind: WorkKind
  title: string
  originalTitle: string
  /** Empty: made of the title. */
  sortTitle: string
  /** The last part of its address. */
  slug: string
  released: string
  parentId: string | null
  number: number | null
  /** ISO 639 and ISO 3166-1 codes: "yue", "HK". */
  language: string
  country: string
  genres: string[]
  platforms: string[]
  minutes: number | null
  pages: number | null
  publisher: string
  summary: string
  credits: ContentCredit[]
  externalIds: ExternalId[]
  editions: ContentEdition[]
  imageId: string | null
  imageAlt: string
  imageCredit: string
}

/** In billing order. Without a `personId` it is somebody new of the name. */
export interface ContentCredit {
  personId: string | null
  name: string
  role: CreditRole
  character: string | null
}

export interface ContentEdition {
  name: string
  format: string
  publisher: string
  released: string
  /** Thirteen digits, or empty. */
  isbn: string
}

export type WorkField = keyof WorkContent

const names: Record<WorkField, string> = {
  kind: 'kind',
  title: 'title',
  originalTitle: 'original title',
  sortTitle: 'sort title',
  slug: 'address',
  released: 'release date',
  parentId: 'what it is part of',
  number: 'number',
  language: 'language',
  country: 'country',
  genres: 'genres',
  platforms: 'platforms',
  minutes: 'length',
  pages: 'pages',
  publisher: 'publisher',
  summary: 'summary',
  credits: 'credits',
  externalIds: 'ids elsewhere',
  editions: 'editions',
  imageId: 'picture',
  imageAlt: 'description of the picture',
  imageCredit: 'credit of the picture',
}

export const workFields = Object.keys(names).filter((name): name is WorkField => name in names)

/** "Release date" */
export function workFieldName(field: WorkField): string {
  const name = names[field]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** "the title, the credits and the genres" */
export function fieldList(fields: readonly WorkField[]): string {
  const words = fields.map(field => (field === 'parentId' ? names[field] : `the ${names[field]}`))
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}

/** The fields in which two contents say different things. */
export function changedFields(a: WorkContent, b: WorkContent): WorkField[] {
  return workFields.filter(field => JSON.stringify(comparable(a, field)) !== JSON.stringify(comparable(b, field)))
}

/**
 * Brings together two changes of one content. What only they have changed is theirs; what I have changed stays mine, and is named in
 * `contested` when they have changed it too, to something else.
 */
export function mergeContents(
  base: WorkContent,
  mine: WorkContent,
  theirs: WorkContent,
): { content: WorkContent; taken: WorkField[]; contested: WorkField[] } {
  const [myChanges, theirChanges] = [changedFields(base, mine), changedFields(base, theirs)]
  const taken = theirChanges.filter(field => !myChanges.includes(field))
  const different = changedFields(mine, theirs)
  const picked = Object.fromEntries(taken.map(field => [field, theirs[field]]))
  return {
    content: { ...mine, ...picked },
    taken,
    contested: theirChanges.filter(field => myChanges.includes(field) && different.includes(field)),
  }
}

/** Names of known people are theirs, not the credit's: a new spelling of one is no change of the work. */
function comparable(content: WorkContent, field: WorkField): unknown {
  if (field !== 'credits') return content[field]
  return content.credits.map(({ personId, name, role, character }) => [
    personId ?? `new ${name}`,
    role,
    character || null,
  ])
}
