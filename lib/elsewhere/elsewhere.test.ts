import { describe, expect, test } from 'vitest'
import { type HeadReview, headProblems, reviewHead } from '#lib/markup/head.ts'
import { samplePicture } from '#lib/media/sample-picture.ts'
import { crumbs, withWritten } from './elsewhere.ts'
import { elsewhereSchema } from './elsewhere-schema.ts'

const picture = samplePicture({ name: 'her', alt: 'As it was saved' })
const saved: HeadReview = {
  title: 'As it was saved',
  kind: 'full',
  critics: [{ id: 'c', name: 'Imogen Vale', path: '/critics/imogen-vale' }],
  work: { id: 'w', kind: 'film', title: 'Her', year: 2013, path: null },
  standfirst: '',
  verdict: '',
  plainText: '',
  searchTitle: '',
  searchDescription: '',
  picture,
  path: '/reviews/her',
  sameAs: ['https://www.wikidata.org/wiki/Q788822'],
  pros: [],
  cons: [],
}
const written = {
  title: 'A Voice Through the Floor',
  standfirst: 'A love story in which one of the lovers has no face and the other has little else.',
  verdict: 'Go.',
  body: { type: 'doc' as const, content: [] },
  searchTitle: '',
  searchDescription: '',
  pros: [],
  cons: [],
  imageId: 'p',
  imageAlt: 'A man at a window',
}
const site = { siteUrl: 'https://five.example', settings: { name: 'Out of Five' } }

describe('what is written since the last save', () => {
  test('is in the head at once, over what was saved', () => {
    const head = reviewHead(withWritten(saved, written, {}), site)
    expect(head.documentTitle).toBe('Her (2013) review: A Voice Through the Floor · Out of Five')
    expect(head.description).toBe(`${written.standfirst} Go.`)
    expect(head.picture).toEqual({ url: 'https://five.example/media/her-card.jpg', alt: 'A man at a window' })
    expect(headProblems(withWritten(saved, written, {}), site)).toEqual([])
  })

  test('can take a picture away, and put another there that was just uploaded', () => {
    expect(withWritten(saved, { ...written, imageId: null }, {}).picture).toBeNull()
    const other = { ...picture, id: 'q', name: 'other' }
    expect(withWritten(saved, { ...written, imageId: 'q' }, { q: other }).picture?.name).toBe('other')
  })

  test('can be nothing, which is said', () => {
    const nothing = withWritten(
      { ...saved, title: 'Untitled review' },
      { ...written, title: '', standfirst: '', verdict: '' },
      {},
    )
    expect(headProblems(nothing, site).map(problem => problem.part)).toEqual(['title', 'description'])
  })
})

test('an address is its host and its steps; that of a draft is not decided', () => {
  expect(crumbs('https://five.example', 'her')).toEqual(['five.example', 'reviews', 'her'])
  expect(crumbs('https://five.example:8443', 'draft-3f9a')).toEqual(['five.example:8443', 'reviews', '…'])
})

test('the answer of the server is read whole, and another one is refused', () => {
  const answer = { review: saved, rated: null, graph: [{ '@type': 'Article' }], card: { alt: 'x', key: 'y' } }
  expect(elsewhereSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
  expect(elsewhereSchema.safeParse({ ...answer, review: { title: 'x' } }).success).toBe(false)
})
