import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { makeEditor, makePerson, makeWork, unique } from '#prisma/factories.ts'
import { createWork } from './commands.ts'
import { recognisePeople, searchMentions, searchWorks } from './desk-queries.ts'
import { newWorkSchema } from './works-schema.ts'

await testDatabase()
const nobody = '00000000-0000-7000-8000-000000000000'

const film = (title: string, part: Record<string, unknown> = {}) =>
  newWorkSchema.parse({ kind: 'film', title, released: '2013-12-18', credits: [], ...part })

describe('a new work', () => {
  test('has its credits in order, and the same new name twice is one person', async () => {
    const known = await makePerson(unique('Scarlett'))
    const name = unique('Spike')
    const credits = [
      { name, role: 'director', character: null, personId: null },
      { name, role: 'writer', character: null, personId: null },
      { name: known.name, role: 'voice', character: 'Samantha', personId: known.id },
    ]
    const title = unique('Her')
    const outcome = await createWork(await makeEditor('contributor'), film(title, { credits }))
    if (!outcome.ok) throw new Error(outcome.code)
    expect(outcome.work).toMatchObject({ title, year: 2013, makers: name })
    const rows = await db().credit.findMany({ where: { workId: outcome.work.id }, orderBy: { position: 'asc' } })
    expect(rows.map(({ role, character, position }) => [role, character, position])).toEqual([
      ['director', null, 1],
      ['writer', null, 2],
      ['voice', 'Samantha', 3],
    ])
    expect(rows[0]?.personId).toBe(rows[1]?.personId)
    expect(rows[2]?.personId).toBe(known.id)
    expect(await db().work.findUnique({ where: { id: outcome.work.id } })).toMatchObject({
      releaseYear: 2013,
      releaseMonth: 12,
      releaseDay: 18,
    })
  })

  test('takes the only known person of a name, unless it is said to be another, or there are several', async () => {
    const known = await makePerson(unique('Joaquin'))
    const credited = async (credit: Record<string, unknown>) => {
      const credits = [{ name: known.name, role: 'actor', character: null, ...credit }]
      const outcome = await createWork(await makeEditor(), film(unique('Work'), { credits }))
      if (!outcome.ok) throw new Error(outcome.code)
      return (await db().credit.findFirstOrThrow({ where: { workId: outcome.work.id } })).personId
    }
    expect(await credited({})).toBe(known.id)
    expect(await credited({ personId: null })).not.toBe(known.id)
    // Now there are two of the name, and nobody has said which.
    expect(await credited({})).not.toBe(known.id)
  })

  test('of a kind, title and year that are there is pointed out, and made when it is another', async () => {
    const editor = await makeEditor()
    const title = unique('Twice')
    const first = await createWork(editor, film(title))
    const again = await createWork(editor, film(`the ${title}`, { released: '2014' }))
    expect(again).toMatchObject({ ok: false, code: 'exists', work: { id: first.ok && first.work.id } })
    expect(await createWork(editor, film(title, { released: '1960' }))).toMatchObject({
      ok: true,
      work: { slug: `${title.toLowerCase()}-1960` },
    })
    expect(await createWork(editor, film(title, { isAnother: true }))).toMatchObject({
      ok: true,
      work: { slug: `${title.toLowerCase()}-2013` },
    })
    expect(await createWork(editor, film(title, { isAnother: true }))).toMatchObject({
      ok: true,
      work: { slug: `${title.toLowerCase()}-2` },
    })
  })

  test('ten at once of the same: one is made', async () => {
    const editor = await makeEditor()
    const title = unique('Rush')
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => createWork(editor, film(title))))
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    expect(await db().work.count({ where: { title } })).toBe(1)
  })

  test('a season belongs to a series', async () => {
    const editor = await makeEditor()
    const series = await makeWork({ kind: 'series', title: unique('Severance') })
    expect(newWorkSchema.safeParse({ kind: 'season', title: 'Season 1', released: '', credits: [] }).success).toBe(
      false,
    )
    expect(await createWork(editor, film('Season 1', { kind: 'season', parentId: nobody, number: 1 }))).toMatchObject({
      code: 'invalid',
      field: 'parentId',
    })
    expect(
      await createWork(editor, film('Season 1', { kind: 'season', parentId: series.id, number: 1 })),
    ).toMatchObject({ ok: true, work: { title: `${series.title}: Season 1` } })
  })

  test('with somebody who does not exist is refused, and leaves nothing', async () => {
    const title = unique('Gone')
    const credits = [{ name: 'X', role: 'director', character: null, personId: nobody }]
    expect(await createWork(await makeEditor(), film(title, { credits }))).toMatchObject({
      code: 'invalid',
      field: 'credits',
    })
    expect(await db().work.count({ where: { title } })).toBe(0)
  })

  test('dates that do not exist, unknown fields and empty titles are refused', () => {
    const good = { kind: 'film', title: 'Her', released: '2013', credits: [] }
    expect(newWorkSchema.safeParse(good).success).toBe(true)
    for (const part of [
      { released: '2013-02-30' },
      { released: 'soon' },
      { title: ' ' },
      { kind: 'poem' },
      { slug: 'mine' },
      { version: 2 },
      { title: 'a\u0000' },
    ]) {
      expect(newWorkSchema.safeParse({ ...good, ...part }).success).toBe(false)
    }
  })
})

describe('the desk’s search', () => {
  test('finds without accents, articles and case, likeliest first', async () => {
    const editor = await makeEditor()
    const word = unique('Zephyr')
    await makeWork({ title: `Of ${word}` })
    await makeWork({ title: `The ${word}` })
    await makeWork({ title: `Café ${word} noir` })
    const titles = async (query: string) => (await searchWorks(editor, query)).map(({ title }) => title)
    expect(await titles(word.toLowerCase())).toEqual([`The ${word}`, `Café ${word} noir`, `Of ${word}`])
    expect(await titles(`cafe ${word}`)).toEqual([`Café ${word} noir`])
    expect(await titles('%')).toEqual([])
    expect(await titles('_')).toEqual([])
    expect(await titles('\\')).toEqual([])
  })

  test('offers works and people for a mention, and knows people by name', async () => {
    const editor = await makeEditor()
    const name = unique('Quill')
    const work = await makeWork({ title: name, director: `${name} Jonze` })
    const found = await searchMentions(editor, name)
    expect(found.map(({ kind, label }) => [kind, label])).toEqual([
      ['work', name],
      ['person', `${name} Jonze`],
    ])
    expect(found[0]?.detail).toBe(`Film, 2013, ${name} Jonze`)
    expect(await recognisePeople(editor, [`${name.toUpperCase()} JONZE`, 'Nobody At All'])).toEqual({
      [`${name.toUpperCase()} JONZE`]: [{ id: work.person.id, name: `${name} Jonze`, knownFor: name }],
    })
  })
})
