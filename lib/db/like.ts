/** A text for LIKE with % and _ as themselves, which Prisma passes on as they are. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** What has the text within it, whatever the case: for a `where` of Prisma. */
export function containing(text: string) {
  return { contains: literally(text), mode: 'insensitive' as const }
}
