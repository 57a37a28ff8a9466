import { expect, test } from 'vitest'
import { disclosureText } from './disclosures.ts'

const none = { disclosures: [], disclosureNote: '', sponsored: [] }
const copy = 'What is reviewed here was given to us free of charge.'
const earns = 'We may earn something when you buy through a link on this page.'

test('says nothing where there is nothing to say', () => {
  expect(disclosureText(none)).toBe('')
})

test('is a standard sentence for each', () => {
  expect(disclosureText({ ...none, disclosures: ['free_copy', 'affiliate'] })).toBe(`${copy} ${earns}`)
})

test('is the house’s own words in place of the sentences', () => {
  const note = 'The publisher lent us the game.'
  expect(disclosureText({ ...none, disclosures: ['free_copy'], disclosureNote: ` ${note} ` })).toBe(note)
  expect(disclosureText({ ...none, disclosureNote: note })).toBe(note)
})

test('speaks of links that have come to earn money since, whatever the words from before say', () => {
  const sponsored = ['https://shop.example/her']
  expect(disclosureText({ ...none, sponsored })).toBe(earns)
  expect(disclosureText({ disclosures: ['free_copy'], disclosureNote: 'Lent.', sponsored })).toBe(`Lent. ${earns}`)
  expect(disclosureText({ disclosures: ['affiliate'], disclosureNote: 'Links pay.', sponsored })).toBe('Links pay.')
})
