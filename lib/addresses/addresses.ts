/** Nouns that have public pages of their own, and the folder that each lives in. */
export const addressFolders = {
  review: '/reviews',
  work: '/works',
  person: '/people',
  critic: '/critics',
  section: '/sections',
  topic: '/topics',
  list: '/lists',
  series: '/series',
  archive: '/archive',
} as const

export type AddressedNoun = keyof typeof addressFolders

/** "/reviews/her" */
export function pathOf(noun: AddressedNoun, slug: string | number): string {
  return `${addressFolders[noun]}/${slug}`
}

/** "/archive/2014", "/archive/2014/06" */
export function archivePath(year: number, month?: number): string {
  const path = pathOf('archive', year)
  return month === undefined ? path : `${path}/${String(month).padStart(2, '0')}`
}

/**
 * Makes a slug of a title: lower-case ASCII words joined by hyphens, at most `length` characters, cut between words.
 * What has no Latin letters at all becomes "untitled": the desk then asks for a slug.
 */
export function slugify(title: string, length = 80): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đðĐÐ]/g, 'd')
    .replace(/[þÞ]/g, 'th')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word
    if (longer.length > length) break
    slug = longer
  }
  return slug || words[0]?.slice(0, length) || 'untitled'
}

/** Whether a text can be a slug as it is; the database holds the same rule. */
export function isSlug(text: string): boolean {
  return text.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
