/** How a language writes what a keyboard has only one key for. */
export interface Punctuation {
  /** Around a quotation, and around one inside it: opening and closing. */
  outer: readonly [open: string, close: string]
  inner: readonly [open: string, close: string]
  /** For two hyphens; and for one between spaces. */
  dash: string
  spacedDash: string
  /** What stands inside the outer marks: French has a narrow space there that does not break, and before ; : ! ? as well. */
  gap: string
  /** Chinese and Japanese part words without spaces, so a mark opens unless one is open. */
  isSpaceless: boolean
}

// The marks of CLDR 48 (cldr-misc, `delimiters`: quotationStart, quotationEnd and the alternate pair). Not from there: the pair for `'` where
// CLDR repeats the outer one (fr, nl, bg, lt), and what Dutch means by `"`; dashes and spaces, of which it says nothing.
const marks: Record<string, string> = {
  '“”‘’':
    'af az bn cy da en fil ga gl gu hi id kn ko ml mr ms mt my ne nl pa pt si sw ta te th tr vi yi zh zu km lo mn',
  '«»‹›': 'am fa fr-CH',
  '”“’‘': 'ar ur',
  '«»„“': 'be ky ru uk',
  '„“‚‘': 'bg cs de et hr is lb lt mk sk sl',
  '„”‘’': 'bs',
  '«»“”': 'ca el es eu fr hy it kk pt-PT sq',
  '«»‘’': 'nb nn no',
  '””’’': 'fi he sv',
  '«»”“': 'fr-CA',
  '„”»«': 'hu',
  '„”«»': 'pl ro',
  '「」『』': 'ja zh-Hant',
  '„“«»': 'ka',
  '„“‘‘': 'sr',
}

const emDashed = new Set(['en', 'es', 'pt', 'ru', 'uk', 'be', 'bg', 'it', 'ca', 'zh', 'ja', 'sr', 'mk', 'el'])
const narrow = '\u202f'

/** The punctuation of a language, by its tag: of "de-CH" that of "de" when it has none of its own; of an unknown one the English. */
export function punctuationOf(tag: string): Punctuation {
  const { language, region, script } = new Intl.Locale(tag).maximize()
  const own = find(`${language}-${region}`) ?? find(`${language}-${script}`) ?? find(language) ?? '“”‘’'
  const [open = '“', close = '”', innerOpen = '‘', innerClose = '’'] = own
  // British books set a spaced en dash where American ones close an em dash up.
  const isEm = emDashed.has(language) && !(language === 'en' && region !== 'US' && region !== 'CA')
  return {
    outer: [open, close],
    inner: [innerOpen, innerClose],
    dash: isEm ? '—' : '–',
    spacedDash: isEm && language !== 'en' ? '—' : '–',
    gap: language === 'fr' && region !== 'CH' ? narrow : '',
    isSpaceless: language === 'zh' || language === 'ja',
  }
}

function find(tag: string): string | undefined {
  return Object.keys(marks).find(own => marks[own]?.split(' ').includes(tag))
}
