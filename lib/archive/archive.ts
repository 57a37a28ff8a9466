/** A month of the archive; `month` is 1–12. */
export interface ArchiveMonth {
  year: number
  month: number
}

/** "June", in the publication's language. */
export function monthName(month: number, language: string): string {
  // The 15th in UTC is the same month everywhere.
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 15))
}

/** "Jun", where there is no room for more. */
export function shortMonthName(month: number, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 15))
}
