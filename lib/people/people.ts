/** "Jonze, Spike": the last word first. Groups and single names stay as they are. */
export function sortName(name: string, kind: 'person' | 'group' = 'person'): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1)
  if (kind === 'group' || words.length < 2 || last === undefined) return name.trim()
  return `${last}, ${words.slice(0, -1).join(' ')}`
}

/** What the house has said about somebody's work, counted. */
export interface PersonCount {
  works: number
  /** Years of the first and the last review. */
  from: number
  to: number
  /** Mean of the scores, 0–100; null when none is scored. */
  average: number | null
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

/** "Nine works reviewed here, 2014–2026; average 74 of 100." Only what was reviewed here: this is no filmography. */
export function personSentence({ works, from, to, average }: PersonCount): string {
  const count = `${words[works] ?? works} ${works === 1 ? 'work' : 'works'} reviewed here`
  const years = from === to ? String(from) : `${from}–${to}`
  const score =
    average === null ? 'none of them scored' : works === 1 ? `${average} of 100` : `average ${average} of 100`
  return `${count}, ${years}; ${works === 1 && average === null ? 'not scored' : score}.`
}

/** "Two works, 81 of 100 on average": the line beside a role. */
export function roleSentence({ works, average }: Pick<PersonCount, 'works' | 'average'>): string {
  const count = `${words[works] ?? works} ${works === 1 ? 'work' : 'works'}`
  return average === null ? count : `${count}, ${average} of 100${works === 1 ? '' : ' on average'}`
}
