import { describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
import { makeEditor, makeWork } from '#prisma/factories.ts'
import { listLikelyWorks } from './desk-queries-likely.ts'

await testDatabase()
const editor = await makeEditor()
await makeWork({
  title: 'Portrait of a Lady on Fire',
  originalTitle: 'Portrait de la jeune fille en feu',
  releaseYear: 2019,
})
await makeWork({ title: 'The Bear', kind: 'series', releaseYear: 2022 })
await makeWork({ title: 'Her', releaseYear: 2013 })
await makeWork({ title: 'Heretic', releaseYear: 2024 })
await makeWork({ title: 'Amélie', releaseYear: 2001 })
await makeWork({ title: 'Under the Skin', releaseYear: 2013 })
await makeWork({ title: 'Under the Skin', releaseYear: 1997 })
await makeWork({ title: 'Under the Skin', kind: 'book', releaseYear: 2000 })

const likely = async (
  title: string,
  kind: Parameters<typeof listLikelyWorks>[1]['kind'] = 'film',
  year: number | null = null,
) => (await listLikelyWorks(editor, { title, kind, year })).map(work => `${work.title} (${work.kind}, ${work.year})`)

describe('what a new work may be', () => {
  test.each([
    ['portrait of a lady on fire', 'Portrait of a Lady on Fire (film, 2019)'],
    ['Potrait of a Lady on Fier', 'Portrait of a Lady on Fire (film, 2019)'],
    ['Portrait de la jeune fille en feu', 'Portrait of a Lady on Fire (film, 2019)'],
    ['Amelie', 'Amélie (film, 2001)'],
    ['AMELIÉ', 'Amélie (film, 2001)'],
    ['The Amélie', 'Amélie (film, 2001)'],
    ['Her', 'Her (film, 2013)'],
    ['Bear', 'The Bear (series, 2022)'],
  ])('“%s” may be %s', async (title, first) => expect((await likely(title))[0]).toBe(first))

  test.each(['A', '', 'Paddington 2', '%', "'; DROP TABLE work; --", 'Hers and Theirs'])(
    '“%s” is nothing that is here',
    async title => expect(await likely(title)).toEqual([]),
  )

  test('of several of a title, the one of the kind and about the year comes first', async () => {
    expect(await likely('Under the Skin', 'film', 2014)).toEqual([
      'Under the Skin (film, 2013)',
      'Under the Skin (film, 1997)',
      'Under the Skin (book, 2000)',
    ])
    expect((await likely('Under the skin', 'book', 2000))[0]).toBe('Under the Skin (book, 2000)')
  })
})
