import { describe, expect, test } from 'vitest'
import { livePaths, resolveAddress } from '#lib/addresses/published.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makePerson, makeReview, makeSection, makeWork, readReview, unique } from '#prisma/factories.ts'
import { mergeRecords, planMerge, splitRecord } from './commands.ts'
import { undoRegrouping } from './commands-undo.ts'
import { fingerprint } from './fingerprint.ts'
import { type RegroupingNoun, undoing } from './regrouping.ts'
import { type SplitInput, splitSchema } from './regrouping-schema.ts'

await testDatabase()
const editor = await makeEditor()
const section = await makeSection()
const nobody = '00000000-0000-7000-8000-000000000000'

/** Every row that a regrouping may touch, apart from counters and moments. */
async function everything() {
  const order = { orderBy: { id: 'asc' } } as const
  const plain = <Row extends object>(rows: Row[]) =>
    rows.map(row =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !/^(version|updatedAt|changedAt|shownAt)$/.test(key))),
    )
  return {
    works: plain(await db().work.findMany(order)),
    people: plain(await db().person.findMany(order)),
    credits: await db().credit.findMany(order),
    externalIds: await db().externalId.findMany(order),
    editions: await db().edition.findMany(order),
    listEntries: await db().listEntry.findMany({ orderBy: [{ listId: 'asc' }, { workId: 'asc' }] }),
    seriesEntries: await db().seriesEntry.findMany({ orderBy: [{ seriesId: 'asc' }, { workId: 'asc' }] }),
    reviews: plain(await db().review.findMany(order)),
    publications: await db().publication.findMany(order),
    addresses: plain(await db().address.findMany({ orderBy: { path: 'asc' } })),
  }
}

async function reviewed(workId: string, { live = true } = {}) {
  const review = await makeReview(editor, { workId, sectionId: section.id })
  if (!live) return review
  const outcome = await publishReview(editor, review)
  if (!outcome.ok) throw new Error(outcome.code)
  return review
}

async function merge(noun: RegroupingNoun, fromId: string, intoId: string, who: Editor = editor) {
  const planned = await planMerge(db(), { noun, fromId, intoId })
  const seen = planned && 'plan' in planned ? fingerprint(planned.plan.changes) : ''
  return mergeRecords(who, { noun, fromId, intoId, seen })
}

async function merged(noun: RegroupingNoun, fromId: string, intoId: string) {
  const outcome = await merge(noun, fromId, intoId)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome
}

const split = (
  input: Omit<SplitInput, 'chosen' | 'released'> & { released?: string; chosen: Partial<SplitInput['chosen']> },
) => splitRecord(editor, splitSchema.parse(input))

/** Two works that are the same, with one of everything, and things that both have. */
async function twins() {
  const [a, b] = [await makeWork({ title: unique('Her') }), await makeWork({ title: unique('Her') })]
  const both = await makePerson(unique('Amy'))
  const list = await db().list.create({ data: { slug: unique('list'), title: 'Machines' } })
  const alone = await db().list.create({ data: { slug: unique('list'), title: 'Alone' } })
  const series = await db().workSeries.create({
    data: { slug: unique('series'), name: 'Futures', sortName: 'futures' },
  })
  await db().credit.createMany({
    data: [
      { workId: a.id, personId: both.id, role: 'actor', character: 'Amy', position: 2 },
      { workId: b.id, personId: both.id, role: 'actor', position: 2 },
    ],
  })
  await db().edition.createMany({
    data: [
      { workId: a.id, name: 'Blu-ray', position: 1 },
      { workId: b.id, name: 'DVD', position: 1 },
    ],
  })
  await db().listEntry.createMany({
    data: [
      { listId: list.id, workId: a.id, position: 1, note: 'The best.' },
      { listId: list.id, workId: b.id, position: 2 },
      { listId: alone.id, workId: a.id, position: 1, note: 'Here too.' },
    ],
  })
  await db().seriesEntry.create({ data: { seriesId: series.id, workId: a.id, position: 1 } })
  await db().externalId.createMany({
    data: [
      { workId: a.id, scheme: 'wikidata', value: `Q${Math.floor(Math.random() * 1e9) + 1}` },
      { workId: b.id, scheme: 'wikidata', value: `Q${Math.floor(Math.random() * 1e9) + 1}` },
    ],
  })
  const part = await makeWork({ title: unique('Making of'), parentId: a.id })
  return { a, b, both, list, alone, series, part }
}

describe('merging works', () => {
  test('moves everything, says what could not be, leads every address there in one hop, and is undone to the last row', async () => {
    const { a, b, list, alone, series, part } = await twins()
    const live = await reviewed(a.id)
    const draft = await reviewed(a.id, { live: false })
    await reviewed(b.id)
    const before = await everything()
    const planned = await planMerge(db(), { noun: 'work', fromId: a.id, intoId: b.id })
    if (!planned || !('plan' in planned)) throw new Error('no plan')
    expect(planned.plan.notes).toEqual([
      expect.stringMatching(/is credited in both as actor: one credit stays/),
      expect.stringMatching(/Both stand in the list “Machines”.*with the note of the other/),
      expect.stringMatching(/Wikidata knows them as two/),
    ])
    const outcome = await merged('work', a.id, b.id)
    const of = { where: { workId: b.id } }
    expect(await db().review.count(of)).toBe(3)
    expect(await db().publication.count(of)).toBe(2)
    expect((await readReview(draft.id)).content.workId).toBe(b.id)
    expect(await db().credit.findMany({ ...of, orderBy: { position: 'asc' } })).toMatchObject([
      { personId: b.person.id, position: 1 },
      { character: 'Amy', position: 2 },
      { personId: a.person.id, position: 3 },
    ])
    expect(await db().edition.count(of)).toBe(2)
    expect(await db().listEntry.findMany({ ...of, orderBy: { listId: 'asc' } })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ listId: list.id, position: 2, note: 'The best.' }),
        expect.objectContaining({ listId: alone.id, position: 1 }),
      ]),
    )
    expect(await db().seriesEntry.count({ where: { ...of.where, seriesId: series.id } })).toBe(1)
    expect(await db().work.findUnique({ where: { id: part.id } })).toMatchObject({ parentId: b.id })
    expect(await resolveAddress(`/works/${a.slug}`)).toEqual({ state: 'moved', target: `/works/${b.slug}` })
    expect(await livePaths([a.id])).toEqual({ [a.id]: `/works/${b.slug}` })
    const event = await db().contentEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(event.tags).toEqual(
      expect.arrayContaining([
        `work:${a.id}`,
        `work:${b.id}`,
        `review:${live.id}`,
        `list:${list.id}`,
        `series:${series.id}`,
      ]),
    )
    expect(await undoRegrouping(editor, outcome.regroupingId)).toMatchObject({ ok: true, recordId: a.id })
    expect(await everything()).toEqual(before)
    expect(await undoRegrouping(editor, outcome.regroupingId)).toEqual({ ok: false, code: 'not-found' })
  })

  test('gives a page to one that had none, and takes it away again with the undoing', async () => {
    const [a, b] = [await makeWork(), await makeWork()]
    await reviewed(a.id)
    const before = await everything()
    const { regroupingId } = await merged('work', a.id, b.id)
    expect(await resolveAddress(`/works/${b.slug}`)).toMatchObject({ state: 'live' })
    expect(await resolveAddress(`/works/${a.slug}`)).toEqual({ state: 'moved', target: `/works/${b.slug}` })
    await undoRegrouping(editor, regroupingId)
    expect(await everything()).toEqual(before)
    expect(await resolveAddress(`/works/${b.slug}`)).toBeNull()
  })

  test('makes no chains, and is undone in order only', async () => {
    const [a, b, c] = [await makeWork(), await makeWork(), await makeWork()]
    for (const { id } of [a, b, c]) await reviewed(id)
    const before = await everything()
    const first = await merged('work', a.id, b.id)
    const between = await everything()
    const second = await merged('work', b.id, c.id)
    for (const { slug } of [a, b])
      expect(await resolveAddress(`/works/${slug}`)).toEqual({ state: 'moved', target: `/works/${c.slug}` })
    expect(await db().work.findUnique({ where: { id: a.id } })).toMatchObject({ mergedIntoId: c.id })
    expect(await undoRegrouping(editor, first.regroupingId)).toMatchObject({
      ok: false,
      code: 'changed',
      problem: expect.stringContaining('merged into another one since. Undo that first.'),
    })
    await undoRegrouping(editor, second.regroupingId)
    expect(await everything()).toEqual(between)
    await undoRegrouping(editor, first.regroupingId)
    expect(await everything()).toEqual(before)
  })

  test('retracting everything afterwards leaves no address that leads nowhere', async () => {
    const [a, b] = [await makeWork(), await makeWork()]
    const review = await reviewed(a.id)
    await merged('work', a.id, b.id)
    await retractReview(editor, { id: review.id, version: (await readReview(review.id)).version })
    expect(await resolveAddress(`/works/${b.slug}`)).toMatchObject({ state: 'gone' })
    expect(await resolveAddress(`/works/${a.slug}`)).toEqual({ state: 'moved', target: `/works/${b.slug}` })
    expect(await livePaths([a.id, b.id])).toEqual({})
  })

  test('takes a review that is published again since back whole', async () => {
    const [a, b] = [await makeWork(), await makeWork()]
    const review = await reviewed(a.id)
    const { regroupingId } = await merged('work', a.id, b.id)
    const { saveReview } = await import('#lib/reviews/commands.ts')
    const now = await readReview(review.id)
    const saved = await saveReview(editor, {
      id: review.id,
      version: now.version,
      content: { ...now.content, verdict: 'Better still.' },
    })
    if (!saved.ok) throw new Error(saved.code)
    await publishReview(editor, { id: review.id, version: saved.version })
    await undoRegrouping(editor, regroupingId)
    expect(await db().publication.count({ where: { workId: a.id } })).toBe(2)
    expect(await db().publication.count({ where: { workId: b.id } })).toBe(0)
  })

  test('is refused whole when something was changed since, with what it was', async () => {
    const { a, b, list } = await twins()
    const review = await reviewed(a.id)
    const { regroupingId } = await merged('work', a.id, b.id)
    const changed = async (problem: RegExp) => {
      const now = await everything()
      expect(await undoRegrouping(editor, regroupingId)).toMatchObject({
        ok: false,
        code: 'changed',
        problem: expect.stringMatching(problem),
      })
      expect(await everything()).toEqual(now)
    }
    const third = await makeWork()
    await db().review.update({ where: { id: review.id }, data: { workId: third.id } })
    await changed(/has been given another work since. Nothing was undone/)
    await db().review.update({ where: { id: review.id }, data: { workId: b.id } })
    await db().listEntry.update({ where: { listId_workId: { listId: list.id, workId: b.id } }, data: { note: 'New' } })
    await changed(/list “Machines” has been changed/)
    await db().listEntry.update({
      where: { listId_workId: { listId: list.id, workId: b.id } },
      data: { note: 'The best.' },
    })
    await db().credit.deleteMany({ where: { workId: b.id, position: 3 } })
    await changed(/The credits of/)
  })

  test.each(['critic', 'contributor'] as const)('is not for a %s', async role => {
    const [a, b] = [await makeWork(), await makeWork()]
    const who = await makeEditor(role, { isCritic: true })
    expect(await merge('work', a.id, b.id, who)).toEqual({ ok: false, code: 'not-allowed' })
    const { regroupingId } = await merged('work', a.id, b.id)
    expect(await undoRegrouping(who, regroupingId)).toEqual({ ok: false, code: 'not-allowed' })
  })

  test('is refused for what cannot be the same, is gone, or changed since it was looked at', async () => {
    const [a, b, book] = [await makeWork(), await makeWork(), await makeWork({ kind: 'book' })]
    const inside = await makeWork({ parentId: a.id })
    expect(await merge('work', a.id, book.id)).toMatchObject({ code: 'unfit' })
    expect(await merge('work', a.id, inside.id)).toMatchObject({ code: 'unfit' })
    expect(await merge('work', a.id, a.id)).toMatchObject({ code: 'unfit' })
    expect(await merge('work', a.id, nobody)).toEqual({ ok: false, code: 'not-found' })
    const planned = await planMerge(db(), { noun: 'work', fromId: a.id, intoId: b.id })
    if (!planned || !('plan' in planned)) throw new Error('no plan')
    const seen = fingerprint(planned.plan.changes)
    await reviewed(a.id)
    expect(await mergeRecords(editor, { noun: 'work', fromId: a.id, intoId: b.id, seen })).toEqual({
      ok: false,
      code: 'stale',
    })
  })

  test('two at once in opposite directions: one wins', async () => {
    const [a, b] = [await makeWork(), await makeWork()]
    await reviewed(a.id)
    await reviewed(b.id)
    const outcomes = await Promise.all([merge('work', a.id, b.id), merge('work', b.id, a.id)])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    const rows = await db().work.findMany({ where: { id: { in: [a.id, b.id] } } })
    expect(rows.filter(row => row.mergedIntoId === null)).toHaveLength(1)
  })
})

describe('merging people', () => {
  test('keeps the name as an alias, one credit of each, and is undone to the last row', async () => {
    const [a, b] = [await makePerson(unique('Jonze')), await makePerson(unique('Spike Jonze'))]
    await db().person.update({ where: { id: a.id }, data: { aliases: ['Adam Spiegel', b.name] } })
    const [one, two] = [await makeWork(), await makeWork()]
    await db().credit.createMany({
      data: [
        { workId: one.id, personId: a.id, role: 'writer', position: 2 },
        { workId: one.id, personId: b.id, role: 'writer', position: 3 },
        { workId: two.id, personId: a.id, role: 'actor', character: 'Himself', position: 2 },
      ],
    })
    await reviewed(one.id)
    await reviewed(two.id)
    const before = await everything()
    const { regroupingId } = await merged('person', a.id, b.id)
    expect(await db().person.findUnique({ where: { id: b.id } })).toMatchObject({ aliases: [a.name, 'Adam Spiegel'] })
    expect(await db().credit.count({ where: { personId: a.id } })).toBe(0)
    expect(await db().credit.count({ where: { personId: b.id } })).toBe(2)
    expect(await resolveAddress(`/people/${a.slug}`)).toEqual({ state: 'moved', target: `/people/${b.slug}` })
    expect(await livePaths([a.id])).toEqual({ [a.id]: `/people/${b.slug}` })
    await undoRegrouping(editor, regroupingId)
    expect(await everything()).toEqual(before)
  })

  test('keeps an alias that was typed since when it is undone', async () => {
    const [a, b] = [await makePerson(unique('A')), await makePerson(unique('B'))]
    const { regroupingId } = await merged('person', a.id, b.id)
    await db().person.update({ where: { id: b.id }, data: { aliases: [a.name, 'The Boss'] } })
    await undoRegrouping(editor, regroupingId)
    expect(await db().person.findUnique({ where: { id: b.id } })).toMatchObject({ aliases: ['The Boss'] })
  })
})

describe('splitting', () => {
  test('gives what was chosen to a new work with an address of its own; undone, that leads back', async () => {
    const { a, both } = await twins()
    const [stays, goes] = [await reviewed(a.id), await reviewed(a.id)]
    const credit = await db().credit.findFirstOrThrow({ where: { workId: a.id, personId: both.id } })
    const before = await everything()
    const slug = unique('her-again')
    const outcome = await split({
      noun: 'work',
      id: a.id,
      name: 'Her again',
      slug,
      released: '2026',
      chosen: { reviews: [goes.id], credits: [credit.id] },
    })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    const made = { where: { workId: outcome.recordId } }
    expect(await db().publication.findMany({ ...made, select: { reviewId: true } })).toEqual([{ reviewId: goes.id }])
    expect(await db().credit.findMany(made)).toMatchObject([{ personId: both.id, position: 1 }])
    expect((await readReview(stays.id)).content.workId).toBe(a.id)
    expect(await resolveAddress(`/works/${slug}`)).toMatchObject({ state: 'live' })
    expect(await resolveAddress(`/works/${a.slug}`)).toMatchObject({ state: 'live' })
    expect(await undoRegrouping(editor, outcome.regroupingId)).toMatchObject({ ok: true })
    const after = await everything()
    const old = { works: after.works.filter(({ id }) => id !== outcome.recordId), addresses: [] }
    expect({ ...after, ...old }).toEqual({ ...before, addresses: [] })
    expect(await resolveAddress(`/works/${slug}`)).toEqual({ state: 'moved', target: `/works/${a.slug}` })
    expect(await livePaths([outcome.recordId])).toEqual({ [outcome.recordId]: `/works/${a.slug}` })
  })

  test('is not undone when more belongs to the new one by now', async () => {
    const work = await makeWork()
    const review = await reviewed(work.id)
    const outcome = await split({
      noun: 'work',
      id: work.id,
      name: 'Other',
      slug: unique('o'),
      chosen: { reviews: [review.id] },
    })
    if (!outcome.ok) throw new Error(outcome.code)
    await reviewed(outcome.recordId, { live: false })
    const now = await everything()
    expect(await undoRegrouping(editor, outcome.regroupingId)).toMatchObject({
      code: 'changed',
      problem: expect.stringContaining('More belongs to “Other” by now'),
    })
    expect(await everything()).toEqual(now)
  })

  test('parts two people who were taken for one', async () => {
    const person = await makePerson(unique('John Smith'))
    await db().person.update({ where: { id: person.id }, data: { aliases: ['J. Smith', 'Jack Smith'] } })
    const work = await makeWork()
    const credit = await db().credit.create({
      data: { workId: work.id, personId: person.id, role: 'editor', position: 2 },
    })
    await reviewed(work.id)
    const before = await everything()
    const slug = unique('john-smith')
    const outcome = await split({
      noun: 'person',
      id: person.id,
      name: 'John Smith',
      slug,
      chosen: { credits: [credit.id], aliases: ['Jack Smith'] },
    })
    if (!outcome.ok) throw new Error(outcome.code)
    expect(await db().person.findUnique({ where: { id: person.id } })).toMatchObject({ aliases: ['J. Smith'] })
    expect(await resolveAddress(`/people/${slug}`)).toMatchObject({ state: 'live' })
    expect(await resolveAddress(`/people/${person.slug}`)).toMatchObject({ state: 'gone' })
    await undoRegrouping(editor, outcome.regroupingId)
    const after = await everything()
    expect(after.credits).toEqual(before.credits)
    expect(after.people.filter(({ id }) => id !== outcome.recordId)).toEqual(before.people)
    expect(await resolveAddress(`/people/${slug}`)).toEqual({ state: 'moved', target: `/people/${person.slug}` })
  })

  test('is refused with nothing chosen, something that is not there, and an address that is taken', async () => {
    const work = await makeWork()
    const review = await reviewed(work.id)
    const input = { noun: 'work' as const, id: work.id, name: 'Other', slug: unique('other') }
    const before = await everything()
    expect(await split({ ...input, chosen: {} })).toMatchObject({ field: 'chosen' })
    expect(await split({ ...input, chosen: { credits: [nobody] } })).toMatchObject({ field: 'chosen' })
    expect(await split({ ...input, slug: work.slug, chosen: { reviews: [review.id] } })).toMatchObject({
      field: 'slug',
    })
    expect(await split({ ...input, id: nobody, chosen: { reviews: [review.id] } })).toMatchObject({ code: 'not-found' })
    expect(await everything()).toEqual(before)
  })
})

test('what is undone twice is what it was', () => {
  const row = { before: null, after: { listId: nobody, workId: nobody, position: 1, note: '' } }
  const changes = {
    credits: [],
    externalIds: [],
    editions: [],
    listEntries: [row],
    seriesEntries: [],
    links: [{ table: 'part' as const, id: nobody, before: null, after: nobody }],
    aliases: [{ personId: nobody, before: ['a'], after: ['b'] }],
  }
  expect(undoing(undoing(changes))).toEqual(changes)
})
