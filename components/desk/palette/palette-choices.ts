import { isFor, type Screen, screens } from '#components/desk/screens/screens.ts'
import type { Role } from '#lib/auth/policy.ts'

// What the palette offers for what is typed.

export interface Choice {
  id: string
  name: string
  detail?: string
  /** Other words that it is found by. */
  words?: string
  /** Leads there; otherwise `act` is called. */
  href?: string
  act?: () => void
}

/** The screens that stand for themselves, for whoever has a use for them. The ones about one thing are found by its name. */
export function screenChoices(role: Role): Choice[] {
  return screens
    .filter(screen => !screen.path.includes('[') && isFor(role, screen))
    .map(({ path, name, words }: Screen) => ({ id: path, name, words, href: path }))
}

/**
 * The choices whose name or other words begin with every word typed, those whose name begins so first. Nothing typed: all of them, as they
 * stand.
 */
export function choicesFor(choices: readonly Choice[], typed: string): Choice[] {
  const asked = wordsOf(typed)
  if (asked.length === 0) return [...choices]
  const ranked = choices.flatMap(choice => {
    const rank = rankOf(choice, asked)
    return rank === null ? [] : [{ choice, rank }]
  })
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ choice }) => choice)
}

/** What was found by other means, with what is called so first, then what begins so; slips that were forgiven come last. */
export function likeliestFirst(choices: readonly Choice[], typed: string): Choice[] {
  const asked = wordsOf(typed)
  const rank = ({ name }: Choice) => (wordsOf(name).join(' ') === asked.join(' ') ? -1 : (rankOf({ name }, asked) ?? 3))
  return choices.toSorted((one, other) => rank(one) - rank(other))
}

/** 0: the name begins so; 1: all stand in the name; 2: other words are needed. */
function rankOf({ name, words = '' }: Pick<Choice, 'name' | 'words'>, asked: readonly string[]): number | null {
  const [named, others] = [wordsOf(name), wordsOf(words)]
  const begins = (all: readonly string[]) => (part: string) => all.some(word => word.startsWith(part))
  if (asked.every((part, at) => named[at]?.startsWith(part))) return 0
  if (asked.every(begins(named))) return 1
  return asked.every(begins([...named, ...others])) ? 2 : null
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
