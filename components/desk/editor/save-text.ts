import { fieldName, isField } from '#lib/reviews/compare.ts'
import type { CopyProblem } from './safety-copy.ts'
import type { Unmanaged } from './save-client.ts'
import type { SaveState, SaveStatus } from './save-state.ts'

/** What the save line shows; `at` is the time of the last save, in words. */
export function saveText(
  { state, problems, copyProblem }: SaveStatus,
  at: string,
): { text: string; isTrouble: boolean } {
  const alone = copyProblem ? ` ${noCopy(copyProblem)}` : ''
  if (state.kind === 'unsaved')
    return { text: alone ? `Not saved yet.${alone}` : 'Not saved yet', isTrouble: alone !== '' }
  if (state.kind === 'saving') return { text: 'Saving…', isTrouble: false }
  if (state.kind !== 'saved') return { text: troubleText(state, copyProblem), isTrouble: true }
  const held = Object.keys(problems).filter(isField).map(fieldName)
  if (held.length > 0) return { text: `Saved ${at}, but not: ${held.join(', ')}`, isTrouble: true }
  return alone ? { text: `Saved ${at}.${alone}`, isTrouble: true } : { text: `Saved ${at}`, isTrouble: false }
}

/** What is read out when it becomes another: the kind of the state, without what changes at every save. */
export function saidOf({ state, problems, copyProblem }: SaveStatus): string {
  if (state.kind !== 'saved' && state.kind !== 'unsaved' && state.kind !== 'saving')
    return troubleText(state, copyProblem)
  const held = Object.keys(problems).filter(isField).map(fieldName)
  if (held.length > 0) return `Saved, but not: ${held.join(', ')}.`
  return copyProblem ? noCopy(copyProblem) : 'Everything is saved as you write.'
}

type Trouble = Exclude<SaveState, { kind: 'saved' | 'unsaved' | 'saving' }>

function troubleText(state: Trouble, copyProblem: CopyProblem | null): string {
  return `Not saved: ${reasonOf(state)}. ${copyProblem ? `${noCopy(copyProblem)} Copy your text.` : 'Kept in this browser.'}`
}

function noCopy(problem: CopyProblem): string {
  return problem === 'full'
    ? 'This browser keeps no copy: it has no room left.'
    : 'This browser keeps no copy: its storage is switched off.'
}

function reasonOf(state: Trouble): string {
  if (state.kind === 'retrying') return reasons[state.reason]
  if (state.kind === 'signed-out') return 'you are signed out'
  if (state.kind === 'another-account') return `${state.name} has signed in in this browser`
  if (state.kind === 'conflict') return 'it was saved elsewhere too'
  return refusals[state.code]
}

const reasons: Record<Unmanaged, string> = {
  offline: 'no connection',
  database: 'the server cannot reach its database',
  full: 'the server’s disk is full',
  server: 'the server did not manage',
}

const refusals = {
  'not-found': 'this review is not yours to see any more',
  'not-allowed': 'your role does not allow it',
  'too-large': 'the review is longer than 1 MB, split it in two',
}
