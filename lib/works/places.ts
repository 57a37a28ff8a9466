// Countries and languages by their codes, with the names that the runtime knows for them (Unicode CLDR).

export interface Place {
  /** ISO 3166-1 alpha-2, or ISO 639. */
  code: string
  name: string
}

/** Codes that CLDR names, but that are no country of a work: groupings, unknown, and codes for tests. */
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])
/** Languages of works that have no code of two letters. */
const longCodes = [
  'yue',
  'nan',
  'fil',
  'haw',
  'gsw',
  'nds',
  'chr',
  'nap',
  'scn',
  'vec',
  'ast',
  'sco',
  'ckb',
  'prs',
  'zxx',
]

/** The countries, by name. A code that has been given up (such as SU) is not among them, but may be stored. */
export function countries(locale = 'en-GB'): Place[] {
  return list(twoLetters(true), 'region', locale).filter(({ code }) => !noCountries.has(code))
}

/** The languages, by name. */
export function languages(locale = 'en-GB'): Place[] {
  return list([...twoLetters(false), ...longCodes], 'language', locale)
}

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && nameOf(code, 'region', 'en') !== null && !noCountries.has(code)
}

export function isLanguage(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code) && nameOf(code, 'language', 'en') !== null
}

/** "Hong Kong SAR China", or the code where there is no name for it. */
export function countryName(code: string, locale = 'en-GB'): string {
  return nameOf(code, 'region', locale) ?? code
}

function list(codes: string[], type: 'region' | 'language', locale: string): Place[] {
  const names = new Intl.DisplayNames([locale], { type, fallback: 'none' })
  return codes
    .filter(code => isCurrent(code, type))
    .flatMap(code => {
      const name = names.of(code)
      return name ? [{ code, name }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** Not one that another code has taken the place of, as DE has of DD. */
function isCurrent(code: string, type: 'region' | 'language'): boolean {
  const tag = type === 'region' ? `und-${code}` : code
  return Intl.getCanonicalLocales(tag)[0] === tag
}

function nameOf(code: string, type: 'region' | 'language', locale: string): string | null {
  try {
    return new Intl.DisplayNames([locale], { type, fallback: 'none' }).of(code) ?? null
  } catch {
    return null
  }
}

function twoLetters(upper: boolean): string[] {
  const letters = [...(upper ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : 'abcdefghijklmnopqrstuvwxyz')]
  return letters.flatMap(first => letters.map(second => first + second))
}
