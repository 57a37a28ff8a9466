const formats = new Map<string, Intl.NumberFormat>()

/**
 * The number in figures as a language writes it ("8.4", "8,4"), with a real minus sign and without what floating point adds. Readers are
 * given the publication's language. Without one it is English, which is how numbers stand in data: with a dot.
 */
export function figure(number: number, language = 'en'): string {
  return signed(formatOf(language, false).format(number))
}

/** How many there are of something, in the groups of a language: "12,400", "12.400". */
export function countFigure(number: number, language: string): string {
  return signed(formatOf(language, true).format(number))
}

function signed(text: string): string {
  return text.replace(/^-0$/, '0').replace('-', '\u2212')
}

/** Making one costs as much as formatting some hundred numbers with it. */
function formatOf(language: string, useGrouping: boolean): Intl.NumberFormat {
  const key = `${language} ${useGrouping}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping })
  formats.set(key, format)
  return format
}
