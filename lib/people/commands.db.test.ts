import { expect, test } from 'vitest'
import { resolveAddress } from '#lib/addresses/published.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { publishReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makePerson, makeReview, makeWork, unique } from '#prisma/factories.ts'
import { editPerson } from './commands.ts'
import { getDeskPerson, listDeskPeople } from './desk-queries.ts'
import { type PersonContent, personContentSchema } from './people-schema.ts'
import { getPersonPage } from './published.ts'

await testDatabase()
const editor = await makeEditor()

async function save(
  id: string,
  change: Partial<PersonContent>,
  { who = editor, version }: { who?: typeof editor; version?: number } = {},
) {
  const person = await getDeskPerson(editor, id)
  if (!person) throw new Error('nobody')
  const content = personContentSchema.parse({ ...person.content, ...change })
  return editPerson(who, { id, version: version ?? person.version, content })
}

test('a person is changed, moves in one hop, and every page that shows the name is told', async () => {
  const work = await makeWork({ title: unique('Her') })
  const review = await makeReview(editor, { workId: work.id })
  await publishReview(editor, review)
  const slug = unique('spike')
  const imdb = `nm${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`
  const saved = await save(work.person.id, {
    name: 'Spike Jonze',
    slug,
    aliases: ['Adam Spiegel', 'adam spiegel'],
    externalIds: [{ scheme: 'imdb', value: imdb }],
  })
  expect(saved).toMatchObject({ ok: true, version: 2 })
  const event = await db().contentEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(event.tags).toEqual(
    expect.arrayContaining([`person:${work.person.id}`, `work:${work.id}`, `review:${review.id}`]),
  )
  expect(await resolveAddress(`/people/${work.person.slug}`)).toEqual({ state: 'moved', target: `/people/${slug}` })
  expect(await db().auditEntry.count({ where: { subject: work.person.id, action: 'person.edit' } })).toBe(1)
  const page = await getPersonPage(slug)
  expect(page).toMatchObject({
    name: 'Spike Jonze',
    aliases: ['Adam Spiegel'],
    count: { works: 1 },
    pages: 1,
    roles: [{ role: 'director', works: 1, entries: [{ review: { id: review.id } }] }],
    elsewhere: [{ name: 'IMDb', url: `https://www.imdb.com/name/${imdb}/` }],
  })
})

test('is refused for those who may not, when stale, and for what is somebody else’s', async () => {
  const [one, other] = [await makePerson(unique('One')), await makePerson(unique('Other'))]
  const critic = await makeEditor('critic', { isCritic: true })
  expect(await save(one.id, { name: 'New' }, { who: critic })).toEqual({ ok: false, code: 'not-allowed' })
  expect(await save(one.id, { name: 'New' }, { version: 7 })).toEqual({ ok: false, code: 'stale', version: 1 })
  expect(await save(one.id, { slug: other.slug })).toMatchObject({ field: 'slug', holder: { name: other.name } })
  const taken = [{ scheme: 'wikidata' as const, value: 'Q27' }]
  await save(other.id, { externalIds: taken })
  expect(await save(one.id, { externalIds: taken })).toMatchObject({
    field: 'externalIds',
    holder: { name: other.name },
  })
  expect(await save(one.id, { externalIds: [{ scheme: 'imdb', value: 'tt0000001' }] })).toMatchObject({
    field: 'externalIds',
  })
  await db().person.update({ where: { id: one.id }, data: { mergedIntoId: other.id } })
  expect(await getDeskPerson(editor, one.id)).toBeNull()
})

test('people are found by name and alias, accents and slips forgiven, and the merged not at all', async () => {
  const work = await makeWork({ director: 'Jóhann Jóhannsson' })
  await publishReview(editor, await makeReview(editor, { workId: work.id }))
  const unseen = await makePerson('Céline Sciamma')
  await db().person.update({ where: { id: unseen.id }, data: { aliases: ['Celine the Great'] } })
  const find = async (text: string) => (await listDeskPeople(editor, { text, page: 1 })).people.map(({ id }) => id)
  for (const text of ['Johann Johannsson', 'johanson', 'Jóhannsson']) expect(await find(text)).toContain(work.person.id)
  for (const text of ['celine sciama', 'Sciamma', 'celine the great']) expect(await find(text)).toContain(unseen.id)
  await db().person.update({ where: { id: unseen.id }, data: { mergedIntoId: work.person.id } })
  expect(await find('Sciamma')).not.toContain(unseen.id)
})
