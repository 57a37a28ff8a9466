import { getCriticPage } from '#lib/critics/published.ts'
import { db } from '#lib/db/client.ts'
import { getPersonPage } from '#lib/people/published.ts'
import { apiPath } from './api.ts'
import { defineCollection, defineItem } from './operation.ts'
import { findItem } from './published-items.ts'
import { listNamed, nameKey, rowsOf } from './published-names.ts'
import { oneOf } from './query.ts'
import { criticSchema, criticSummarySchema, personSchema, personSummarySchema } from './reference-schema.ts'
import { absolute, placeOf } from './shapes.ts'

const personKinds = ['person', 'group'] as const

export const peopleOperations = [
  defineCollection({
    id: 'listPeople',
    path: '/people',
    group: 'People',
    summary: 'People',
    description:
      'Everybody, and every group, who made or played in something that was reviewed, from A to Z by last name.',
    example: () => '/people?kind=group&limit=2&fields=name,url,workCount',
    item: personSummarySchema,
    filters: { kind: oneOf(personKinds).optional().describe('Somebody, or a group.') },
    key: () => nameKey,
    read: async ({ kind }, page) => {
      const named = await listNamed('person', { kind }, page)
      const people = await db().person.findMany({
        where: { id: { in: named.map(({ id }) => id) } },
        select: { id: true, name: true, kind: true },
      })
      return rowsOf(named, people, (person, { path, weight }) => ({ ...person, ...placeOf(path), workCount: weight }))
    },
  }),
  defineItem({
    id: 'getPerson',
    path: '/people/{slug}',
    group: 'People',
    summary: 'A person',
    description:
      'Somebody, or a group, with what they did in what was reviewed. Their works are at the address in `works`.',
    example: slug => `/people/${slug}?fields=name,workCount,averageScore,roles.name,roles.workCount`,
    item: personSchema,
    named: 'The slug of the person.',
    read: slug => findItem('person', slug, readPerson),
  }),
]

export const criticOperations = [
  defineCollection({
    id: 'listCritics',
    path: '/critics',
    group: 'Critics',
    summary: 'Critics',
    description: 'Everybody who has something published, by name.',
    example: () => '/critics?limit=2&fields=name,title,url,reviewCount',
    item: criticSummarySchema,
    filters: {},
    key: () => nameKey,
    read: async (_, page) => {
      const named = await listNamed('critic', {}, page)
      const critics = await db().critic.findMany({
        where: { id: { in: named.map(({ id }) => id) } },
        select: { id: true, name: true, title: true },
      })
      return rowsOf(named, critics, (critic, { path, weight }) => ({
        ...critic,
        ...placeOf(path),
        reviewCount: weight,
      }))
    },
  }),
  defineItem({
    id: 'getCritic',
    path: '/critics/{slug}',
    group: 'Critics',
    summary: 'A critic',
    description: 'Somebody who writes here. What they have written is at the address in `reviews`.',
    example: slug => `/critics/${slug}?fields=name,title,reviewCount,reviews`,
    item: criticSchema,
    named: 'The slug of the critic.',
    read: slug => findItem('critic', slug, readCritic),
  }),
]

async function readPerson(slug: string) {
  const person = await getPersonPage(slug)
  if (!person) return null
  const { id, name, kind, aliases, count, roles, elsewhere } = person
  return {
    ...{ id, name, kind, aliases },
    ...placeOf(`/people/${slug}`),
    ...{ workCount: count.works, averageScore: count.average },
    roles: roles.map(({ role, name, works, average }) => ({ role, name, workCount: works, averageScore: average })),
    sameAs: elsewhere,
    works: absolute(apiPath(`/works?person=${slug}`)),
  }
}

async function readCritic(slug: string) {
  const critic = await getCriticPage(slug)
  if (!critic) return null
  const { id, name, title, bio, taste, count, path } = critic
  return {
    ...{ id, name, title, bio, taste },
    ...placeOf(path),
    reviewCount: count,
    reviews: absolute(apiPath(`/reviews?critic=${slug}`)),
  }
}
