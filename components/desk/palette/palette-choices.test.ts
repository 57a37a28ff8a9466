import { describe, expect, test } from 'vitest'
import { choicesFor, likeliestFirst, screenChoices } from './palette-choices.ts'

const names = (typed: string, role: Parameters<typeof screenChoices>[0] = 'owner') =>
  choicesFor(screenChoices(role), typed).map(({ name }) => name)

describe('what is typed', () => {
  test.each([
    ['boa', 'Board'],
    ['kanban', 'Board'],
    ['new work', 'New work'],
    ['work new', 'New work'],
    ['SETTINGS', 'Settings'],
    ['réviews', 'Reviews'],
    ['time zone', 'Language and time'],
    ['rss', 'Feeds'],
    ['passkey', 'Account'],
    ['  backup ', 'Workings'],
  ])('“%s” leads to %s first', (typed, name) => expect(names(typed)[0]).toBe(name))

  test('of which every word has to fit', () => {
    expect(names('board nothing')).toEqual([])
    expect(names('*.\\')).toEqual(names(''))
  })

  test('nothing typed is everything, in the order of the rail', () => {
    expect(names('').slice(0, 3)).toEqual(['Home', 'For you', 'Reviews'])
  })

  test('what was found is ordered by how it is called', () => {
    const found = ['Eric Heisserer', '“Her”, ten years on', 'Weather', 'Her'].map(name => ({ id: name, name }))
    expect(likeliestFirst(found, 'her').map(({ name }) => name)).toEqual([
      'Her',
      '“Her”, ten years on',
      'Eric Heisserer',
      'Weather',
    ])
  })

  test('what a role has no use for is not offered', () => {
    expect(names('settings', 'editor')).toEqual([])
    expect(names('team', 'critic')).toEqual([])
  })
})
