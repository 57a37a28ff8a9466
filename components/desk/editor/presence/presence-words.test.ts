import { describe, expect, test } from 'vitest'
import type { Presence, PresentWindow } from '#lib/presence/presence.ts'
import { lostSaid, newsOf, penSaid, presentSaid } from './presence-words.ts'

const ines: PresentWindow = {
  id: 'i',
  name: 'Ines',
  isOwn: false,
  holdsPen: true,
  isIdle: false,
  isAsking: false,
}
const presence = (facts: Partial<Presence> = {}): Presence => ({
  version: 1,
  others: [ines],
  pen: 'elsewhere',
  isSettling: false,
  asking: 'no',
  takeOver: 'no',
  lost: null,
  ...facts,
})
const here = presence({ pen: 'here', others: [] })
const said = (facts: Partial<Presence>, mayEdit = true) => {
  const { text, offers } = penSaid(presence(facts), mayEdit)
  return [text, ...offers.map(({ label }) => label)]
}

describe('whoever reads along is told', () => {
  test('who writes, and how to come to it', () => {
    expect(said({})).toEqual(['Ines is writing. You are reading along.', 'Ask for the pen'])
    expect(said({ takeOver: 'with-word' })).toEqual([
      'Ines is writing. You are reading along.',
      'Ask for the pen',
      'Take over…',
    ])
    expect(said({}, false)).toEqual(['Ines is writing. You are reading along.'])
  })

  test('what became of their asking', () => {
    expect(said({ asking: 'waiting' })).toEqual(['Ines has been asked for the pen. You are reading along.'])
    expect(said({ asking: 'unanswered', takeOver: 'at-once' })).toEqual([
      'Ines has not answered. You are reading along.',
      'Take over…',
    ])
    expect(said({ asking: 'declined' })).toEqual([
      'Ines would like to go on for now. You are reading along.',
      'Ask again',
    ])
  })

  test('that nobody writes, or only they themselves elsewhere', () => {
    expect(said({ others: [], pen: 'free' })).toEqual(['Nobody is writing.', 'Write'])
    expect(said({ others: [], pen: 'free' }, false)).toEqual([''])
    expect(said({ others: [{ ...ines, isOwn: true }] })).toEqual([
      'You are writing in another window. Here you read along.',
      'Write here',
    ])
    expect(said({ others: [{ ...ines, isIdle: true }], takeOver: 'at-once' })).toEqual([
      'Ines has the pen, but has not written for a while.',
      'Ask for the pen',
      'Take over…',
    ])
  })

  test('who took the pen, why, and where their words are', () => {
    expect(lostSaid({ by: 'Ines', word: '' }, true, 'Ada')).toBe(
      'Ines took the pen. Everything that you wrote here is saved.',
    )
    expect(lostSaid({ by: 'Ines', word: 'Noon' }, false, 'Ada')).toBe(
      'Ines took the pen: “Noon”. What you wrote last is not saved yet; it is kept here.',
    )
    expect(lostSaid({ by: 'Ada', word: '' }, true, 'Ada')).toMatch(/^You went on in another window\. /)
  })
})

describe('what is announced', () => {
  test('is who comes and who goes', () => {
    const reader = { ...ines, holdsPen: false }
    expect(newsOf(here, { ...here, others: [reader] })).toEqual(['Ines opened this review.'])
    expect(newsOf({ ...here, others: [reader] }, here)).toEqual(['Ines left.'])
    expect(newsOf(here, { ...here, others: [{ ...reader, isOwn: true }] })).toEqual([
      'You opened this review in another window.',
    ])
  })

  test('is who asks, and whose turn it is now', () => {
    const asks = { ...ines, holdsPen: false, isAsking: true }
    expect(newsOf({ ...here, others: [{ ...asks, isAsking: false }] }, { ...here, others: [asks] })).toEqual([
      'Ines asks to write.',
    ])
    expect(newsOf(presence(), presence({ pen: 'here', others: [{ ...ines, holdsPen: false }] }))).toEqual([
      'You can write now.',
    ])
    expect(newsOf(here, presence())).toContain('Ines is writing now.')
    expect(newsOf(presence(), presence({ asking: 'declined' }))).toEqual(['Ines would like to go on for now.'])
    expect(newsOf(presence(), presence({ version: 2 }))).toEqual([])
  })

  test('is, on coming in, whose turn it is; and nothing when one is alone', () => {
    expect(newsOf(null, presence())).toEqual(['Ines is writing. You are reading along.'])
    expect(newsOf(null, here)).toEqual([])
  })
})

test('everybody is said with what they do', () => {
  expect(presentSaid(ines)).toBe('Ines: writing')
  expect(presentSaid({ ...ines, isIdle: true })).toBe('Ines: has the pen, not writing just now')
  expect(presentSaid({ ...ines, holdsPen: false })).toBe('Ines: reading along')
  expect(presentSaid({ ...ines, holdsPen: false, isAsking: true, isOwn: true })).toBe(
    'You, in another window: asks to write',
  )
})
