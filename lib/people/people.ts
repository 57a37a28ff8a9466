/** "Jonze, Spike": the last word first. Groups and single names stay as they are. */
export function sortName(name: string, kind: 'person' | 'group' = 'person'): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1)
  if (kind === 'group' || words.length < 2 || last === undefined) return name.trim()
  return `${last}, ${words.slice(0, -1).join(' ')}`
}
