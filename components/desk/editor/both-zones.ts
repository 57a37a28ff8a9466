/**
 * "14 February 2014 at 08:00 (Europe/London)", and the publication's time beside it where it differs. By Intl alone, which browsers
 * have: lib/settings/moments.ts brings a polyfill that this page needs for nothing else.
 */
export function bothZones(
  iso: string,
  { language, timeZone, publicationTimeZone }: { language: string; timeZone: string; publicationTimeZone: string },
): string {
  const at = (zone: string) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
  const [here, there] = [at(timeZone), at(publicationTimeZone)]
  return here === there ? `${here} (${timeZone})` : `${here} (${timeZone}); ${there} in ${publicationTimeZone}`
}
