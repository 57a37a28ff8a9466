import { describe, expect, test } from 'vitest'
import { samplePicture } from '#lib/media/sample-picture.ts'
import { ratings, sampleReview, site } from '../../test/markup-rules/sample-review.ts'
import {
  descriptionRoom,
  documentTitle,
  fitSentences,
  fittingTitle,
  fitWords,
  numberedDescription,
  numberedTitle,
  room,
  titleRoom,
} from './fit.ts'
import { headProblems, reviewHead } from './head.ts'

const five = ratings['a unit of its own'] ?? null
const head = (rest: Parameters<typeof sampleReview>[2] = {}) => reviewHead(sampleReview('film', five, rest), site)
const work = (title: string) => ({ ...sampleReview('film', five).work, title })

describe('texts that fit', () => {
  test('are left alone while they do, on one line', () => {
    expect(fitWords('  Her,\n a film ', 60)).toBe('Her, a film')
    expect(fitSentences('One. Two.', 9)).toBe('One. Two.')
  })

  test('end with a whole word otherwise', () => {
    expect(fitWords('A Voice Through the Floor, and what it said', 27)).toBe('A Voice Through the Floor…')
    expect(fitWords('A Voice Through the Floor', 25)).toBe('A Voice Through the Floor')
    expect(fitWords('A Voice Through the Floor', 24)).toBe('A Voice Through the…')
  })

  test('or with a whole sentence, unless little would be left or it only seems to end', () => {
    const text = 'A man falls in love with his computer. It is not the way that he thought it would be.'
    expect(fitSentences(text, 60)).toBe('A man falls in love with his computer.')
    expect(fitSentences('Yes. A man falls in love with his computer and finds out.', 40)).toBe(
      'Yes. A man falls in love with his…',
    )
    expect(fitSentences('A man who was in love with Mr. Theodore Twombly', 30)).toBe('A man who was in love with Mr…')
  })

  test('count wide signs twice, and are cut between words of scripts without spaces', () => {
    expect(room('她')).toBe(2)
    expect(room('👩‍👩‍👧 é')).toBe(3)
    const cut = fitWords('一个非常长的电影标题需要被截断因为它太长了', 20)
    expect(room(cut)).toBeLessThanOrEqual(20)
    expect(cut.endsWith('…')).toBe(true)
  })

  test('cut a word only where the first is too long by itself', () => {
    expect(fitWords('x'.repeat(90), 60)).toBe(`${'x'.repeat(59)}…`)
  })

  test('are the longest that fits of several, or the last, cut', () => {
    expect(fittingTitle(['x '.repeat(40), 'Her (2013)', 'Her'])).toBe('Her (2013)')
    expect(fittingTitle(['x '.repeat(50), 'y '.repeat(40)])).toMatch(/^y .*y…$/)
  })

  test('keep the number of the page, and drop the name of the publication first', () => {
    expect(numberedTitle('Everything that there is to be said about the films of a year', 12)).toMatch(/…, page 12$/)
    expect(room(numberedTitle('word '.repeat(40), 12))).toBeLessThanOrEqual(titleRoom)
    expect(numberedDescription('word '.repeat(80), 3)).toMatch(/… Page 3\.$/)
    expect(room(numberedDescription('word '.repeat(80), 3))).toBeLessThanOrEqual(descriptionRoom)
    expect(documentTitle('Her', 'Out of Five')).toBe('Her · Out of Five')
    expect(documentTitle('About Out of Five', 'Out of Five')).toBe('About Out of Five')
    expect(documentTitle('x'.repeat(55), 'Out of Five')).toBe('x'.repeat(55))
  })
})

describe('the title of a review', () => {
  test('names the work and that it is a review, then the headline', () => {
    expect(head()).toMatchObject({
      documentTitle: 'Her (2013) review: A Voice Through the Floor · Out of Five',
      title: 'Her (2013) review: A Voice Through the Floor',
      titleFrom: 'headline',
    })
  })

  test('loses the name of the publication, the year, then the headline, whole', () => {
    expect(head({ title: 'A Voice Through the Floor at Night' }).documentTitle).toBe(
      'Her (2013) review: A Voice Through the Floor at Night',
    )
    expect(head({ title: 'A Voice Through the Floor, and the Ceiling' }).documentTitle).toBe(
      'Her review: A Voice Through the Floor, and the Ceiling',
    )
    const long = head({ title: 'A Voice Through the Floor, the Ceiling and the Walls of a Flat' })
    expect(long).toMatchObject({ title: 'Her (2013) review by Rosalind Petrakis and Tobias Wren', titleFrom: 'work' })
  })

  test('names all who wrote it, or nobody', () => {
    const title = 'x'.repeat(70)
    const critics = ['Ann Lee', 'Bo Moe'].map(name => ({ id: name, name, path: '/critics/x' }))
    expect(head({ title, critics }).title).toBe('Her (2013) review by Ann Lee and Bo Moe')
    expect(head({ title, critics: critics.map(critic => ({ ...critic, name: critic.name.repeat(4) })) }).title).toBe(
      'Her (2013) review',
    )
  })

  test('tells a second thought from the first', () => {
    const title = 'x'.repeat(70)
    expect(head({ title, kind: 'rereview' }).title).toBe('Her (2013) re-review by Rosalind Petrakis and Tobias Wren')
  })

  test('never loses the work, however long its name', () => {
    const { title } = head({ work: work('The Assassination of Jesse James by the Coward Robert Ford and Others') })
    expect(title).toBe('The Assassination of Jesse James by the Coward… review')
    expect(room(title)).toBeLessThanOrEqual(titleRoom)
  })

  test('is what somebody wrote for search engines', () => {
    expect(head({ searchTitle: 'Her, reviewed' })).toMatchObject({ title: 'Her, reviewed', titleFrom: 'searchTitle' })
  })
})

describe('the description of a review', () => {
  test('is what was written for it, the standfirst with the verdict, the verdict, or the beginning', () => {
    expect(head({ searchDescription: 'Written.', standfirst: 'Stands.' }).descriptionFrom).toEqual([
      'searchDescription',
    ])
    expect(head({ standfirst: 'Stands' })).toMatchObject({
      description: 'Stands. The best film about listening.',
      descriptionFrom: ['standfirst', 'verdict'],
    })
    expect(head({ standfirst: 'word '.repeat(30) }).descriptionFrom).toEqual(['standfirst'])
    expect(head().descriptionFrom).toEqual(['verdict'])
    expect(head({ verdict: '', plainText: 'It begins.' })).toMatchObject({
      description: 'It begins.',
      descriptionFrom: ['text'],
    })
    expect(head({ verdict: '' })).toMatchObject({ description: '', descriptionFrom: [] })
  })

  test('fits', () => {
    for (const standfirst of ['word '.repeat(100), 'A sentence of some length. '.repeat(20), 'x'.repeat(400)])
      expect(room(head({ standfirst }).description)).toBeLessThanOrEqual(descriptionRoom)
  })
})

describe('what machines will miss', () => {
  const picture = samplePicture({ alt: 'A man in a red shirt.' })
  const standfirst = 'A man falls in love with the operating system of his computer.'
  const whole = { standfirst, picture, sameAs: ['https://www.wikidata.org/entity/Q788822'] }
  const problems = (rest: Parameters<typeof sampleReview>[2], kind: 'film' | 'product' = 'film') =>
    headProblems(sampleReview(kind, five, { ...whole, ...rest }), site)

  test('is nothing when all is there and fits', () => {
    expect(problems({})).toEqual([])
  })

  test.each([
    ['title', { searchTitle: 'word '.repeat(20) }, 'so it is cut', 'Shorten it'],
    ['title', { title: 'word '.repeat(20) }, 'leave the headline out', 'Shorten the headline'],
    ['title', { title: '' }, 'no headline', 'Write one'],
    ['description', { searchDescription: 'word '.repeat(50) }, 'so it is cut', 'Shorten it'],
    ['description', { standfirst: 'word '.repeat(50) }, 'so it is cut', 'Write a shorter description'],
    ['description', { standfirst: 'Short.', verdict: '' }, 'only 6 letters', 'Say more'],
    ['description', { standfirst: '' }, 'the description is the verdict', 'Write a standfirst'],
    ['description', { standfirst: '', verdict: '', plainText: 'Text.' }, 'beginning of the text', 'Write a standfirst'],
    ['description', { standfirst: '', verdict: '' }, 'nothing to describe', 'Write a standfirst'],
    ['picture', { picture: null }, 'no picture', 'Add a lead picture'],
    ['picture', { picture: { ...picture, alt: ' ' } }, 'no description', 'what it shows'],
    ['picture', { picture: { ...picture, width: 800, height: 450 } }, '800 × 450', 'larger'],
    [
      'author',
      { critics: [{ id: 'c', name: 'x'.repeat(100), path: '/critics/x' }] },
      '100 characters',
      'Shorten the name',
    ],
    ['work', { sameAs: [] }, 'no id in another catalogue', 'Wikidata'],
  ])('%s %#: is said in words, with how to mend it', (part, rest, problem, remedy) => {
    const [found, ...others] = problems(rest)
    expect(others).toEqual([])
    expect(found?.part).toBe(part)
    expect(found?.problem).toContain(problem)
    expect(found?.remedy).toContain(remedy)
  })

  test('a single point for or against a product', () => {
    expect(problems({ pros: ['It lasts.'] }, 'product')).toMatchObject([{ part: 'points' }])
    expect(problems({ pros: ['It lasts.'], cons: ['It rattles.'] }, 'product')).toEqual([])
    expect(problems({ pros: ['It listens.'] })).toEqual([])
  })
})
