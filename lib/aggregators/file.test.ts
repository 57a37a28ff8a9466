import { describe, expect, test } from 'vitest'
import { csvOf, type FileHead, type FileRow, fileName, jsonOf } from './file.ts'

const row: FileRow = {
  reviewId: '0198c6a0-0000-7000-8000-000000000001',
  link: 'https://five.example/reviews/her',
  headline: 'A Voice Through the Floor',
  critics: ['Imogen Vale', 'Amos Reed'],
  outlet: 'Out of Five',
  work: {
    id: 'w',
    title: 'Her',
    year: 2013,
    kind: 'film',
    ids: [
      { scheme: 'imdb', value: 'tt1798709' },
      { scheme: 'wikidata', value: 'Q788822' },
    ],
  },
  quote: 'A film to “live” in, says "she".',
  score: {
    original: 'Five OS’s out of five',
    short: '5/5',
    figures: { value: 5, worst: 0, best: 5 },
    hundred: 100,
    isFresh: true,
  },
  published: '2014-02-14T08:00:00+00:00',
  updated: '2014-02-15T08:00:00+00:00',
  language: 'en-GB',
  isWithdrawn: false,
  state: 'new',
}
const head: FileHead = {
  outlet: 'Out of Five',
  site: 'https://five.example/',
  recipient: 'Rotten Tomatoes',
  from: '2014-02-01',
  to: '2014-02-28',
  timeZone: 'Europe/London',
  made: '2014-03-01T09:00:00+00:00',
}

/** Cells of a table as RFC 4180 writes it, read by other code than that which wrote it. */
function cells(csv: string): string[][] {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (let at = csv.startsWith('\uFEFF') ? 1 : 0; at < csv.length; at += 1) {
    const sign = csv[at] ?? ''
    const line = rows.at(-1) ?? []
    const add = (text: string) => line.push((line.pop() ?? '') + text)
    if (isQuoted && sign === '"' && csv[at + 1] === '"') {
      add('"')
      at += 1
    } else if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) add(sign)
    else if (sign === ',') line.push('')
    else if (sign === '\r' && csv[at + 1] === '\n') {
      rows.push([''])
      at += 1
    } else add(sign)
  }
  return rows.slice(0, -1)
}

describe('the table', () => {
  test('has a name over each column, and of a review what there is to say', () => {
    const csv = csvOf([row])
    expect(csv.startsWith('\uFEFFLink,Critic,Outlet,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    const [names = [], said = []] = cells(csv)
    expect(Object.fromEntries(names.map((name, index) => [name, said[index]]))).toEqual({
      Link: row.link,
      Critic: 'Imogen Vale and Amos Reed',
      Outlet: 'Out of Five',
      Title: 'Her',
      Year: '2013',
      Kind: 'Film',
      IMDb: 'tt1798709',
      TMDB: '',
      Wikidata: 'Q788822',
      ISBN: '',
      MusicBrainz: '',
      IGDB: '',
      Headline: row.headline,
      'Pull quote': row.quote,
      'Original score': 'Five OS’s out of five',
      Score: '5',
      'Out of': '5',
      '0–100': '100',
      'Fresh or rotten': 'Fresh',
      Published: row.published,
      Updated: row.updated,
      Language: 'en-GB',
      State: 'new',
    })
  })

  test('keeps a score from being read as a date, and one below nothing as a number', () => {
    const score = {
      original: '4/5',
      short: '4/5',
      figures: { value: -4, worst: -5, best: 5 },
      hundred: 10,
      isFresh: false,
    }
    const [names = [], said = []] = cells(csvOf([{ ...row, score }]))
    expect(said[names.indexOf('Original score')]).toBe('4 out of 5')
    expect(said[names.indexOf('Score')]).toBe('-4')
  })

  test('says of an unscored review that it is not scored', () => {
    const [names = [], said = []] = cells(csvOf([{ ...row, score: null }]))
    expect(said[names.indexOf('Original score')]).toBe('Not scored')
    expect(said[names.indexOf('0–100')]).toBe('')
    expect(said[names.indexOf('Fresh or rotten')]).toBe('')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://x.example","y")', '＝1'])(
    'does not let %j be a formula',
    typed => {
      const [, said = []] = cells(csvOf([{ ...row, headline: typed, quote: typed, critics: [typed] }]))
      expect(said.filter(cell => /^[=+\-@\t\r＝]/.test(cell))).toEqual([])
      expect(said.filter(cell => cell === `'${typed}`)).toHaveLength(3)
    },
  )

  test('keeps commas, quotation marks and line breaks inside a cell', () => {
    const headline = 'One, "two"\r\nthree'
    const [names = [], said = []] = cells(csvOf([{ ...row, headline }]))
    expect(said[names.indexOf('Headline')]).toBe(headline)
  })

  test('of nothing is its names', () => {
    expect(cells(csvOf([]))).toHaveLength(1)
  })
})

describe('the JSON', () => {
  test('says the same with null for what there is not, and withdrawn reviews apart', () => {
    const gone: FileRow = { ...row, link: 'https://five.example/reviews/gone', isWithdrawn: true, state: 'withdrawn' }
    const said: unknown = JSON.parse(jsonOf(head, [row, { ...row, quote: '', score: null }, gone]))
    expect(said).toMatchObject({
      ...head,
      reviews: [
        {
          link: row.link,
          critics: ['Imogen Vale', 'Amos Reed'],
          work: { title: 'Her', ids: [{ scheme: 'imdb', value: 'tt1798709' }, { scheme: 'wikidata' }] },
          quote: row.quote,
          score: {
            original: 'Five OS’s out of five',
            short: '5/5',
            figures: { best: 5 },
            outOf100: 100,
            freshness: 'fresh',
          },
        },
        { quote: null, score: null },
      ],
      withdrawn: [{ link: gone.link }],
    })
  })
})

test('a file is called by whom it is for and of when it is, in letters that every system has', () => {
  expect(fileName(head, 'csv')).toBe('out-of-five-rotten-tomatoes-2014-02-01-to-2014-02-28.csv')
  expect(fileName({ ...head, recipient: '映画.com/../é"\r\n' }, 'json')).toBe(
    'out-of-five-com-e-2014-02-01-to-2014-02-28.json',
  )
})
