import { describe, expect, test } from 'vitest'
import { chooseOf } from './paste-read.ts'

const file = new File(['x'], 'her.png', { type: 'image/png' })
const brought = { html: '', text: '', files: [], isCode: false }

describe('what of a paste is meant', () => {
  test.each([
    ['words of this editor', { html: '<p data-pm-slice="1 1 []">a</p>', text: 'a' }, 'own'],
    ['words of another program', { html: '<p>a</p>', text: 'a' }, 'html'],
    ['plain words', { text: 'a' }, 'text'],
    ['a picture file', { files: [file] }, 'files'],
    [
      'a picture copied in a browser',
      { files: [file], html: '<img src="https://example.org/a.png" alt="An orb">' },
      'files',
    ],
    ['cells, with a picture of them', { files: [file], html: '<table><tr><td>a</td></tr></table>', text: 'a' }, 'html'],
    ['a picture without its file', { html: '<img src="https://example.org/a.png">' }, 'html'],
    ['a file of code', { html: '<div style="white-space: pre"># a</div>', text: '# a', isCode: true }, 'text'],
    ['a file that was looked at', { html: '<meta charset="utf-8"><pre># a\n\nb</pre>', text: '# a\n\nb' }, 'text'],
    ['two boxes of code', { html: '<pre>a</pre><pre>b</pre>', text: 'a b' }, 'html'],
    ['nothing', {}, 'nothing'],
    ['spaces', { html: '<p> </p>', text: ' ' }, 'nothing'],
    ['HTML beyond all measure', { html: 'a'.repeat(40_000_001), text: 'a' }, 'text'],
  ])('%s', (_, more, as) => expect(chooseOf({ ...brought, ...more }).as).toBe(as))

  test('the words that stand for a copied picture come along', () => {
    expect(chooseOf({ ...brought, files: [file], html: '<img alt="An orb" src="x">' })).toMatchObject({ alt: 'An orb' })
    expect(chooseOf({ ...brought, files: [file], html: '<img alt="IMG_1.png" src="x">' })).toMatchObject({ alt: '' })
  })
})
