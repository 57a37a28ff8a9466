import { describe, expect, test } from 'vitest'
import { resolveAddress } from '#lib/addresses/published.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeMedia, makePerson, makeReview, makeWork, unique } from '#prisma/factories.ts'
import { editWork } from './commands-edit.ts'
import { getDeskWork } from './desk-queries-work.ts'
import { getWorkPage } from './published.ts'
import type { WorkContent } from './work-content.ts'
import { contentProblems, workContentSchema } from './work-content-schema.ts'

await testDatabase()
const editor = await makeEditor()
const nobody = '00000000-0000-7000-8000-000000000000'

async function open(id: string) {
  const work = await getDeskWork(editor, id)
  if (!work) throw new Error('There is no such work')
  return work
}

/** Saves what is stored with these changes, as the form does. */
async function save(
  id: string,
  change: Partial<WorkContent>,
  { who = editor, version }: { who?: Editor; version?: number } = {},
) {
  const work = await open(id)
  const content = workContentSchema.parse({ ...work.content, ...change })
  return editWork(who, { id, version: version ?? work.version, content })
}

async function reviewed(work: { id: string }) {
  const review = await makeReview(editor, { workId: work.id })
  const outcome = await publishReview(editor, review)
  if (!outcome.ok) throw new Error(outcome.code)
  return review
}

const lastEvent = () => db().contentEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })
const pathOfWork = async (id: string) => `/works/${(await open(id)).content.slug}`

describe('editing a work', () => {
  test('keeps every field, credits and editions in order, and counts the version', async () => {
    const work = await makeWork({ title: unique('Klara'), kind: 'book' })
    const media = await makeMedia()
    const known = await makePerson(unique('Sura'))
    const change: Partial<WorkContent> = {
      title: unique('Klara and the Sun'),
      originalTitle: '花樣年華',
      sortTitle: 'Zebra Élan',
      released: '2021-03-02',
      language: 'en',
      country: 'GB',
      genres: ['Literary fiction', 'Science fiction', 'literary Fiction'],
      pages: 307,
      publisher: 'Faber & Faber',
      summary: ' A novel\nnarrated by Klara. ',
      credits: [
        { personId: null, name: 'Kazuo Ishiguro', role: 'author', character: null },
        { personId: known.id, name: known.name, role: 'narrator', character: 'Klara' },
      ],
      externalIds: [{ scheme: 'isbn', value: '9780571364879' }],
      editions: [
        { name: 'Hardback', format: 'Book', publisher: 'Faber & Faber', released: '2021-03-02', isbn: '0-571-36487-X' },
        { name: 'Second printing', format: '', publisher: '', released: '2021', isbn: '' },
      ],
      imageId: media.id,
      imageAlt: 'A red sun on blue',
      imageCredit: 'The publisher',
    }
    const outcome = await save(work.id, change)
    expect(outcome).toMatchObject({ ok: true, version: 2 })
    const { content } = await open(work.id)
    expect(content).toMatchObject({
      ...change,
      sortTitle: 'zebra elan',
      genres: ['Literary fiction', 'Science fiction'],
      summary: 'A novel narrated by Klara.',
      credits: [
        { name: 'Kazuo Ishiguro', role: 'author' },
        { personId: known.id, character: 'Klara' },
      ],
      editions: [
        { name: 'Hardback', isbn: '9780571364879' },
        { name: 'Second printing', released: '2021', isbn: '' },
      ],
    })
    const audit = await db().auditEntry.findFirstOrThrow({ where: { subject: work.id, action: 'work.edit' } })
    expect(audit).toMatchObject({ actorId: editor.id, detail: { version: 2 } })
    // The same again changes nothing, and says nothing to anybody.
    const before = (await lastEvent()).id
    expect(await save(work.id, {})).toMatchObject({ ok: true, version: 2, eventId: null })
    expect((await lastEvent()).id).toBe(before)
  })

  test('tells every page that shows anything of it, and readers see it', async () => {
    const work = await makeWork({ title: unique('Her') })
    const review = await reviewed(work)
    const added = await makePerson(unique('Amy'))
    const title = unique('Her again')
    await save(work.id, {
      title,
      credits: [{ personId: added.id, name: added.name, role: 'actor', character: null }],
    })
    expect(new Set((await lastEvent()).tags)).toEqual(
      new Set([
        'works',
        'people',
        `work:${work.id}`,
        `review:${review.id}`,
        `person:${work.person.id}`,
        `person:${added.id}`,
      ]),
    )
    const page = await getWorkPage((await open(work.id)).content.slug)
    expect(page).toMatchObject({ title, reviews: [{ work: { title } }] })
    // Whoever is credited no more has nothing here any more, and whoever is new has.
    expect(await resolveAddress(`/people/${work.person.slug}`)).toMatchObject({ state: 'gone' })
    expect(await resolveAddress(`/people/${added.slug}`)).toMatchObject({ state: 'live' })
  })

  test('moves its address in one hop, however often', async () => {
    const work = await makeWork({ title: unique('Moved') })
    const review = await reviewed(work)
    const first = await pathOfWork(work.id)
    const slugs = [unique('second'), unique('third')]
    for (const slug of slugs) expect(await save(work.id, { slug })).toMatchObject({ ok: true })
    const [second, third] = slugs.map(slug => `/works/${slug}`)
    expect(await resolveAddress(third ?? '')).toMatchObject({ state: 'live' })
    for (const path of [first, second ?? ''])
      expect(await resolveAddress(path)).toEqual({ state: 'moved', target: third })
    // Back again: what had moved leads here, and nothing leads in a circle.
    expect(await save(work.id, { slug: first.slice('/works/'.length) })).toMatchObject({ ok: true })
    expect(await resolveAddress(first)).toMatchObject({ state: 'live' })
    for (const path of [second ?? '', third ?? ''])
      expect(await resolveAddress(path)).toEqual({ state: 'moved', target: first })
    const { version } = await db().review.findUniqueOrThrow({ where: { id: review.id } })
    await retractReview(editor, { id: review.id, version })
    expect(await resolveAddress(first)).toMatchObject({ state: 'gone' })
  })

  test('refuses an address that is or was another’s', async () => {
    const [work, other] = [await makeWork({ title: unique('A') }), await makeWork({ title: unique('B') })]
    await reviewed(other)
    const was = (await open(other.id)).content.slug
    expect(await save(work.id, { slug: was })).toMatchObject({
      code: 'invalid',
      field: 'slug',
      holder: { name: `${other.title} (2013)`, path: `/desk/works/${other.id}` },
    })
    await save(other.id, { slug: unique('elsewhere') })
    expect(await save(work.id, { slug: was })).toMatchObject({ code: 'invalid', field: 'slug', problem: /before/ })
    expect((await open(work.id)).version).toBe(1)
  })

  test('of one version is done once; the others are shown what is stored', async () => {
    const work = await makeWork({ title: unique('Twice') })
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, index) => save(work.id, { summary: `Said ${index}` }, { version: 1 })),
    )
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
    const { content } = await open(work.id)
    for (const outcome of outcomes.filter(each => !each.ok))
      expect(outcome).toMatchObject({
        code: 'stale',
        current: { version: 2, content: { summary: content.summary }, savedBy: editor.name },
      })
  })

  test('is for editors; what is not there is not found', async () => {
    const work = await makeWork()
    for (const role of ['critic', 'contributor'] as const)
      expect(await save(work.id, { title: 'Mine' }, { who: await makeEditor(role, { isCritic: true }) })).toEqual({
        ok: false,
        code: 'not-allowed',
      })
    const { content } = await open(work.id)
    expect(await editWork(editor, { id: nobody, version: 1, content })).toEqual({ ok: false, code: 'not-found' })
    const into = await makeWork()
    await db().work.update({ where: { id: work.id }, data: { mergedIntoId: into.id } })
    expect(await editWork(editor, { id: work.id, version: 1, content })).toEqual({ ok: false, code: 'not-found' })
    expect(await getDeskWork(editor, work.id)).toBeNull()
  })
})

describe('what a work is part of', () => {
  const series = async () => makeWork({ kind: 'series', title: unique('Severance') })

  test('makes sense', async () => {
    const [film, whole] = [await makeWork(), await series()]
    expect(await save(film.id, { kind: 'season', parentId: whole.id, number: 1 })).toMatchObject({ ok: true })
    const album = await makeWork({ kind: 'album' })
    expect(await save(album.id, { kind: 'track', parentId: whole.id })).toMatchObject({
      field: 'parentId',
      problem: 'A track is part of an album, not of a series.',
    })
    expect(await save(whole.id, { kind: 'film' })).toMatchObject({
      field: 'kind',
      problem: '1 season belongs to it, so it has to be a series.',
    })
    expect(await save(film.id, { parentId: nobody })).toMatchObject({ field: 'parentId', problem: /any more/ })
  })

  test('is never itself, however far apart', async () => {
    const [a, b, c] = [await makeWork(), await makeWork(), await makeWork()]
    expect(await save(a.id, { parentId: a.id })).toMatchObject({ field: 'parentId', problem: /no part of itself/ })
    await save(b.id, { parentId: a.id })
    await save(c.id, { parentId: b.id })
    expect(await save(a.id, { parentId: c.id, title: unique('Lost') })).toMatchObject({
      code: 'invalid',
      field: 'parentId',
      problem: 'The work would be part of itself: what you chose is one of its own parts.',
    })
    expect((await open(a.id)).content).toMatchObject({ parentId: null, title: a.title })
  })

  test('is never itself, also when two are put under each other at once', async () => {
    const [a, b] = [await makeWork(), await makeWork()]
    const outcomes = await Promise.all([save(a.id, { parentId: b.id }), save(b.id, { parentId: a.id })])
    expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
  })

  test('is told when it is renamed, and when a part leaves; its page ends with its last part', async () => {
    const whole = await series()
    const season = await makeWork({ kind: 'season', parentId: whole.id, number: 1, title: 'Season 1' })
    const review = await reviewed(season)
    await save(whole.id, { title: unique('Renamed') })
    expect((await lastEvent()).tags).toEqual(expect.arrayContaining([`work:${season.id}`, `review:${review.id}`]))
    expect(await resolveAddress(await pathOfWork(whole.id))).toMatchObject({ state: 'live' })
    const other = await series()
    await save(season.id, { parentId: other.id })
    expect((await lastEvent()).tags).toEqual(expect.arrayContaining([`work:${whole.id}`, `work:${other.id}`]))
    expect(await resolveAddress(await pathOfWork(whole.id))).toMatchObject({ state: 'gone' })
    expect(await resolveAddress(await pathOfWork(other.id))).toMatchObject({ state: 'live' })
  })
})

describe('ids elsewhere', () => {
  test('belong to one work or person, and it is said to which', async () => {
    const [her, other] = [await makeWork({ title: unique('Her') }), await makeWork()]
    const id = { scheme: 'imdb', value: `tt${Date.now() % 100_000_000}1`.slice(0, 10) } as const
    expect(await save(her.id, { externalIds: [id] })).toMatchObject({ ok: true })
    expect(await save(other.id, { externalIds: [id], title: unique('Lost') })).toMatchObject({
      field: 'externalIds',
      holder: { name: `${her.title} (2013)`, path: `/desk/works/${her.id}` },
    })
    expect((await open(other.id)).content).toMatchObject({ title: other.title, externalIds: [] })
    const wikidata = { scheme: 'wikidata', value: `Q${Date.now() % 1_000_000_000}` } as const
    await db().externalId.create({ data: { ...wikidata, personId: her.person.id } })
    expect(await save(other.id, { externalIds: [wikidata] })).toMatchObject({
      holder: { path: `/desk/people/${her.person.id}` },
    })
    expect(await save(her.id, { externalIds: [id, id] })).toMatchObject({ problem: /twice/ })
    // Its own may stay, or go.
    expect(await save(her.id, { summary: 'Still' })).toMatchObject({ ok: true })
    expect(await save(her.id, { externalIds: [] })).toMatchObject({ ok: true })
  })

  test('have the form of their catalogue, and are of this kind of thing', async () => {
    const work = await makeWork()
    for (const [scheme, value] of [
      ['imdb', 'nm0005069'],
      ['isbn', '9780571364879'],
      ['tmdb', 'tv-1'],
      ['wikidata', 'P31'],
    ] as const)
      expect(await save(work.id, { externalIds: [{ scheme, value }] })).toMatchObject({ field: 'externalIds' })
  })

  test('an ISBN is of one edition', async () => {
    const [one, two] = [await makeWork({ kind: 'book' }), await makeWork({ kind: 'book' })]
    const edition = { name: 'Paperback', format: '', publisher: '', released: '', isbn: '9780306406157' }
    expect(await save(one.id, { editions: [edition] })).toMatchObject({ ok: true })
    expect(await save(two.id, { editions: [edition] })).toMatchObject({
      field: 'editions',
      holder: { path: `/desk/works/${one.id}` },
    })
    expect(await save(two.id, { externalIds: [{ scheme: 'isbn', value: edition.isbn }] })).toMatchObject({
      field: 'externalIds',
    })
    expect(await save(one.id, { externalIds: [{ scheme: 'isbn', value: edition.isbn }] })).toMatchObject({ ok: true })
    expect(await save(one.id, { editions: [edition, edition] })).toMatchObject({ field: 'editions' })
  })
})

describe('what cannot be', () => {
  const content = async () => (await open((await makeWork()).id)).content

  test.each<[string, Record<string, unknown>, string, RegExp]>([
    ['a date', { released: '2013-02-30' }, 'released', /There is no 30 February 2013/],
    ['an empty title', { title: ' \u200b ' }, 'title', /./],
    ['a title that turns the line round', { title: 'Her\u202etxet' }, 'title', /cannot be seen/],
    ['a title under a heap of marks', { title: `e${'\u0301'.repeat(40)}` }, 'title', /too many marks/],
    ['NUL', { title: 'a\u0000' }, 'title', /cannot be stored/],
    ['half a character', { title: 'a\ud800' }, 'title', /cannot be stored/],
    ['two megabytes', { summary: 'x'.repeat(2_000_000) }, 'summary', /At most 1000/],
    [
      'an edition without a name',
      { editions: [{ name: '', format: '', publisher: '', released: '', isbn: '' }] },
      'editions',
      /^Edition 1: Give the edition a name/,
    ],
    [
      'a wrong ISBN',
      { editions: [{ name: 'A', format: '', publisher: '', released: '', isbn: '9780571364878' }] },
      'editions',
      /^Edition 1: This is no ISBN/,
    ],
    ['a country of nobody', { country: 'XX' }, 'country', /no country/],
    ['no minutes', { minutes: 0 }, 'minutes', /whole minutes/],
    ['a picture without a description', { imageId: nobody }, 'imageAlt', /Describe/],
    ['a season of nothing', { kind: 'season' }, 'parentId', /Say what/],
    [
      '10,000 credits',
      {
        credits: Array.from({ length: 10_000 }, () => ({ personId: null, name: 'A', role: 'actor', character: null })),
      },
      'credits',
      /At most 200 credits/,
    ],
    ['a field of another', { version: 7 }, '', /./],
  ])('%s is refused in words', async (_, part, field, problem) => {
    const checked = workContentSchema.safeParse({ ...(await content()), ...part })
    if (checked.success) throw new Error('It was taken')
    const { fields, problem: general } = contentProblems(checked.error)
    expect(field === '' ? general : fields[field]).toMatch(problem)
  })

  test('letters from right to left and joined marks are letters; what looks the same is stored the same', async () => {
    const work = await makeWork()
    for (const title of ['אל תגידי לילה', 'می‌خواهم زنده بمانم', 'Ame\u0301lie', 'ที่รัก']) {
      expect(await save(work.id, { title })).toMatchObject({ ok: true })
      expect((await open(work.id)).content.title).toBe(title.normalize('NFC'))
    }
  })

  test('a picture or a person that is gone', async () => {
    const work = await makeWork()
    expect(await save(work.id, { imageId: nobody, imageAlt: 'A picture' })).toMatchObject({ field: 'imageId' })
    const credits = [{ personId: nobody, name: 'Gone', role: 'actor' as const, character: null }]
    expect(await save(work.id, { credits })).toMatchObject({ field: 'credits' })
  })
})
