// Languages by their tags (BCP 47): what they are called, which way they run, and what is said in each of them.

/**
 * A tag as it is written everywhere ("en-GB", "zh-Hant"), or null for what is none: malformed, of a language that Intl knows no name
 * of, or with extensions ("de-u-co-phonebk"), which say how to sort and count and not what a text is written in.
 */
export function canonicalLanguage(tag: string): string | null {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag.trim())) return null
  try {
    const canonical = new Intl.Locale(tag.trim()).baseName
    return nameIn('en', canonical) === null ? null : canonical
  } catch {
    return null
  }
}

/** What a language is called: "German", "British English". In the words of `within`, a tag as well; English if it is left out. */
export function languageName(tag: string, within = 'en'): string {
  return nameIn(within, tag) ?? tag
}

/** What a language calls itself, as it begins a line: "Deutsch", "Français", "العربية". */
export function ownLanguageName(tag: string): string {
  const name = languageName(tag, tag)
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}

/** The languages that are offered, by their English name; any other can be typed by its tag. */
export function listLanguages(): readonly string[] {
  return offered
}

const offered =
  'af sq am ar hy az eu be bn bs bg my ca zh-Hans zh-Hant hr cs da nl en-GB en-US eo et fi fr gl ka de el gu he hi hu is id ga it ja kn kk km ko ku ky lo lv lt lb mk ms ml mt mr mn ne nb nn ps fa pl pt-BR pt-PT pa ro ru gd sr si sk sl so es sw sv fil ta te th ti tr uk ur uz vi cy yi yo zu'
    .split(' ')
    .sort((a, b) => languageName(a).localeCompare(languageName(b), 'en'))

const fromTheRight = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/**
 * Which way a language is written, by its script. (Intl has this as `getTextInfo`, which browsers are still to learn; a test compares
 * the two.)
 */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(tag).maximize()
  return script && fromTheRight.has(script) ? 'rtl' : 'ltr'
}

/** What an element says of the language of its text. */
export interface TextLanguage {
  lang: string
  dir: 'ltr' | 'rtl'
}

/** For the element that holds a text of this language; nothing where the page has said so already. WCAG 2.2, 3.1.2. */
export function inLanguage(tag: string, pageLanguage: string): Partial<TextLanguage> {
  return tag === pageLanguage ? {} : { lang: tag, dir: directionOf(tag) }
}

/** "Also in …" in the words of whoever looks for it: somebody who reads German need not read English to find it. */
const alsoIn: Record<string, string> = {
  ar: 'اقرأ أيضًا بالعربية',
  ca: 'També en català',
  cs: 'Také česky',
  da: 'Også på dansk',
  de: 'Auch auf Deutsch',
  el: 'Και στα ελληνικά',
  en: 'Also in English',
  es: 'También en español',
  fa: 'به فارسی هم بخوانید',
  fi: 'Myös suomeksi',
  fr: 'Aussi en français',
  he: 'גם בעברית',
  hu: 'Magyarul is',
  it: 'Anche in italiano',
  ja: '日本語でも読めます',
  ko: '한국어로도 읽기',
  nb: 'Også på norsk',
  nl: 'Ook in het Nederlands',
  no: 'Også på norsk',
  pl: 'Także po polsku',
  pt: 'Também em português',
  ro: 'Și în română',
  ru: 'Также на русском',
  sv: 'Även på svenska',
  tr: 'Türkçe olarak da',
  uk: 'Також українською',
  zh: '另有中文版',
}

/**
 * What leads to a text in another language, in that language: "Auch auf Deutsch". Of a language whose phrase we do not know, its own
 * name; and where two are of one language ("en-GB" and "en-US"), only their names tell them apart, so `others` are asked.
 */
export function alsoInText(tag: string, others: readonly string[] = []): string {
  const base = baseOf(tag)
  const isAlone = !others.some(other => other !== tag && baseOf(other) === base)
  return (isAlone && alsoIn[base]) || ownLanguageName(tag)
}

function baseOf(tag: string): string {
  return new Intl.Locale(tag).language
}

function nameIn(within: string, tag: string): string | null {
  return new Intl.DisplayNames([within], { type: 'language', fallback: 'none' }).of(tag) ?? null
}
