import type { Presence, PresentWindow } from '#lib/presence/presence.ts'
import type { PresenceProblem } from './presence-store.ts'

// What the editor says about who is here. Pure, so that every state's sentence can be read in one place, and in its tests.

export interface PenSaid {
  text: string
  /** What can be done about it; `take-over` may need a word. */
  offers: { verb: 'write' | 'ask' | 'take-over'; label: string; isMain: boolean }[]
}

const write = { verb: 'write', label: 'Write', isMain: true } as const
const takeOver = { verb: 'take-over', label: 'Take over…', isMain: false } as const

/** Whose turn it is, to a window that does not write. */
export function penSaid({ pen, others, asking, takeOver: right }: Presence, mayEdit: boolean): PenSaid {
  const holder = others.find(({ holdsPen }) => holdsPen)
  if (pen === 'here') return { text: 'The last words are on their way here. You can write in a moment.', offers: [] }
  if (!holder) return { text: mayEdit ? 'Nobody is writing.' : '', offers: mayEdit ? [write] : [] }
  if (holder.isOwn)
    return {
      text: 'You are writing in another window. Here you read along.',
      offers: mayEdit ? [{ verb: 'take-over', label: 'Write here', isMain: true }] : [],
    }
  const { name, isIdle } = holder
  if (!mayEdit) return { text: `${name} is writing. You are reading along.`, offers: [] }
  const more = right === 'no' ? [] : [takeOver]
  if (asking === 'waiting') return { text: `${name} has been asked for the pen. You are reading along.`, offers: more }
  if (asking === 'unanswered')
    return { text: `${name} has not answered. You are reading along.`, offers: [{ ...takeOver, isMain: true }] }
  const again = { verb: 'ask', label: asking === 'declined' ? 'Ask again' : 'Ask for the pen', isMain: true } as const
  if (asking === 'declined')
    return { text: `${name} would like to go on for now. You are reading along.`, offers: [again, ...more] }
  if (isIdle)
    return {
      text: `${name} has the pen, but has not written for a while.`,
      offers: [
        { ...again, isMain: false },
        { ...takeOver, isMain: true },
      ],
    }
  return { text: `${name} is writing. You are reading along.`, offers: [again, ...more] }
}

/** What a window hears whose pen was taken. */
export function lostSaid({ by, word }: { by: string; word: string }, isSaved: boolean, own: string): string {
  const who = by === own ? 'You went on in another window' : `${by} took the pen`
  const why = word ? `: “${word}”` : ''
  const kept = isSaved
    ? 'Everything that you wrote here is saved.'
    : 'What you wrote last is not saved yet; it is kept here.'
  return `${who}${why}${/[.!?…]$/.test(why) ? '' : '.'} ${kept}`
}

/** Why a wish came to nothing, and what to do. */
export function problemSaid(problem: PresenceProblem): string {
  return problems[problem]
}

const problems: Record<PresenceProblem, string> = {
  unreachable: 'The desk cannot be reached just now. Please try again in a moment.',
  unsaved: 'What you wrote last could not be saved, so the pen stays with you. Look at the line at the top.',
  'not-found': 'That window is not open any more.',
  'not-allowed': 'Your role does not let you write in this review.',
  'not-yet': 'Ask for the pen first; you can take over if nobody answers for half a minute.',
  'word-needed': 'Say in a word why you take over.',
  'no-pen': 'The pen is somewhere else by now.',
}

/** What has changed between two moments, for people who do not see it. */
export function newsOf(before: Presence | null, after: Presence): string[] {
  if (!before) return after.others.length > 0 && after.pen !== 'here' ? [penSaid(after, true).text] : []
  const came = after.others.filter(({ id }) => !before.others.some(other => other.id === id))
  const went = before.others.filter(({ id }) => !after.others.some(other => other.id === id))
  const asks = after.others.filter(
    ({ id, isAsking }) => isAsking && !before.others.some(other => other.id === id && other.isAsking),
  )
  return [
    ...came.map(who => (who.isOwn ? 'You opened this review in another window.' : `${who.name} opened this review.`)),
    ...went.map(who => (who.isOwn ? 'Your other window was closed.' : `${who.name} left.`)),
    ...(after.pen === 'here' ? asks.map(({ name }) => `${name} asks to write.`) : []),
    ...penNews(before, after),
  ]
}

function penNews(before: Presence, after: Presence): string[] {
  const was = holderIn(before)
  const is = holderIn(after)
  if (after.pen === 'here') return before.pen === 'here' ? [] : ['You can write now.']
  if (after.pen === 'free') return before.pen === 'free' ? [] : ['Nobody is writing now.']
  if (is && is.id !== was?.id)
    return [is.isOwn ? 'You are writing in another window now.' : `${is.name} is writing now.`]
  return after.asking === 'declined' && before.asking !== 'declined' && is
    ? [`${is.name} would like to go on for now.`]
    : []
}

function holderIn({ others }: Presence): PresentWindow | undefined {
  return others.find(({ holdsPen }) => holdsPen)
}

/** "Ines Duarte, writing" */
export function presentSaid({ name, isOwn, holdsPen, isAsking, isIdle }: PresentWindow): string {
  const who = isOwn ? 'You, in another window' : name
  if (holdsPen) return isIdle ? `${who}: has the pen, not writing just now` : `${who}: writing`
  return isAsking ? `${who}: asks to write` : `${who}: reading along`
}
