import { expect, test } from 'vitest'
import { typedLine } from './blocks-typed.ts'

test.each([
  [':::callout', { is: 'callout', words: '' }],
  ['::: callout  Where to watch it', { is: 'callout', words: 'Where to watch it' }],
  [':::spoiler The end', { is: 'spoiler', words: 'The end' }],
  [':::pull', { is: 'pullQuote' }],
  ['| Year | Film |', { is: 'table', heads: ['Year', 'Film'] }],
  ['|a||', { is: 'table', heads: ['a', ''] }],
  ['https://vimeo.com/76979871', { is: 'embed', shown: { provider: 'vimeo', id: '76979871' } }],
])('%j makes a block', (line, made) => expect(typedLine(line)).toEqual(made))

test.each([
  '',
  ':::',
  ':::calloutish',
  ':::table',
  // Words that are covered, and bars that only stand there.
  '||the end||',
  '|||',
  '| |',
  '|one|',
  'a | b | c',
  'See https://vimeo.com/76979871',
  'https://example.org/76979871',
])('%j is words', line => expect(typedLine(line)).toBeNull())
