// What a critic's scores say of them. Pure; all scores are the projection to 0–100.

/** How many scores fall into each tenth of the scale, lowest first; a hundred belongs to the last. */
export type Spread = readonly number[]

export const tenths = Array.from({ length: 10 }, (_, index) => index)

export interface Agreement {
  name: string
  path: string
  /** Works that both have scored. */
  works: number
  /** Mean difference of the scores, in points of 100, a whole number. */
  apart: number
}

/** Fewer works than these in common say nothing. */
export const fewestInCommon = 3

const spelled = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** "four works", "13 works" */
export function spelledWorks(count: number): string {
  return `${spelled[count] ?? String(count)} ${count === 1 ? 'work' : 'works'}`
}

/** "6 points", "1 point", "0 points" */
export function pointsText(points: number): string {
  return points === 1 ? '1 point' : `${points} points`
}

/**
 * "Agrees most with Tobias Wren: four works in common, 6 points apart on average." And least with somebody, when that is somebody
 * else and further away. Null while there are too few works in common with everybody.
 */
export function agreementSentences(agreements: Agreement[]): string[] | null {
  const telling = agreements.filter(({ works }) => works >= fewestInCommon).sort((a, b) => a.apart - b.apart)
  const [most, least] = [telling[0], telling.at(-1)]
  if (!most || !least) return null
  const sentence = (how: string, { name, works, apart }: Agreement) =>
    `Agrees ${how} with ${name}: ${spelledWorks(works)} in common, ${pointsText(apart)} apart on average.`
  return least.apart > most.apart ? [sentence('most', most), sentence('least', least)] : [sentence('most', most)]
}

/** "0–9", …, "90–100": what a tenth of the scale holds. */
export function tenthLabel(tenth: number): string {
  return tenth === 9 ? '90–100' : `${tenth * 10}–${tenth * 10 + 9}`
}
